import { compareText } from './order'

/**
 * Writes JSON with sorted keys and without undefined fields, so that equal content always gives equal text.
 * Throws where a value is not JSON.
 * Worked example: { b: 1, a: [2] } → '{"a":[2],"b":1}'.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return primitive(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => compareText(a, b))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`
}

/** Throws for values that JSON would silently drop or turn into null: such a value must not be sealed. */
function primitive(value: unknown): string {
  const finite = typeof value !== 'number' || Number.isFinite(value)
  if (value === undefined || typeof value === 'function' || typeof value === 'bigint' || !finite) {
    throw new TypeError(`not JSON: ${String(value)}`)
  }
  return JSON.stringify(value)
}
