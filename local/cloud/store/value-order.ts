/** The values that an index may hold. */
export type Comparable = string | number | boolean | null | undefined | Date

/** MongoDB's order of types. A missing field stands with null. Ranges never cross from one type into another. */
const RANKS = { undefined: 0, object: 0, number: 1, string: 2, boolean: 3 } as const
const DATE_RANK = 4

export function rankOf(value: Comparable): number {
  if (value instanceof Date) return DATE_RANK
  return RANKS[typeof value as keyof typeof RANKS]
}

/** MongoDB's order of index values: null and missing first, then numbers, strings, booleans, dates. */
export function compareValues(a: Comparable, b: Comparable): number {
  const byRank = rankOf(a) - rankOf(b)
  if (byRank !== 0 || a === b) return byRank
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b)
  const [x, y] = [Number(a ?? 0), Number(b ?? 0)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** By code point, as UTF-8 bytes compare; JavaScript's own order puts rare characters (𠮷) before some common ones. */
function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return afterSurrogates(x) - afterSurrogates(y)
  }
  return a.length - b.length
}

/** Surrogates stand for characters beyond all that one unit can name. */
const afterSurrogates = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

export const valueAt = (document: Record<string, unknown>, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], document)

export const isComparable = (value: unknown): value is Comparable =>
  value === null || value instanceof Date || typeof value !== 'object'
