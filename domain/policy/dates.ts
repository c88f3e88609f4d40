import { type Day, dayOf, endOfDay, type Instant } from '../kernel/instant'
import { compareText } from '../kernel/order'
import type { Act, DateRule, Notice } from './pack'

export interface DateState {
  /**
   * open: in time; late: after a soft date, still accepted; closed: after a hard date; silent: the notice
   * sets no date.
   */
  readonly state: 'open' | 'late' | 'closed' | 'silent'
  /** The next date that matters, or the last that passed; null where the notice sets none. */
  readonly day: Day | null
  readonly rules: readonly DateRule[]
}

/** The last day of a day's month: month-end rules fall due there. */
function monthEnd(of: Day): Day {
  const [year = 0, month = 0] = of.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as Day
}

/**
 * Whether an act is in time. `of` is a day of the month that a monthly duty is about; without it, the day of
 * the act. The day of a date is still in time.
 * Worked example: Qinghai's yearly claim at 2023-12-31T23:59:59+08:00 is late and accepted; a second later it
 * is closed (QH23-11, QH23-12).
 */
export function dateState(
  { dates }: Pick<Notice, 'dates'>,
  { act, at, of }: { act: Act; at: Instant; of?: Day },
): DateState {
  const rules = dates.filter((rule) => rule.act === act)
  if (rules.length === 0) return { state: 'silent', day: null, rules }
  const due = rules
    .map(({ force, day }) => ({
      hard: force.value === 'hard',
      day: day.value === 'month-end' ? monthEnd(of ?? dayOf(at)) : day.value,
    }))
    .sort((a, b) => compareText(a.day, b.day))
  const passed = due.filter(({ day }) => endOfDay(day) <= at)
  const next = due.find(({ day }) => endOfDay(day) > at)
  const closed = passed.find(({ hard }) => hard)
  if (closed) return { state: 'closed', day: closed.day, rules }
  const state = passed.length > 0 ? 'late' : 'open'
  return { state, day: (next ?? passed[passed.length - 1])?.day ?? null, rules }
}

/**
 * The day on which a record of dishonesty lapses, or null where the notice keeps no such record (QH23-24:
 * three years).
 */
export function recordLapsesOn(
  { integrityRecordYears }: Pick<Notice, 'integrityRecordYears'>,
  decidedOn: Day,
): Day | null {
  if (integrityRecordYears.state === 'silent') return null
  const [year = '', ...rest] = decidedOn.split('-')
  const [month = 1, date = 1] = rest.map(Number)
  const lapses = new Date(Date.UTC(Number(year) + integrityRecordYears.value, month - 1, date))
  return lapses.toISOString().slice(0, 10) as Day
}
