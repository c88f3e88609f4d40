import { type Day, day, dayOf, daysFrom, formatDay, type Instant } from '../../../domain/kernel/instant'
import type { PolicyPack } from '../../../domain/policy/pack'
import { said } from '../../../domain/policy/value'
import { OUR_PERIODS } from '../../kernel/our-periods'

/** One of a notice's dates that comes near, and whom it concerns. */
export interface ReminderDate {
  /** `region:year:concern:day:days before`: one walk over the people for each. */
  id: string
  label: string
  day: string
  daysLeft: number
  /** The year whose hours it is about. */
  year: number
  /** A year that is made up for. */
  isPast: boolean
  concerns: 'trainees' | 'reviewers' | 'both'
}

interface NamedDay {
  what: string
  label: string
  day: Day
  year: number
  concerns: ReminderDate['concerns']
}

/** Duties of trainees and reviewers; the other acts (plans, data, invoices) concern no single person. */
const CONCERNS: Readonly<Record<string, ReminderDate['concerns']>> = {
  study: 'trainees',
  'submit-claim': 'trainees',
  'finish-for-title': 'trainees',
  // clause QH23-21
  'verify-claim': 'reviewers',
}

/**
 * Which dates are to be told of today. A date thirty days away is told of then, a week before and the day before; a day on
 * which nothing ran is made good on the next. Worked example: at 2023-11-20 Qinghai's 12-20 is 30 days away and told; on
 * 11-25 the same walk is found finished and nothing is told again.
 */
export function remindersAt(pack: PolicyPack, at: Instant): ReminderDate[] {
  return namedDays(pack).flatMap(({ what, label, day: on, year, concerns }) => {
    const daysLeft = daysFrom(dayOf(at), on)
    const step = [...OUR_PERIODS.remindDaysBefore].sort((a, b) => a - b).find((before) => daysLeft <= before)
    if (daysLeft < 1 || step === undefined) return []
    const id = [pack.region, pack.year, what, on, step].join(':')
    const isPast = year < pack.year
    return [{ id, label, day: formatDay(on), daysLeft, year, isPast, concerns }]
  })
}

function namedDays({ dates, windows, year, labels }: PolicyPack): NamedDay[] {
  const duties = dates.flatMap(({ act, label, day: on }) => {
    const concerns = CONCERNS[act]
    if (!concerns || on.value === 'month-end') return []
    // The last day of a year's window is told of as such.
    if (act === 'study' && windows.some(({ lastDay }) => said(lastDay) === on.value)) return []
    return [{ what: act, label, day: day(on.value), year, concerns }]
  })
  const closings = windows.flatMap(({ lastDay, aimDay, throughYear }) => {
    const on = said(lastDay) ?? (aimDay && said(aimDay))
    if (on === null) return []
    const about = Math.min(year, throughYear.value)
    const label = `${about} 年${labels.hour}截止`
    return [{ what: `window-${about}`, label, day: day(on), year: about, concerns: 'both' as const }]
  })
  return [...duties, ...closings]
}
