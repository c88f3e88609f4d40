import { ZERO_HOURS } from '../kernel/hours'
import type { RuleSource } from '../policy/value'
import { deemedYears, deemingCures, deemingsHeld } from './deemings'
import { openingOfYear } from './opening-of-year'
import { type StandingYear, standOfYear } from './stand-of-year'
import {
  type Deeming,
  factsOfYear,
  hoursText,
  type Span,
  type TitleCase,
  type YearsGate,
  yearsOf,
} from './title-case'
import type { GateVerdict, TitleYear } from './verdict'

/**
 * The years that may be chosen. Where the notice names no first year, the last `count` years.
 * Worked example: for a senior title of 2023 any of 2019 to 2023 (QH23-17).
 */
function spanOf({ facts }: TitleCase, { since, count, lastYearBefore }: YearsGate): Span {
  const last = facts.applicationYear - lastYearBefore.value
  return { first: since ? since.value : last - count.value + 1, last }
}

/**
 * Judges whether enough whole years are complete, the latest first.
 * Worked example: 2019, 2020 and 2022 complete and 2023 complete and verified are the four years of a senior
 * title, the gap allowed (QH23-17); unverified, 2023 is not yet one of them.
 */
export function judgeYears(of: TitleCase, gate: YearsGate): GateVerdict {
  const span = spanOf(of, gate)
  const { held, notes, rules } = deemingsHeld(of, span)
  const standing = yearsOf(span).map((year) => standOfYear(of, year))
  const own = new Set(standing.filter(({ year }) => year.state === 'complete').map(({ year }) => year.year))
  const isComplete = (year: number) => own.has(year)
  const years = standDeemed(of, standing, held)
  const good = years.filter(({ state }) => state === 'complete' || state === 'deemed')
  const chosenYears = chosen(
    good.map(({ year }) => year),
    gate,
  )
  const whole = held.find(({ rule }) => rule.covers.value === 'all-years')
  const met = whole !== undefined || chosenYears.length === gate.count.value
  return {
    met,
    deemedBy: whole?.fact.id ?? null,
    needed: gate.count.value,
    consecutive: gate.consecutive.value,
    chosenYears,
    years: [...years, ...notLookedAt(of, span)].sort((a, b) => a.year - b.year),
    total: null,
    public: null,
    substituted: ZERO_HOURS,
    notes: [...notes, ...notesOf(of)],
    rules: [...rulesOfGate(gate), ...rules, ...standing.flatMap((one) => one.rules)],
    cures: met ? [] : [...deemingCures(held, isComplete), ...curesOf(of, years)],
  }
}

const rulesOfGate = (gate: YearsGate): RuleSource[] =>
  [gate.count, gate.since, gate.lastYearBefore, gate.consecutive, gate.currentOnlyVerified].flatMap(
    (rule) => rule ?? [],
  )

/** The latest years that suffice, in order; where years must be consecutive, the latest such run. */
function chosen(good: readonly number[], { count, consecutive }: YearsGate): number[] {
  const latest = good.slice(Math.max(0, good.length - count.value))
  if (!consecutive.value) return latest
  for (let end = good.length; end >= count.value; end--) {
    const run = good.slice(end - count.value, end)
    if ((run[run.length - 1] ?? 0) - (run[0] ?? 0) === count.value - 1) return run
  }
  return longestRun(good)
}

/** The longest run of consecutive years, though still too short; the latest of equal ones. */
function longestRun(good: readonly number[]): number[] {
  let best: number[] = []
  let run: number[] = []
  for (const year of good) {
    run = run[run.length - 1] === year - 1 ? [...run, year] : [year]
    if (run.length >= best.length) best = run
  }
  return best
}

/** The years that stand complete by one-year deemings, and by the professional part of whole-term ones. */
function standDeemed(
  { pack }: TitleCase,
  standing: readonly StandingYear[],
  held: readonly Deeming[],
): TitleYear[] {
  const years = standing.map(({ year }) => year)
  const covered = deemedYears(
    held.filter(({ rule }) => rule.covers.value === 'year'),
    {
      years: years.map(({ year }) => year),
      isComplete: (asked) => years.some(({ year, state }) => year === asked && state === 'complete'),
    },
  )
  const professional = held.find(({ rule }) => rule.covers.value === 'professional')
  return years.map((year) => {
    const rule = covered.get(year.year)
    if (rule) return { ...year, state: 'deemed', why: `由“${rule.label}”视同完成，不另记学时。` }
    if (!professional || year.state !== 'incomplete' || year.missing === null) return year
    if (year.year < (professional.fact.termFromYear ?? year.year)) return year
    const missing = { ...year.missing, professional: ZERO_HOURS }
    const part = `${pack.labels.professional}由“${professional.rule.label}”视同完成`
    return missing.public > 0
      ? { ...year, missing, why: `还差${hoursText(pack.labels, missing)}；${part}。` }
      : { ...year, missing, state: 'deemed', why: `${pack.labels.public}已够，${part}。` }
  })
}

const notLookedAt = ({ facts }: TitleCase, { first, last }: Span): TitleYear[] =>
  facts.years
    .filter(({ year }) => year < first || year > last)
    .map(({ year }) => ({
      year,
      state: 'not-looked-at',
      counted: { public: ZERO_HOURS, professional: ZERO_HOURS },
      missing: null,
      why: `可以选用的是${first === last ? first : `${first}—${last}`}年，这一年不在其中。`,
    }))

const notesOf = ({ facts }: TitleCase): string[] =>
  (facts.substitutions ?? []).length > 0 ? ['这里按年度看是否完成，通知没有允许用考试成绩代替学时。'] : []

/** The incomplete years in words: first those that can still be filled, then those that need least. */
function curesOf(of: TitleCase, years: readonly TitleYear[]): string[] {
  const { lookup, facts } = of
  return years
    .filter(({ state }) => state === 'incomplete' || state === 'unverified' || state === 'no-rule')
    .map((year) => ({
      year,
      opening: openingOfYear(lookup, { region: facts.region, year: year.year, at: facts.appliedAt }),
    }))
    .sort((a, b) => Number(b.opening.open) - Number(a.opening.open) || lack(a.year) - lack(b.year))
    .map(
      ({ year, opening }) =>
        `${year.year}年：${cureOf(of, year)}${year.state === 'unverified' ? '' : opening.text}`,
    )
}

const lack = ({ missing, state }: TitleYear): number =>
  state === 'unverified'
    ? 0
    : missing === null
      ? Number.MAX_SAFE_INTEGER
      : missing.public + missing.professional

function cureOf({ facts }: TitleCase, { year, state, why }: TitleYear): string {
  if (state === 'unverified') return '学时已够，请提交审验。'
  if (state === 'no-rule')
    return factsOfYear(facts, year) === null
      ? '没有记录；当年已经完成的，请提供登记。'
      : '当年已经完成的，请提供登记。'
  return why
}
