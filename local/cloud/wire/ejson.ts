import { EJSON } from 'bson'
import { errors } from '../errors'

/** Canonical EJSON, as the SDK sends it, to plain values; the server's date is taken from the cloud's clock. */
export function decode(text: string, now: number): Record<string, unknown> {
  return plain(EJSON.parse(text), now) as Record<string, unknown>
}

export const encode = (document: object): string => EJSON.stringify(document, { relaxed: false })

function plain(value: unknown, now: number): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (Array.isArray(value)) return value.map((item) => plain(item, now))
  const object = value as Record<string, unknown>
  if (typeof object._bsontype === 'string') throw errors.unsupported(`a value of type ${object._bsontype}`)
  if (object.$tcb_server_date) {
    const { offset } = object.$tcb_server_date as { offset?: unknown }
    return new Date(now + Number(offset ?? 0))
  }
  return Object.fromEntries(Object.entries(object).map(([key, item]) => [key, plain(item, now)]))
}
