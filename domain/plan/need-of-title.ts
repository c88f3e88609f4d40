import { type Hours, hundredths } from '../kernel/hours'
import { type Day, startOfDay } from '../kernel/instant'
import { accepted, type Outcome } from '../kernel/outcome'
import { evaluateYear } from '../policy/evaluate-year'
import type { TitleFacts } from '../policy/facts'
import type { PackLookup } from '../policy/lookup'
import type { BaseLevel, PolicyPack } from '../policy/pack'
import { judgeTitle } from '../title/judge-title'
import { type Opening, openingOfYear } from '../title/opening-of-year'
import type { TitleVerdict, TitleYear } from '../title/verdict'
import type { Cannot, OpenYear, PartNeed, PlanNeed, YearNeed } from './need'
import { sourcesOf } from './sources-of'

interface Asked {
  readonly lookup: PackLookup
  readonly facts: TitleFacts
  readonly today: Day
  readonly verdict: TitleVerdict
  /** The notice that sets the requirement; it also says which hours its sums may be made of. */
  readonly asking: PolicyPack
}

/**
 * The need of a title (还差的), and where its hours may come from: the hours missing in each year that is open
 * today, or in a window's sums; and the parts that cannot be cured, with their clause.
 * Worked example: for a senior title of 2023 Qinghai asks four years (QH23-17); with three of them complete
 * and 2022 closed, the hours of 2023 are what can still be earned.
 */
export function needOfTitle(
  lookup: PackLookup,
  { facts, today }: { facts: TitleFacts; today: Day },
): Outcome<PlanNeed, 'NO_RULE_FOR_YEAR' | 'TITLE_LEVEL_UNKNOWN'> {
  const judged = judgeTitle(lookup, facts)
  if (!judged.ok) return judged
  const verdict = judged.value
  const asking = lookup.byVersion(verdict.packVersion)
  if (asking === null) throw new Error(`a verdict names a pack that is not there: ${verdict.packVersion}`)
  const { labels } = asking
  if (verdict.met !== false)
    return accepted({ kind: 'nothing', met: verdict.met, labels, cannot: [], todo: [] })
  const asked = { lookup, facts, today, verdict, asking }
  return accepted(verdict.kind === 'window' ? needOfWindow(asked) : needOfYears(asked))
}

function needOfWindow(asked: Asked): PlanNeed {
  const { verdict, asking } = asked
  const openings = verdict.chosenYears.map((year) => ({ year, opening: openToday(asked, year) }))
  const years = openings.flatMap(({ year, opening }) =>
    opening.open ? [openYear(asking, { year, opening, level: verdict.level })] : [],
  )
  return {
    kind: 'window',
    labels: asking.labels,
    public: verdict.public?.missing ?? hundredths(0),
    total: verdict.total?.missing ?? hundredths(0),
    years,
    cannot: openings.flatMap(({ year, opening }) => (opening.open ? [] : [closed(year, opening)])),
    todo: [],
  }
}

function needOfYears(asked: Asked): PlanNeed {
  const { verdict, asking } = asked
  const lacking = verdict.years.filter(
    ({ state }) => state === 'incomplete' || state === 'unverified' || state === 'no-rule',
  )
  const found = lacking.map((year) => ({ year, need: needOfYear(asked, year) }))
  const years = found.flatMap(({ need }) => ('ways' in need ? [need] : []))
  const cannot = found.flatMap(({ need }) => ('ways' in need ? [] : [need]))
  const submitted = asking.review.yearlySubmission.value
  const fillable = years.map(({ year }) => year)
  const ways = waysOf(asked, fillable)
  const short: Cannot = {
    year: null,
    category: null,
    clause: null,
    rules: [],
    text: `要${verdict.needed}个达到要求的年度，现有${verdict.chosenYears.length}个，能补的有${fillable.length}个，这次申报凑不够。`,
  }
  return {
    kind: 'years',
    labels: asking.labels,
    years,
    ways,
    cannot: ways.length === 0 ? [...cannot, short] : cannot,
    todo: lacking
      .filter(({ state, year }) => state === 'unverified' || (submitted && fillable.includes(year)))
      .map(({ year }) => `${year}年的学时学完后提交审验，通过后才能用于申报。`),
  }
}

