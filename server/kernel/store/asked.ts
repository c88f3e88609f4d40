// Promises of the port that every driver keeps alike: what may be stored, what may be asked, and where a page goes on.
import { refuse } from '../refused'
import type { Fields } from './collection'
import { MOST_IDS, type Query, type Stored } from './port'

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
  const sort = sortOf(fields, query)
  const limit = Math.min(Math.max(1, query.limit), LIMIT_MAX)
  return { sort, limit, cursor: query.after === undefined ? null : cursorOf(query.after) }
}

/** The field that follows those that must be equal. A filter with nothing to be equal to is refused. */
export function sortOf(fields: Fields, { equals }: Pick<Query, 'equals'>): Fields[number] {
  for (const [name, value] of Object.entries(equals)) {
    if (value === undefined)
      throw new TypeError(`${name} is undefined: a filter without it would show everybody’s`)
  }
  return fields[Object.keys(equals).length] ?? BY_ID
}

/** Ids as one call may ask for them, each once; an empty one names nothing. */
export function idsOf(ids: readonly string[]): string[] {
  if (ids.length > MOST_IDS) throw new RangeError(`${ids.length} ids in one call: at most ${MOST_IDS}`)
  return [...new Set(ids)].filter((id) => id !== '')
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
