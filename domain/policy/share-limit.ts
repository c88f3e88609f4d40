import { dayNumberOf, type Instant } from '../kernel/instant'
import { compareText } from '../kernel/order'

/** A limit that several things learned in one year share, by the name under which the ledger keeps it. */
export interface Limit {
  readonly bucket: string
  readonly hours: number
}

/** What sharing needs to know of one thing learned. */
export interface Sharer {
  readonly id: string
  readonly earnedAt: Instant
  /** Whole days that it took, ending with the day it was earned; one where it is absent. */
  readonly days?: number
  readonly pending?: boolean
}

/** How far each limit is used, in hundredths: by bucket, or by bucket and day. */
export type Used = Map<string, number>

const PER_DAY = 'day:'

/** The bucket of a kind's cap: its name tells whether the limit is a day's or the year's. */
export const capBucket = (capId: string, per: 'day' | 'year'): string =>
  per === 'day' ? `${PER_DAY}${capId}` : `cap:${capId}`

/** The bucket in which the credits of one public subject share its limit. */
export const subjectBucket = (subjectId: string): string => `subject:${subjectId}`

/** The cap's or subject's id inside a bucket's name: `cap:self-study-year` → `self-study-year`. */
export const limitedBy = (bucket: string): string => bucket.slice(bucket.indexOf(':') + 1)

/**
 * The order in which limits are shared. Verified hours come before those that wait, because only registered hours
 * can fill a limit; among equals the first earned, then the id, so that the order of arrival decides nothing.
 */
export const byRight = (a: Sharer, b: Sharer): number =>
  Number(a.pending ?? false) - Number(b.pending ?? false) ||
  a.earnedAt - b.earnedAt ||
  compareText(a.id, b.id)

/**
 * Takes as many hours as the limit still has room for, in hundredths. Under a limit per day the hours are spread
 * evenly over the days that they took, and each day has its own room, whichever things share it.
 * Worked example under NY22-8: 24 hours of three days ending on May 12th are within in whole; 16 more of two days
 * ending that same day find both days full, and none is within.
 */
export function takeRoom(used: Used, limit: Limit, hours: number, sharer: Sharer): number {
  if (limit.bucket.startsWith(PER_DAY)) return takeDays(used, limit, hours, sharer)
  const before = used.get(limit.bucket) ?? 0
  const within = Math.min(hours, Math.max(0, limit.hours - before))
  used.set(limit.bucket, before + within)
  return within
}

function takeDays(used: Used, { bucket, hours: most }: Limit, hours: number, sharer: Sharer): number {
  const days = Math.max(1, sharer.days ?? 1)
  const last = dayNumberOf(sharer.earnedAt)
  let taken = 0
  for (let index = 0; index < days; index++) {
    const day = `${bucket}:${last - index}`
    const before = used.get(day) ?? 0
    const share = Math.floor((hours * (index + 1)) / days) - Math.floor((hours * index) / days)
    const within = Math.max(0, Math.min(share, most - before))
    used.set(day, before + within)
    taken += within
  }
  return taken
}
