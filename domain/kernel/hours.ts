declare const brand: unique symbol

/** Hours of continuing education (学时), as an integer number of hundredths: 650 is 6.5 学时. */
export type Hours = number & { readonly [brand]: 'Hours' }

export const ZERO_HOURS = 0 as Hours

/**
 * Brands an integer number of hundredths as hours. Throws on a fraction, because a broken total must not
 * travel on.
 * Worked example: hundredths(650) is 6.5 学时.
 */
export function hundredths(value: number): Hours {
  if (!Number.isSafeInteger(value))
    throw new RangeError(`hours must be an integer number of hundredths: ${value}`)
  return value as Hours
}

/**
 * Converts 学时 to hundredths: 6.5 → 650. Throws where more than two decimals are given, because rounding would
 * invent hours.
 */
export function hoursOf(value: number): Hours {
  const scaled = Math.round(value * 100)
  if (Math.abs(scaled - value * 100) > 1e-6) throw new RangeError(`hours have at most two decimals: ${value}`)
  return hundredths(scaled)
}

/** The sum of hours, in hundredths; without parts, zero. */
export const addHours = (...parts: readonly Hours[]): Hours =>
  hundredths(parts.reduce((sum: number, part) => sum + part, 0))

/**
 * The hours still missing to reach `required`, in hundredths, never below zero: required 2400, have 650 →
 * 1750.
 */
export const missingHours = (required: Hours, have: Hours): Hours => hundredths(Math.max(0, required - have))

/** Formats hours for a person: 650 → "6.5", 800 → "8", 5599 → "55.99". */
export function formatHours(hours: Hours): string {
  if (hours % 100 === 0) return String(hours / 100)
  return (hours / 100).toFixed(2).replace(/0$/, '')
}
