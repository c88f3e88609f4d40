/** When a timer next runs: seven fields (second minute hour day month weekday year), Beijing time. */
const FIELDS = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12 },
  { name: 'weekday', min: 0, max: 6 },
  { name: 'year', min: 2000, max: 2099 },
] as const

const BEIJING_OFFSET_MS = 8 * 3_600_000
const DAYS_AHEAD = 366 * 5

export type Cron = readonly ReadonlySet<number>[]

export function parseCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/)
  if (parts.length !== FIELDS.length) throw new Error(`a timer needs seven fields: ${expression}`)
  return FIELDS.map(({ name, min, max }, i) => {
    const values = new Set((parts[i] ?? '').split(',').flatMap((part) => valuesOf(part, min, max)))
    if (values.size === 0) throw new Error(`${name} of a timer is never: ${expression}`)
    return values
  })
}

function valuesOf(part: string, min: number, max: number): number[] {
  const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
  if (!match) throw new Error(`not a field of a timer: ${part}`)
  const [, first, last, step = '1'] = match
  const from = first === undefined ? min : Number(first)
  const to = last === undefined ? (first === undefined || match[3] ? max : from) : Number(last)
  if (from < min || to > max || Number(step) < 1) throw new Error(`out of range in a timer: ${part}`)
  const values: number[] = []
  for (let value = from; value <= to; value += Number(step)) values.push(value)
  return values
}

/** The first moment after `after` (ms) that fits, or null where there is none within five years. */
export function nextRun(cron: Cron, after: number): number | null {
  const [seconds, minutes, hours, days, months, weekdays, years] = cron
  let at = Math.floor(after / 1000) * 1000 + 1000
  const limit = after + DAYS_AHEAD * 86_400_000
  while (at <= limit) {
    const local = new Date(at + BEIJING_OFFSET_MS)
    const fitsDay =
      years?.has(local.getUTCFullYear()) &&
      months?.has(local.getUTCMonth() + 1) &&
      days?.has(local.getUTCDate()) &&
      weekdays?.has(local.getUTCDay())
    if (!fitsDay) at = nextMultiple(at, 86_400_000)
    else if (!hours?.has(local.getUTCHours())) at = nextMultiple(at, 3_600_000)
    else if (!minutes?.has(local.getUTCMinutes())) at = nextMultiple(at, 60_000)
    else if (!seconds?.has(local.getUTCSeconds())) at += 1000
    else return at
  }
  return null
}

const nextMultiple = (at: number, unit: number): number =>
  (Math.floor((at + BEIJING_OFFSET_MS) / unit) + 1) * unit - BEIJING_OFFSET_MS
