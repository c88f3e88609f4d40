import { explainYear } from '../../domain/policy/explain-year'
import type { PolicyPack } from '../../domain/policy/pack'
import type { RuleSource } from '../../domain/policy/value'
import type { ExplainedItem, ExplainedYear } from '../../domain/policy/verdict'
import { countedElsewhere } from '../../domain/title/once-ever'
import { openingOfYear } from '../../domain/title/opening-of-year'
import type { TitleYear } from '../../domain/title/verdict'
import { yearFactsOf } from '../../domain/title/year-facts'
import { clauseViews } from '../books/hours/clause-view'
import type { ClauseView } from '../books/hours/views'
import { factsOf, hasStandard, type TitleQuestion } from './title-question'
import type { OpeningView, SetAsideView, TitleYearView } from './views'

/** The years as the title sees them, each with the rules of its own notice. */
export function titleYearViews(of: TitleQuestion, years: readonly TitleYear[]): TitleYearView[] {
  const facts = factsOf(of)
  const elsewhere = countedElsewhere(of.packs, facts, of.pack)
  return years.map((one) => {
    const { year } = one
    const items = of.ledger.find((known) => known.year === year)?.items ?? []
    const yearFacts = yearFactsOf(facts, { year, items }, elsewhere.get(year) ?? [])
    return titleYearView(of, one, explainYear(packOf(of, year), yearFacts, of.input.level))
  })
}

const titleYearView = (of: TitleQuestion, year: TitleYear, told: ExplainedYear): TitleYearView => ({
  year: year.year,
  state: year.state,
  chosen: of.verdict.chosenYears.includes(year.year),
  counted: year.counted,
  missing: year.missing,
  why: year.why,
  declared: isDeclared(of, year),
  opening: openingView(of, year.year),
  setAside: setAside(of, told),
  clauses: clausesOf(of, year, told),
})

const isDeclared = ({ input: { declared } }: TitleQuestion, { year, state }: TitleYear): boolean =>
  state === 'deemed' || (state === 'complete' && (declared.recordedYears?.includes(year) ?? false))

/** As of today: the steps that are possible now. */
export function openingView({ packs, region, now, pack }: TitleQuestion, year: number): OpeningView {
  const opening = openingOfYear(packs, { region, year, at: now })
  const source = packs.windowOf(region, now) ?? pack
  const { open, text } = opening
  const lastDay = opening.open ? opening.lastDay : opening.closedOn
  return { open, lastDay, text, clauses: clauseViews(source, opening.rules) }
}

/** The notice that measures a year; the asking notice where the year has none. */
function packOf({ packs, region, pack }: TitleQuestion, year: number): PolicyPack {
  const standard = packs.standardOf(region, year)
  return standard.ok ? standard.value : pack
}

const notCounted = ({ items }: ExplainedYear): readonly ExplainedItem[] =>
  items.filter(({ reason }) => reason !== 'COUNTED')

/** Hours that are in the ledger and do not help this title, each with its reason. */
function setAside({ ledger }: TitleQuestion, told: ExplainedYear): SetAsideView[] {
  const titles = ledger.find(({ year }) => year === told.year)?.titles
  return notCounted(told).map(({ id, hours, category, why, cure }) => ({
    title: titles?.get(id) ?? '',
    hours,
    category,
    why,
    cure,
  }))
}

function clausesOf(of: TitleQuestion, { year, state }: TitleYear, told: ExplainedYear): ClauseView[] {
  if (state === 'deemed') return deemingClauses(of)
  const aside = notCounted(told).flatMap(({ rules }) => rules)
  if (state === 'summed') return clauseViews(of.pack, [...aside, ...sumRules(of, year)])
  if (!hasStandard(of, year)) return clauseViews(of.pack, [of.pack.standardYears])
  const pack = packOf(of, year)
  // That a year's own notice speaks of that year explains nothing; that another one does, is a reading to be shown.
  const asked = told.rules.filter(
    ({ words }) => pack.standardYears.state === 'reading' || words !== pack.standardYears.words,
  )
  return clauseViews(pack, [...aside, ...asked])
}

/** A year of a window asks nothing by itself: the sums do, and the notice that says which years they run over. */
function sumRules(of: TitleQuestion, year: number): RuleSource[] {
  const { gate } = of.rule
  const { standardYears } = packOf(of, year)
  const sums = 'kind' in gate && gate.kind === 'window' ? [gate.total, gate.public, gate.lastYearBefore] : []
  const years = standardYears.state === 'reading' ? [standardYears] : []
  return [...sums, ...years]
}

/** The declared deemings that stand for a year or for its professional part. */
function deemingClauses({ pack, input }: TitleQuestion): ClauseView[] {
  const declared = new Set(input.declared.deemings?.map(({ id }) => id))
  const rules = pack.deemings.filter(({ id }) => declared.has(id))
  return clauseViews(
    pack,
    rules.flatMap(({ covers, years, yearChosen, leastMonths }) =>
      [covers, years, yearChosen, leastMonths].filter((rule) => rule !== null),
    ),
  )
}
