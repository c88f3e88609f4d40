import { Query } from 'mingo'
import { errors } from '../errors'
import type { Document } from './document'
import { type Comparable, compareValues } from './value-order'

export type Filter = Record<string, unknown>

export interface Edge {
  value: Comparable
  /** The value itself is outside. */
  open: boolean
}

/** A filter's condition on one field. */
export interface Condition {
  equal?: Comparable
  /** Any of these ids. */
  among?: readonly string[]
  from?: Edge
  to?: Edge
}

/**
 * The conditions of a filter by field: equality and ranges, joined by "and". A bounded query needs no more.
 */
export function conditionsOf(filter: Filter): Map<string, Condition> {
  const all = new Map<string, Condition>()
  collect(filter, all)
  return all
}

function collect(filter: Filter, all: Map<string, Condition>): void {
  for (const [path, asked] of Object.entries(filter)) {
    if (path === '$and') for (const part of asked as Filter[]) collect(part, all)
    else if (path.startsWith('$')) throw errors.unsupported(`${path} in a query`)
    else for (const [operator, value] of operatorsOf(path, asked)) narrow(all, path, { operator, value })
  }
}

function operatorsOf(path: string, asked: unknown): [string, unknown][] {
  if (asked === null || typeof asked !== 'object' || asked instanceof Date) return [['$eq', asked]]
  const operators = Object.entries(asked)
  if (operators.length === 0 || operators.some(([operator]) => !operator.startsWith('$')))
    throw errors.unsupported(`an object as the value of ${path} in a query`)
  return operators
}

function narrow(
  all: Map<string, Condition>,
  path: string,
  { operator, value }: { operator: string; value: unknown },
): void {
  const known = all.get(path) ?? {}
  const edge = { value: value as Comparable, open: operator === '$gt' || operator === '$lt' }
  switch (operator) {
    case '$eq':
      all.set(path, { ...known, equal: value as Comparable })
      return
    case '$in':
      all.set(path, { ...known, among: idsAmong(path, value) })
      return
    case '$gt':
    case '$gte':
      all.set(path, { ...known, from: nearer(known.from, edge, 1) })
      break
    case '$lt':
    case '$lte':
      all.set(path, { ...known, to: nearer(known.to, edge, -1) })
      break
    default:
      throw errors.unsupported(`${operator} in a query`)
  }
  if (value === null) throw errors.unsupported(`a range over null in ${path}`)
}

/** As many ids as our drivers may name at once. */
const MOST_IDS = 100

function idsAmong(path: string, value: unknown): string[] {
  if (path !== '_id') throw errors.unsupported(`$in of ${path}: of ids alone`)
  const ids = Array.isArray(value) ? value : []
  if (!Array.isArray(value) || ids.some((id) => typeof id !== 'string'))
    throw errors.unsupported('$in of ids that are no texts')
  if (ids.length > MOST_IDS) throw errors.unsupported(`$in of ${ids.length} ids: at most ${MOST_IDS}`)
  return ids
}

/** The edge that leaves less inside. */
function nearer(known: Edge | undefined, edge: Edge, direction: 1 | -1): Edge {
  if (!known) return edge
  const order = compareValues(edge.value, known.value) * direction
  return order > 0 || (order === 0 && edge.open) ? edge : known
}

/** The one id a filter names, if it names one: most reads and every conditional write. */
export function idIn(filter: Filter): string | null {
  const id = conditionsOf(filter).get('_id')
  return typeof id?.equal === 'string' ? id.equal : null
}

/** The ids a filter chooses among, each once and in their order; null where it names no such list. */
export function idsIn(filter: Filter): string[] | null {
  const among = conditionsOf(filter).get('_id')?.among
  return among ? [...new Set(among)].sort() : null
}

/** A test whether a document matches a filter, by MongoDB's own rules. */
export function matcher(filter: Filter): (document: Document) => boolean {
  const { _id, ...others } = filter
  if (typeof _id === 'string' && Object.keys(others).length === 0) return (document) => document._id === _id
  const query = new Query(filter as ConstructorParameters<typeof Query>[0])
  return (document) => query.test(document)
}
