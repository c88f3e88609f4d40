/** The order of two texts, for sorting: below zero where `a` comes first, zero where they are the same. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
