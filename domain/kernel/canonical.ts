/** JSON with its keys in order, so that the same content is the same text whoever built it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return primitive(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`
}

/** Throws on what JSON would silently turn into null or drop: such a value must not be sealed. */
function primitive(value: unknown): string {
  const finite = typeof value !== 'number' || Number.isFinite(value)
  if (value === undefined || typeof value === 'function' || typeof value === 'bigint' || !finite) {
    throw new TypeError(`not JSON: ${String(value)}`)
  }
  return JSON.stringify(value)
}
