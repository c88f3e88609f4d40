import { explainYear } from '../../domain/policy/explain-year'
import type { PolicyPack } from '../../domain/policy/pack'
import type { ExplainedItem } from '../../domain/policy/verdict'
import { countedElsewhere } from '../../domain/title/once-ever'
import { openingOfYear } from '../../domain/title/opening-of-year'
import type { TitleYear } from '../../domain/title/verdict'
import { clauseViews } from '../books/hours/clause-view'
import type { ClauseView } from '../books/hours/views'
import { factsOf, hasStandard, type TitleQuestion } from './title-question'
import type { OpeningView, SetAsideView, TitleYearView } from './views'

/** One year as the title sees it, with the rules of that year's own notice. */
export function titleYearView(of: TitleQuestion, year: TitleYear): TitleYearView {
  const items = explainedItems(of, year.year)
  return {
    year: year.year,
    state: year.state,
    chosen: of.verdict.chosenYears.includes(year.year),
    counted: year.counted,
    missing: year.missing,
    why: year.why,
    declared: isDeclared(of, year),
    opening: openingView(of, year.year),
    setAside: setAside(of, { year: year.year, items }),
    clauses: clausesOf(of, year),
  }
}

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

function explained(of: TitleQuestion, year: number) {
  const items = of.ledger.find((one) => one.year === year)?.items ?? []
  const elsewhere = countedElsewhere(of.packs, factsOf(of), of.pack).get(year) ?? []
  const { personKind, line } = of.standing
  const facts = {
    region: of.region,
    year,
    items,
    countedElsewhere: elsewhere,
    ...(personKind === undefined ? {} : { personKind }),
    ...(line === undefined ? {} : { line }),
  }
  return explainYear(packOf(of, year), facts, of.input.level)
}

const explainedItems = (of: TitleQuestion, year: number): readonly ExplainedItem[] =>
  explained(of, year).items

/** Hours that are in the ledger and do not help this title, each with its reason. */
function setAside(
  { ledger }: TitleQuestion,
  { year, items }: { year: number; items: readonly ExplainedItem[] },
): SetAsideView[] {
  const titles = ledger.find((one) => one.year === year)?.titles
  return items
    .filter(({ reason }) => reason !== 'COUNTED')
    .map(({ id, hours, category, why, cure }) => ({
      title: titles?.get(id) ?? '',
      hours,
      category,
      why,
      cure,
    }))
}

function clausesOf(of: TitleQuestion, { year, state }: TitleYear): ClauseView[] {
  if (state === 'deemed') return deemingClauses(of)
  if (state === 'summed') return sumClauses(of, year)
  if (!hasStandard(of, year)) return clauseViews(of.pack, [of.pack.standardYears])
  const { rules } = explained(of, year)
  const pack = packOf(of, year)
  // That a year's own notice speaks of that year explains nothing; that another one does, is a reading to be shown.
  const asked = rules.filter(
    ({ words }) => pack.standardYears.state === 'reading' || words !== pack.standardYears.words,
  )
  return clauseViews(pack, [...notCounted(of, year), ...asked])
}

const notCounted = (of: TitleQuestion, year: number) =>
  explained(of, year)
    .items.filter(({ reason }) => reason !== 'COUNTED')
    .flatMap(({ rules }) => rules)

/** A year of a window asks nothing by itself: the sums do, and the notice that says which years they run over. */
function sumClauses(of: TitleQuestion, year: number): ClauseView[] {
  const { gate } = of.rule
  const { standardYears } = packOf(of, year)
  const sums = 'kind' in gate && gate.kind === 'window' ? [gate.total, gate.public, gate.lastYearBefore] : []
  const years = standardYears.state === 'reading' ? [standardYears] : []
  return clauseViews(of.pack, [...notCounted(of, year), ...sums, ...years])
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
