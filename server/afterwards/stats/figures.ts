import { addHours, type Hours, hundredths, ZERO_HOURS } from '../../../domain/kernel/hours'

/** One month, by when hours were earned and years completed. */
export interface MonthFigures {
  hours: Hours
  completed: number
}

/** The counts of a group of people in one target year. */
export interface Figures {
  people: number
  verified: number
  complete: number
  behind: number
  publicHours: Hours
  professionalHours: Hours
  claimsWaiting: number
  claimsCredited: number
  /** Lapsed because the law's date passed. */
  claimsLate: number
  /** By month, `YYYY-MM`; months in which nothing happened are absent. */
  months: Record<string, MonthFigures>
}

export const noFigures = (): Figures => ({
  people: 0,
  verified: 0,
  complete: 0,
  behind: 0,
  publicHours: ZERO_HOURS,
  professionalHours: ZERO_HOURS,
  claimsWaiting: 0,
  claimsCredited: 0,
  claimsLate: 0,
  months: {},
})

/** Both together. */
export const addFigures = (a: Figures, b: Figures): Figures => combined(a, b, 1)

/** The figures of `a` less those of `b`. */
export const withoutFigures = (a: Figures, b: Figures): Figures => combined(a, b, -1)

function combined(a: Figures, b: Figures, sign: 1 | -1): Figures {
  const hours = (x: Hours, y: Hours): Hours => (sign === 1 ? addHours(x, y) : hundredths(x - y))
  return {
    people: a.people + sign * b.people,
    verified: a.verified + sign * b.verified,
    complete: a.complete + sign * b.complete,
    behind: a.behind + sign * b.behind,
    publicHours: hours(a.publicHours, b.publicHours),
    professionalHours: hours(a.professionalHours, b.professionalHours),
    claimsWaiting: a.claimsWaiting + sign * b.claimsWaiting,
    claimsCredited: a.claimsCredited + sign * b.claimsCredited,
    claimsLate: a.claimsLate + sign * b.claimsLate,
    months: combinedMonths(a.months, b.months, sign),
  }
}

function combinedMonths(
  a: Figures['months'],
  b: Figures['months'],
  sign: 1 | -1,
): Record<string, MonthFigures> {
  const months: Record<string, MonthFigures> = {}
  for (const month of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()) {
    const hours = (a[month]?.hours ?? 0) + sign * (b[month]?.hours ?? 0)
    const completed = (a[month]?.completed ?? 0) + sign * (b[month]?.completed ?? 0)
    if (hours !== 0 || completed !== 0) months[month] = { hours: hundredths(hours), completed }
  }
  return months
}

/** Figures are kept with their months in order, so that the same figures are the same text. */
export const sameFigures = (a: Figures, b: Figures): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

const sorted = (figures: Figures): Figures => addFigures(noFigures(), figures)
