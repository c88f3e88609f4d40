import { Query } from 'mingo'
import { errors } from '../errors'
import type { Collection, Document, IndexKey, SortedIndex } from './collection'
import { type Comparable, compareValues } from './value-order'

export type Filter = Record<string, unknown>
export type Order = Record<string, 1 | -1>

interface Bounds {
  equal?: Comparable
  from?: Comparable
  fromOpen?: boolean
  to?: Comparable
  toOpen?: boolean
}

export interface QueryPlan {
  index: SortedIndex
  prefix: IndexKey
  bounds: Bounds | null
  backwards: boolean
}

const OPERATORS: Record<string, (value: Comparable) => Bounds> = {
  $eq: (value) => ({ equal: value }),
  $gt: (value) => ({ from: value, fromOpen: true }),
  $gte: (value) => ({ from: value }),
  $lt: (value) => ({ to: value, toOpen: true }),
  $lte: (value) => ({ to: value }),
}

/** The condition on each field. Only equality and ranges, joined by "and": all that a bounded query needs. */
function conditions(filter: Filter): Map<string, Bounds> {
  const all = new Map<string, Bounds>()
  const add = (path: string, condition: unknown): void => {
    if (condition === null || typeof condition !== 'object' || condition instanceof Date) {
      all.set(path, { ...all.get(path), equal: condition as Comparable })
      return
    }
    for (const [operator, value] of Object.entries(condition)) {
      const bounds = OPERATORS[operator]
      if (!bounds) throw errors.unsupported(`${operator} in a query`)
      all.set(path, { ...all.get(path), ...bounds(value as Comparable) })
    }
  }
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and')
      for (const part of condition as Filter[]) for (const [p, c] of Object.entries(part)) add(p, c)
    else if (path.startsWith('$')) throw errors.unsupported(`${path} in a query`)
    else add(path, condition)
  }
  return all
}

/** The one id a filter names, if it names one: most reads and every conditional write. */
export function idIn(filter: Filter): string | null {
  const id = conditions(filter).get('_id')
  return id && typeof id.equal === 'string' ? id.equal : null
}

/** The declared index that answers a filter and an order without a scan. Refused by name where there is none. */
export function planOf(collection: Collection, filter: Filter, order: Order): QueryPlan {
  const wanted = conditions(filter)
  for (const index of collection.indexes) {
    const plan = planWith(index, wanted, Object.entries(order))
    if (plan) return plan
  }
  const said = `{${[...wanted.keys()].join(', ')}} ordered by {${Object.keys(order).join(', ')}}`
  throw errors.unsupported(`a query of ${collection.name} by ${said}: no declared index answers it`)
}

function planWith(
  index: SortedIndex,
  wanted: Map<string, Bounds>,
  order: [string, 1 | -1][],
): QueryPlan | null {
  const prefix: Comparable[] = []
  for (const path of index.paths) {
    const bounds = wanted.get(path)
    if (!bounds || !('equal' in bounds)) break
    prefix.push(bounds.equal)
  }
  const rest = index.paths.slice(prefix.length)
  const left = [...wanted.keys()].filter((path) => !index.paths.slice(0, prefix.length).includes(path))
  if (left.length > 1 || (left.length === 1 && left[0] !== rest[0])) return null
  const sorted = order.filter(([path]) => rest.includes(path))
  if (sorted.some(([path], i) => path !== rest[i])) return null
  const turns = sorted.map(([, direction], i) => direction * (index.directions[prefix.length + i] ?? 1))
  if (turns.some((turn) => turn !== turns[0])) return null
  const path = left[0]
  return {
    index,
    prefix,
    bounds: path === undefined ? null : (wanted.get(path) ?? null),
    backwards: turns[0] === -1,
  }
}

/** Documents of a plan, in its order; `seen` counts what was touched, so that a test can assert a bound. */
export function* run(collection: Collection, plan: QueryPlan, seen: () => void): Generator<Document> {
  const { index, prefix, bounds, backwards } = plan
  const position = prefix.length
  const ascending = (index.directions[position] ?? 1) === 1
  const nearest = backwards === ascending ? bounds?.to : bounds?.from
  const from = nearest === undefined ? prefix : [...prefix, nearest]
  for (const [key, id] of index.walk(from, backwards)) {
    if (index.compare(key.slice(0, position), prefix) !== 0) return
    seen()
    const place = placeOf(key[position] as Comparable, bounds)
    const ahead = backwards === ascending ? 'below' : 'above'
    if (place === ahead) return
    const document = place === 'inside' ? collection.documents.get(id) : undefined
    if (document) yield document
  }
}

function placeOf(value: Comparable, bounds: Bounds | null): 'below' | 'inside' | 'above' {
  if (!bounds) return 'inside'
  if (bounds.from !== undefined) {
    const order = compareValues(value, bounds.from)
    if (order < 0 || (order === 0 && bounds.fromOpen)) return 'below'
  }
  if (bounds.to !== undefined) {
    const order = compareValues(value, bounds.to)
    if (order > 0 || (order === 0 && bounds.toOpen)) return 'above'
  }
  return 'inside'
}

export const matches = (document: Document, filter: Filter): boolean =>
  new Query(filter as ConstructorParameters<typeof Query>[0]).test(document)