/** The sets of open years that suffice together with the complete years; each in order. */
function waysOf({ verdict }: Asked, open: readonly number[]): number[][] {
  const good = verdict.years
    .filter(({ state }) => state === 'complete' || state === 'deemed')
    .map(({ year }) => year)
  if (!verdict.consecutive) return subsets(open, Math.max(0, verdict.needed - good.length))
  const usable = [...good, ...open].sort((a, b) => a - b)
  return usable.flatMap((first) => {
    const run = Array.from({ length: verdict.needed }, (_, index) => first + index)
    return run.every((year) => usable.includes(year)) ? [run.filter((year) => open.includes(year))] : []
  })
}

function subsets(years: readonly number[], size: number): number[][] {
  if (size === 0) return [[]]
  return years.flatMap((year, index) =>
    subsets(years.slice(index + 1), size - 1).map((rest) => [year, ...rest]),
  )
}

const openToday = ({ lookup, facts, today }: Asked, year: number): Opening =>
  openingOfYear(lookup, { region: facts.region, year, at: startOfDay(today) })

const closed = (year: number, { clause, rules, text }: Opening): Cannot => ({
  year,
  category: null,
  clause,
  rules,
  text: `${year}年：${text}`,
})

/**
 * The hours that one year lacks, or the reason why it cannot be filled. A year that only waits for
 * verification needs no hours.
 */
function needOfYear(asked: Asked, { year, state, missing, why }: TitleYear): YearNeed | Cannot {
  const { lookup, facts, verdict } = asked
  const opening = openToday(asked, year)
  if (!opening.open) return closed(year, opening)
  const standard = lookup.standardOf(facts.region, year)
  if (!standard.ok || missing === null)
    return { year, category: null, clause: null, rules: [], text: `${year}年：${why}` }
  const pack = standard.value
  const ways = state === 'unverified' ? [[]] : waysOfYear(asked, { pack, year, missing })
  return { ...openYear(pack, { year, opening, level: verdict.level }), ways }
}

const BASE_LEVELS: readonly BaseLevel[] = ['nation', 'province', 'city']

const openYear = (
  pack: PolicyPack,
  { year, opening, level }: Pick<OpenYear, 'year' | 'opening'> & Pick<TitleVerdict, 'level'>,
): OpenYear => ({
  year,
  opening,
  sources: { public: sourcesOf(pack, 'public'), professional: sourcesOf(pack, 'professional') },
  baseLevels: BASE_LEVELS.filter((base) => pack.titleLevels[base].value.includes(level)),
})

interface Lacking {
  readonly pack: PolicyPack
  readonly year: number
  readonly missing: NonNullable<TitleYear['missing']>
}

/**
 * The ways to fill one year, each with all its parts.
 * Worked examples: in Shaanxi in 2022 all three public subjects are needed, each by its own courses (SX22-2);
 * in 2020 either of two, in whole (SX20-6).
 */
function waysOfYear(asked: Asked, { pack, year, missing }: Lacking): PartNeed[][] {
  const part = (category: PartNeed['category'], hours: Hours): PartNeed[] =>
    hours > 0 ? [{ category, hours, subject: null }] : []
  const professional = part('professional', missing.professional)
  const { choice } = pack.publicSubjects
  if (missing.public === 0 || choice.value === 'free')
    return [[...part('public', missing.public), ...professional]]
  const subjects = subjectsLacking(asked, { pack, year, missing })
  if (choice.value === 'allOf') return [[...subjects, ...professional]]
  return subjects.map((subject) => [subject, ...professional])
}

function subjectsLacking({ facts, verdict }: Asked, { pack, year }: Lacking): PartNeed[] {
  const items = facts.years.find((one) => one.year === year)?.items ?? []
  const subjectOf = new Map(items.map(({ id, subjectId }) => [id, subjectId]))
  const decided = evaluateYear(pack, { region: facts.region, year, items }, verdict.level).items
  return pack.publicSubjects.subjects.flatMap(({ id, title, hours }) => {
    // Hours of a subject that is not the one furthest along do not count yet, and will count once it is.
    const have = decided
      .filter((item) => subjectOf.get(item.id) === id && item.category === 'public')
      .reduce((sum, { counted, overCap }) => sum + counted + overCap, 0)
    const lacking = Math.max(0, hours.value - have)
    return lacking > 0
      ? [{ category: 'public' as const, hours: hundredths(lacking), subject: { id, title } }]
      : []
  })
}
