export type Comparable = string | number | boolean | null | undefined | Date

const RANK: Record<string, number> = { undefined: 0, null: 0, number: 1, string: 2, boolean: 3, date: 4 }

const kindOf = (value: Comparable): string => {
  if (value === null) return 'null'
  return value instanceof Date ? 'date' : typeof value
}

/** MongoDB's order over what an index of ours holds: missing and null first, then numbers, strings, booleans, dates. */
export function compareValues(a: Comparable, b: Comparable): number {
  const byKind = (RANK[kindOf(a)] ?? 5) - (RANK[kindOf(b)] ?? 5)
  if (byKind !== 0 || a === b) return byKind
  if (a === null || a === undefined || b === null || b === undefined) return 0
  const [x, y] = [a.valueOf(), b.valueOf()]
  return x < y ? -1 : x > y ? 1 : 0
}

export const valueAt = (document: Record<string, unknown>, path: string): Comparable =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
      document,
    ) as Comparable
