import { errors } from '../errors'
import type { Collection } from './collection'
import { type Condition, conditionsOf, type Filter } from './conditions'
import { AFTER, type IndexKey, type SortedIndex, TypeMark } from './sorted-index'
import { type Comparable, compareValues, rankOf } from './value-order'

export type Order = Record<string, 1 | -1>

/** How an index answers a query: equal values of its first fields, then a range of the next one, in one direction. */
export interface QueryPlan {
  index: SortedIndex
  prefix: readonly Comparable[]
  range: Condition
  backwards: boolean
}

/** The declared index that answers a filter and an order without a scan. Refused by name where there is none. */
export function planOf(collection: Collection, filter: Filter, order: Order): QueryPlan {
  const conditions = conditionsOf(filter)
  const asked = conditions.size > 0 || Object.keys(order).length > 0
  for (const index of asked ? collection.indexes : []) {
    const plan = planWith(index, conditions, Object.entries(order))
    if (plan) return plan
  }
  const said = `{${[...conditions.keys()].join(', ')}} ordered by {${Object.keys(order).join(', ')}}`
  throw errors.unsupported(`a query of ${collection.name} by ${said}: no declared index answers it`)
}

function planWith(
  index: SortedIndex,
  conditions: ReadonlyMap<string, Condition>,
  order: readonly [string, 1 | -1][],
): QueryPlan | null {
  const prefix: Comparable[] = []
  for (const path of index.paths) {
    const condition = conditions.get(path)
    if (!condition || !('equal' in condition)) break
    prefix.push(condition.equal)
  }
  const fixed = index.paths.slice(0, prefix.length)
  const rest = index.paths.slice(prefix.length)
  const ranged = [...conditions.keys()].filter((path) => !fixed.includes(path))
  if (ranged.some((path) => path !== rest[0])) return null
  // Fields equal in all documents do not affect the order; the others must be the index's next fields, in its
  // order.
  const sorted = order.filter(([path]) => !fixed.includes(path))
  if (sorted.some(([path], i) => path !== rest[i])) return null
  const turns = sorted.map(([, direction], i) => direction * (index.directions[prefix.length + i] ?? 1))
  if (turns.some((turn) => turn !== turns[0])) return null
  return { index, prefix, range: conditions.get(rest[0] ?? '') ?? {}, backwards: turns[0] === -1 }
}

/**
 * Yields a plan's ids in its order, up to the first outside the range: the walk costs one step more than it
 * finds.
 */
export function* walk({ index, prefix, range, backwards }: QueryPlan): Generator<string> {
  const position = prefix.length
  const rising = (index.directions[position] === 1) !== backwards
  const near = rising ? range.from : range.to
  const far = rising ? range.to : range.from
  const rank = near || far ? rankOf((near ?? far)?.value) : null
  const inside = (value: Comparable): boolean => {
    if (rank !== null && rankOf(value) !== rank) return false
    if (!far) return true
    const order = compareValues(value, far.value) * (rising ? 1 : -1)
    return order < 0 || (order === 0 && !far.open)
  }
  const start = startOf({ prefix, near, rank, rising, backwards })
  for (const [key, id] of index.walk(start, backwards)) {
    if (index.compare(key.slice(0, position), prefix) !== 0 || !inside(key[position] as Comparable)) return
    yield id
  }
}

interface Start {
  prefix: readonly Comparable[]
  near: Condition['from']
  rank: number | null
  rising: boolean
  backwards: boolean
}

/** Where to begin, so that nothing before the range is touched, however many share its edge. */
function startOf({ prefix, near, rank, rising, backwards }: Start): IndexKey {
  if (near) return near.open === backwards ? [...prefix, near.value] : [...prefix, near.value, AFTER]
  if (rank !== null) return [...prefix, new TypeMark(rising ? rank : rank + 1)]
  return backwards ? [...prefix, AFTER] : prefix
}
