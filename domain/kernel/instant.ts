declare const brand: unique symbol

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. The notices speak Beijing time (UTC+8, no summer time). */
export type Instant = number & { readonly [brand]: 'Instant' }

/** A calendar day in Beijing time, `YYYY-MM-DD`. */
export type Day = string & { readonly [brand]: 'Day' }

const HOUR_MS = 3_600_000
/** The notices speak Beijing time, which has no summer time. */
export const BEIJING_OFFSET_MS = 8 * HOUR_MS
/** Beijing has no summer time: each of its days is as long as the next. */
export const DAY_MS = 24 * HOUR_MS

/** Brands milliseconds since 1970 as an instant. Throws on a fraction or on NaN. */
export const instant = (milliseconds: number): Instant => {
  if (!Number.isSafeInteger(milliseconds)) throw new RangeError(`not an instant: ${milliseconds}`)
  return milliseconds as Instant
}

/** The Beijing day of an instant: 2022-09-30T16:00:00Z → '2022-10-01'. */
export const dayOf = (at: Instant): Day => new Date(at + BEIJING_OFFSET_MS).toISOString().slice(0, 10) as Day

/** The Beijing year of an instant: 2022-12-31T16:00:00Z → 2023. */
export const yearOf = (at: Instant): number => new Date(at + BEIJING_OFFSET_MS).getUTCFullYear()

/** The Beijing time of day of an instant: 2022-12-31T07:04:00Z → '15:04'. */
export const timeOfDay = (at: Instant): string => new Date(at + BEIJING_OFFSET_MS).toISOString().slice(11, 16)

/**
 * The Beijing day of an instant as a whole number, counted from 1970-01-01, for sums over many days:
 * 1970-01-01T16:00:00Z → 1.
 */
export const dayNumberOf = (at: Instant): number => Math.floor((at + BEIJING_OFFSET_MS) / DAY_MS)

/** Reads `YYYY-MM-DD`; throws where the day does not exist, so that 2022-02-30 cannot become March. */
export function day(text: string): Day {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  if (!parsed || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== text) {
    throw new RangeError(`not a calendar day: ${text}`)
  }
  return text as Day
}

/** The day so many days later, or earlier where `days` is negative: '2022-02-27' and 2 → '2022-03-01'. */
export const dayAfter = (of: Day, days: number): Day =>
  new Date(Date.parse(`${of}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day

/** How many days `to` comes after `from`, negative where it comes before: '2022-02-27' to '2022-03-01' → 2. */
export const daysFrom = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

/** Formats a day for a person: '2022-09-30' → "2022年9月30日". */
export function formatDay(of: Day): string {
  const [year, month, date] = of.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Midnight at the start of a Beijing day: '2022-10-01' → 2022-09-30T16:00:00Z. */
export const startOfDay = (of: Day): Instant => instant(Date.parse(`${of}T00:00:00Z`) - BEIJING_OFFSET_MS)

/**
 * The first instant after a Beijing day. A deadline "截止 9 月 30 日" accepts everything before it: '2022-09-30'
 * → 2022-09-30T16:00:00Z.
 */
export const endOfDay = (of: Day): Instant => instant(startOfDay(of) + DAY_MS)

export const plusMs = (at: Instant, milliseconds: number): Instant => instant(at + milliseconds)
/** Seconds may be fractions; the sum is rounded to the nearest millisecond. */
export const plusSeconds = (at: Instant, seconds: number): Instant => plusMs(at, Math.round(seconds * 1000))
/** Hours may be fractions; the sum is rounded to the nearest millisecond. */
export const plusHours = (at: Instant, hours: number): Instant => plusMs(at, Math.round(hours * HOUR_MS))
/** The same time of day so many whole days later, or earlier where `days` is negative. */
export const plusDays = (at: Instant, days: number): Instant => plusMs(at, days * DAY_MS)
