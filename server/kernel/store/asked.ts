// Promises of the port that every driver keeps alike: what may be stored, what may be asked, and where a page goes on.
import { refuse } from '../refused'
import type { Fields } from './collection'
import type { Query, Stored } from './port'

const LIMIT_MAX = 100

/** JSON of our own kinds only: `undefined` would vanish in one driver and mean something else in another. */
export function storable<D extends object>(document: D): D {
  for (const [field, value] of Object.entries(document)) {
    if (value === undefined) throw new TypeError(`${field} is undefined: say null`)
  }
  return document
}

export interface Cursor {
  value: string | number
  id: string
}

/** `_id` closes each index, and sorts where no other field is left. */
export const BY_ID: Fields[number] = { path: '_id', direction: 'asc' }

interface Asked {
  /** The field that a page is sorted by: the one after those that must be equal, in the end `_id`. */
  sort: Fields[number]
  limit: number
  cursor: Cursor | null
}

/** A query as a driver may run it: its filter whole, its limit in bounds, its cursor one that a page gave. */
export function askedOf(fields: Fields, query: Query): Asked {
  for (const [name, value] of Object.entries(query.equals)) {
    if (value === undefined)
      throw new TypeError(`${name} is undefined: a filter without it would show everybody’s`)
  }
  const sort = fields[Object.keys(query.equals).length] ?? BY_ID
  const limit = Math.min(Math.max(1, query.limit), LIMIT_MAX)
  return { sort, limit, cursor: query.after === undefined ? null : cursorOf(query.after) }
}

/** The cursor that goes on after this document. */
export const cursorAfter = (document: Pick<Stored, '_id'>, sort: Fields[number]): string =>
  JSON.stringify({ value: (document as unknown as Record<string, unknown>)[sort.path], id: document._id })

/** The cursor of the page before. A client hands it back, so it is validated before it is used. */
function cursorOf(after: string): Cursor {
  const cursor = parsed(after) as { value?: unknown; id?: unknown } | null
  const { value, id } = cursor ?? {}
  if ((typeof value === 'string' || typeof value === 'number') && typeof id === 'string') return { value, id }
  return refuse('INPUT_INVALID', { fields: ['after'] })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
