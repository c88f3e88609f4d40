/** When a timer runs: seven fields (second minute hour day month weekday year), Beijing time. One set of values each. */
export interface Cron {
  seconds: ReadonlySet<number>
  minutes: ReadonlySet<number>
  hours: ReadonlySet<number>
  months: ReadonlySet<number>
  years: ReadonlySet<number>
  /** null where the field is `*`. Where both are given, either is enough, as the platform has it. */
  days: ReadonlySet<number> | null
  weekdays: ReadonlySet<number> | null
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

const BEIJING_OFFSET_MS = 8 * 3_600_000
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** 29 February comes within eight years; a day that does not come by then never does. */
const LOOK_AHEAD_MS = 8 * 366 * DAY_MS

export function parseCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/)
  if (parts.length !== 7) throw new Error(`a timer needs seven fields: ${expression}`)
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = parts
  return {
    seconds: valuesOf(second, { min: 0, max: 59 }),
    minutes: valuesOf(minute, { min: 0, max: 59 }),
    hours: valuesOf(hour, { min: 0, max: 23 }),
    days: day === '*' ? null : valuesOf(day, { min: 1, max: 31 }),
    months: valuesOf(numbered(month, MONTHS, 1), { min: 1, max: 12 }),
    weekdays: weekday === '*' ? null : valuesOf(weekdaysByNumber(weekday), { min: 0, max: 6 }),
    years: valuesOf(year, { min: 1970, max: 2099 }),
  }
}

/** The platform's own pages disagree on whether 0 is Sunday or Monday; a name cannot be misread. */
function weekdaysByNumber(field: string): string {
  if (/\d/.test(field.replace(/\/\d+$/, '')))
    throw new Error(`name the weekdays of a timer (MON-FRI): ${field}`)
  return numbered(field, WEEKDAYS, 0)
}

const numbered = (field: string, names: readonly string[], first: number): string =>
  field.replace(/[A-Za-z]{3}/g, (name) => {
    const index = names.indexOf(name.toUpperCase())
    return index < 0 ? name : String(index + first)
  })

function valuesOf(field: string, { min, max }: { min: number; max: number }): Set<number> {
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
    if (!match) throw new Error(`not a field of a timer: ${field}`)
    const [, first, last, step] = match
    const from = first === undefined ? min : Number(first)
    const openEnd = first === undefined || step !== undefined ? max : from
    const to = last === undefined ? openEnd : Number(last)
    const by = Number(step ?? '1')
    if (from < min || to > max || from > to || by < 1) throw new Error(`out of range in a timer: ${field}`)
    for (let value = from; value <= to; value += by) values.add(value)
  }
  return values
}

/** The first moment after `after` (ms) that fits, or null where there is none in eight years. */
export function nextRun(cron: Cron, after: number): number | null {
  let at = Math.floor(after / SECOND_MS) * SECOND_MS + SECOND_MS
  while (at <= after + LOOK_AHEAD_MS) {
    const local = new Date(at + BEIJING_OFFSET_MS)
    if (!fitsDay(cron, local)) at = nextStart(at, DAY_MS)
    else if (!cron.hours.has(local.getUTCHours())) at = nextStart(at, HOUR_MS)
    else if (!cron.minutes.has(local.getUTCMinutes())) at = nextStart(at, MINUTE_MS)
    else if (!cron.seconds.has(local.getUTCSeconds())) at += SECOND_MS
    else return at
  }
  return null
}

function fitsDay({ years, months, days, weekdays }: Cron, local: Date): boolean {
  if (!years.has(local.getUTCFullYear()) || !months.has(local.getUTCMonth() + 1)) return false
  const byDay = days?.has(local.getUTCDate())
  const byWeekday = weekdays?.has(local.getUTCDay())
  return byDay === undefined && byWeekday === undefined ? true : Boolean(byDay) || Boolean(byWeekday)
}

/** The start of the next day, hour or minute in Beijing. */
const nextStart = (at: number, unitMs: number): number =>
  (Math.floor((at + BEIJING_OFFSET_MS) / unitMs) + 1) * unitMs - BEIJING_OFFSET_MS
