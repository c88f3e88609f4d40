// A document as one line of a file: JSON, in the order in which its fields are stored. A value has exactly one text.
import type { Kept } from './port'

/** Worked example: `{_id: 'a', at: new Date(5), n: -0}` → `{"_id":"a","at":{"$date":5},"n":-0}`. */
export const lineOf = (document: Kept): string => textOf(document, document._id)

/** The document of a line. Throws where it is none. */
export function documentOf(line: string): Kept {
  const document = JSON.parse(line, revived) as Kept | null
  if (document === null || typeof document !== 'object' || typeof document._id !== 'string')
    throw new TypeError('not a document')
  return document
}

/** Throws for what JSON would drop or bend: a document that cannot be kept whole is not kept as something else. */
function textOf(value: unknown, where: string): string {
  if (typeof value === 'number') return numberText(value, where)
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (value instanceof Date) return `{"$date":${numberText(value.getTime(), where)}}`
  if (Array.isArray(value)) return `[${value.map((item, at) => textOf(item, `${where}.${at}`)).join(',')}]`
  if (typeof value !== 'object' || !isPlain(value))
    throw new TypeError(`${where}: no text for ${typeof value}`)
  const fields = Object.entries(value).map(([name, field]) => fieldText(name, field, where))
  return `{${fields.join(',')}}`
}

/** No stored field begins with a dollar, so that a date is told from an object. */
function fieldText(name: string, field: unknown, where: string): string {
  if (name.startsWith('$')) throw new TypeError(`${where}: a field called ${name}`)
  return `${JSON.stringify(name)}:${textOf(field, `${where}.${name}`)}`
}

function numberText(value: number, where: string): string {
  if (!Number.isFinite(value)) throw new TypeError(`${where}: no text for ${value}`)
  return Object.is(value, -0) ? '-0' : JSON.stringify(value)
}

const isPlain = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value))

function revived(_name: string, value: unknown): unknown {
  const isDate = value !== null && typeof value === 'object' && '$date' in value
  return isDate ? new Date(value.$date as number) : value
}
