import { type Day, dayOf, endOfDay, type Instant, instant, plusDays } from '../kernel/instant'
import type { DateRule, Notice } from '../policy/pack'

export interface VisitDates {
  /**
   * After this moment the level is late. The claim itself stays as it is: a timeout never reads as approval.
   */
  readonly dueAt: Instant
  /**
   * When the law closes every claim of the notice, finished or not; null where it sets no hard date
   * (QH23-12).
   */
  readonly closesAt: Instant | null
}

/**
 * The dates of a visit that begins at `at`: the level's days, or the notice's next date for reviewing where
 * that is sooner.
 * Worked example, in Qinghai with ten days: a claim of 2023-12-05 is due at the end of 12-15; one of 12-12 at
 * the end of 12-20 (QH23-11); one of 12-21 at the close, 12-31 24:00 (QH23-12).
 */
export function visitDates({ dates, review }: Pick<Notice, 'dates' | 'review'>, at: Instant): VisitDates {
  const ours = endOfDay(dayOf(plusDays(at, review.visitDays.value)))
  const ends = dates.filter(closesClaims).map(({ force, day }) => ({
    end: endOfDay(day.value as Day),
    hard: force.value === 'hard',
  }))
  const next = ends.map(({ end }) => end).filter((end) => end > at)
  const closing = ends.filter(({ hard }) => hard).map(({ end }) => end)
  return { dueAt: first([ours, ...next]), closesAt: closing.length === 0 ? null : first(closing) }
}

const first = (moments: readonly Instant[]): Instant => instant(Math.min(...moments))

/** A monthly duty is no date of a claim. */
const closesClaims = ({ act, day }: DateRule): boolean => act === 'verify-claim' && day.value !== 'month-end'
