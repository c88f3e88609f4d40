import { formatHours, type Hours, hundredths, ZERO_HOURS } from '../kernel/hours'
import { evaluateYear } from '../policy/evaluate-year'
import type { TitleYearFacts } from '../policy/facts'
import type { PolicyPack } from '../policy/pack'
import type { RuleSource } from '../policy/value'
import type { YearVerdict } from '../policy/verdict'
import { factsOfYear, hoursText, type TitleCase } from './title-case'
import type { TitleYear } from './verdict'
import { yearFactsOf } from './year-facts'

/** A looked-at year, with the rules that measured it. */
export interface StandingYear {
  readonly year: TitleYear
  readonly rules: readonly RuleSource[]
}

const NOTHING = { public: ZERO_HOURS, professional: ZERO_HOURS }

/**
 * The standing of one year where a title asks for whole years. The standard is the year's own; hours of a
 * base that does not serve the title do not count (SX22-5). Without a rule for the year only its record
 * decides.
 * Worked example: 24 public and 56 professional hours of a municipal base complete 2022 for a middle title,
 * not for a senior one.
 */
export function standOfYear(of: TitleCase, year: number): StandingYear {
  const { lookup, facts } = of
  const known = factsOfYear(facts, year)
  const standard = lookup.standardOf(facts.region, year)
  if (known?.recordedComplete === true) return standing(of, known, recorded(of, { year, known, standard }))
  if (!standard.ok || !('total' in standard.value.requirement))
    return { year: withoutRule(year, known), rules: [] }
  return standing(of, known, measured(of, { year, known, pack: standard.value }))
}

/** Checks that a complete year is also verified, where the notice asks for it. */
function standing(
  { pack, facts }: TitleCase,
  known: TitleYearFacts | null,
  found: StandingYear,
): StandingYear {
  const { year } = found
  const gate = pack.titles.find(({ level }) => level === facts.level)?.gate
  if (year.state !== 'complete' || gate === undefined || !('currentOnlyVerified' in gate)) return found
  const current = year.year === facts.applicationYear
  if (!current || !gate.currentOnlyVerified.value || known?.verified === true) return found
  const why = '学时已够，当年的学时通过审验后才能用于申报。'
  return { ...found, year: { ...year, state: 'unverified', why } }
}

interface Recorded {
  readonly year: number
  readonly known: TitleYearFacts
  readonly standard: ReturnType<TitleCase['lookup']['standardOf']>
}

/** A record verified at its time decides, regardless of the items that can still be shown. */
function recorded(of: TitleCase, { year, known, standard }: Recorded): StandingYear {
  const verdict = standard.ok ? verdictOf(of, { year, known, pack: standard.value }) : null
  const counted = verdict ? countedOf(verdict) : NOTHING
  return {
    year: { year, state: 'complete', counted, missing: NOTHING, why: '当年登记为完成。' },
    rules: [],
  }
}

function withoutRule(year: number, known: TitleYearFacts | null): TitleYear {
  const why =
    known?.recordedComplete === false
      ? '当年登记为没有完成。'
      : '这一年的学时要求没有收进来，只看当年是否登记为完成。'
  const state = known?.recordedComplete === false ? 'incomplete' : 'no-rule'
  return { year, state, counted: NOTHING, missing: null, why }
}

interface Measured {
  readonly year: number
  readonly known: TitleYearFacts | null
  readonly pack: PolicyPack
}

function measured(of: TitleCase, looked: Measured): StandingYear {
  const { year, pack } = looked
  const verdict = verdictOf(of, looked)
  const missing = missingOf(verdict)
  const complete = verdict.complete === true
  const why = complete
    ? `${hoursText(pack.labels, countedOf(verdict))}，已经完成。`
    : `还差${hoursText(pack.labels, missing)}。`
  return {
    year: {
      year,
      state: complete ? 'complete' : 'incomplete',
      counted: countedOf(verdict),
      missing,
      why: why + setAside(pack, verdict),
    },
    rules: rulesOfYear(looked),
  }
}

/** Judges a year's items by its own pack. */
const verdictOf = ({ facts, elsewhere }: TitleCase, { year, known, pack }: Measured): YearVerdict =>
  evaluateYear(pack, yearFactsOf(facts, known ?? { year }, elsewhere.get(year) ?? []), facts.level)

const countedOf = (verdict: YearVerdict): TitleYear['counted'] => ({
  public: verdict.public.counted,
  professional: verdict.professional.counted,
})

/** Where only the total is short, any hours fill it, and they are shown as professional ones. */
function missingOf(verdict: YearVerdict): { public: Hours; professional: Hours } {
  const ofPublic = verdict.public.missing
  const ofTotal = hundredths(Math.max(0, (verdict.requiredTotal ?? 0) - verdict.total))
  const rest = hundredths(Math.max(verdict.professional.missing, ofTotal - ofPublic))
  return verdict.complete === true ? NOTHING : { public: ofPublic, professional: rest }
}

/** Words the hours that exist and do not count yet, or not for this title. */
function setAside({ labels }: PolicyPack, { items, public: ofPublic, professional }: YearVerdict): string {
  const notServed = items
    .filter(({ reason }) => reason === 'LEVEL_NOT_SERVED')
    .reduce((sum, { hours }) => sum + hours, 0)
  const repeated = items
    .filter(({ reason }) => reason === 'DUPLICATE')
    .reduce((sum, { hours }) => sum + hours, 0)
  const pending = ofPublic.pending + professional.pending
  const text = (sum: number) => `${formatHours(hundredths(sum))}${labels.hour}`
  return [
    notServed > 0 ? `另有${text(notServed)}来自的基地级别不能用于申报这一级职称。` : '',
    pending > 0 ? `另有${text(pending)}还在等待核对或审核。` : '',
    repeated > 0 ? `另有${text(repeated)}用的成果已经计过一次。` : '',
  ].join('')
}

function rulesOfYear(looked: Measured): RuleSource[] {
  const { requirement } = looked.pack
  const asked =
    'total' in requirement
      ? [requirement.total, requirement.public, requirement.professional, requirement.bothParts]
      : []
  return [...asked, ...levelRules(looked)]
}

/** The rules on which titles the base levels of these hours serve. */
function levelRules({ known, pack }: Measured): RuleSource[] {
  const levels = new Set((known?.items ?? []).flatMap(({ base }) => (base ? [base.level] : [])))
  return [...levels].map((level) => pack.titleLevels[level])
}

/**
 * The part of one year in a window's sums: the hours that its own notice counts or, without a notice of its
 * own, the hours that the asking notice counts. A mere record of completion adds no hours.
 */
export function summedYear(of: TitleCase, year: number): StandingYear {
  const { lookup, facts, pack: asking } = of
  const known = factsOfYear(facts, year)
  const standard = lookup.standardOf(facts.region, year)
  const looked = { year, known, pack: standard.ok ? standard.value : asking }
  const verdict = verdictOf(of, looked)
  const counted = countedOf(verdict)
  const bare = known?.recordedComplete === true && known.items === undefined
  const sums = hoursText(asking.labels, counted)
  const why = bare
    ? '只登记了完成，没有学时数，不能累计；请提供当年的学时证明。'
    : sums === ''
      ? '没有这一年的学时记录。'
      : `${sums}。${setAside(asking, verdict)}`
  return { year: { year, state: 'summed', counted, missing: null, why }, rules: levelRules(looked) }
}
