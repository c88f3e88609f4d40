declare const brand: unique symbol

/** Hours of continuing education (学时), as an integer number of hundredths: 650 is 6.5 学时. */
export type Hours = number & { readonly [brand]: 'Hours' }

export const ZERO_HOURS = 0 as Hours

/** Takes hundredths that are already an integer; throws on anything else, because a broken total must not travel on. */
export function hundredths(value: number): Hours {
  if (!Number.isSafeInteger(value))
    throw new RangeError(`hours must be an integer number of hundredths: ${value}`)
  return value as Hours
}

/** Whole or decimal 学时 to hundredths. Throws where more than two decimals are given: rounding would invent hours. */
export function hoursOf(value: number): Hours {
  const scaled = Math.round(value * 100)
  if (Math.abs(scaled - value * 100) > 1e-6) throw new RangeError(`hours have at most two decimals: ${value}`)
  return hundredths(scaled)
}

export const addHours = (...parts: readonly Hours[]): Hours =>
  hundredths(parts.reduce((sum: number, part) => sum + part, 0))

/** What is missing to reach `required`, never below zero. */
export const missingHours = (required: Hours, have: Hours): Hours => hundredths(Math.max(0, required - have))

/** As a person reads it: 650 → "6.5", 800 → "8", 5599 → "55.99". */
export function formatHours(hours: Hours): string {
  if (hours % 100 === 0) return String(hours / 100)
  return (hours / 100).toFixed(2).replace(/0$/, '')
}
