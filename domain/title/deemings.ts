import { coversYear, isOfHeld, isOfLine } from '../policy/deeming-of'
import type { DeemingFact } from '../policy/facts'
import type { DeemingRule } from '../policy/pack'
import type { RuleSource } from '../policy/value'
import { heldLevelsText } from './held-title'
import type { Deeming, Span, TitleCase } from './title-case'

/** The deemings that apply to the application as a whole, and the reasons why others do not. */
export interface HeldDeemings {
  readonly held: readonly Deeming[]
  readonly notes: readonly string[]
  readonly rules: readonly RuleSource[]
}

/**
 * The declared facts that the notice accepts as deemings for this application. `span` is the years looked at;
 * null before a gate is known.
 * Worked examples: in 2022 a title committee of Tai'an asks nothing of enterprise staff (NY22-3), but it does
 * of an institution's staff; a degree begun and finished from 2018 to 2021 stands for that window (NX22-7),
 * one begun in 2017 does not.
 */
export function deemingsHeld(of: TitleCase, span: Span | null): HeldDeemings {
  const held: Deeming[] = []
  const notes: string[] = []
  const rules: RuleSource[] = []
  for (const fact of [...(of.facts.deemings ?? []), ...standingWaivers(of)]) {
    const rule = of.pack.deemings.find(({ id }) => id === fact.id)
    if (!rule) {
      notes.push(`本地区的通知没有“${fact.id}”这一项，没有用上。`)
      continue
    }
    rules.push(...rulesOf(rule))
    const obstacle = obstacleTo(of, { rule, fact }, span)
    if (obstacle === null) held.push({ rule, fact })
    else notes.push(`“${rule.label}”没有用上：${obstacle}`)
  }
  return { held, notes, rules }
}

/**
 * Waivers that the notice gives to all people of a kind: nobody has to claim what the register says of them (NY22-3).
 */
const standingWaivers = ({ pack, facts }: TitleCase): DeemingFact[] =>
  pack.deemings
    .filter(
      ({ id, covers, onlyFor, titleYears, when }) =>
        covers.value === 'waived' &&
        onlyFor !== null &&
        facts.personKind !== undefined &&
        onlyFor.value.includes(facts.personKind) &&
        (titleYears === null || titleYears.value.includes(facts.applicationYear)) &&
        (when?.value !== 'city-committee' || facts.cityCommittee !== false) &&
        !facts.deemings?.some((fact) => fact.id === id),
    )
    .map(({ id }) => ({ id }))

const rulesOf = (rule: DeemingRule): RuleSource[] =>
  [
    rule.covers,
    rule.years,
    rule.yearChosen,
    rule.leastMonths,
    rule.when,
    rule.titleYears,
    rule.onlyFor,
    rule.onlyLines,
    rule.onlyLevels,
    rule.onlyHeld,
  ].flatMap((one) => one ?? [])

/** The reason why a fact does not apply, in Chinese; null where it does. */
function obstacleTo({ facts, pack }: TitleCase, { rule, fact }: Deeming, span: Span | null): string | null {
  const { onlyFor, onlyLevels, titleYears, leastMonths } = rule
  if (onlyLevels && !onlyLevels.value.includes(facts.level)) {
    const labels = pack.titles
      .filter(({ level }) => onlyLevels.value.includes(level))
      .map(({ label }) => label)
    return `只用于申报${labels.join('、')}。`
  }
  if (!isOfHeld(rule, facts.heldLevel)) return `现职称须是${heldLevelsText(rule.onlyHeld?.value ?? [])}。`
  if (!isOfLine(rule, facts.line)) return '通知只给规定的人员。'
  if (onlyFor && (facts.personKind === undefined || !onlyFor.value.includes(facts.personKind)))
    return '通知只给规定的人员。'
  if (titleYears && !titleYears.value.includes(facts.applicationYear))
    return `通知只对${titleYears.value.join('、')}年度的职称评审有效。`
  if (leastMonths && (fact.months ?? 0) < leastMonths.value) return `须满${leastMonths.value}个月。`
  switch (rule.when?.value) {
    case undefined:
      return null
    case 'city-committee':
      return facts.cityCommittee === true
        ? null
        : '通知只对本市组建的评审委员会有效；由本市的评审委员会评审的，请写明。'
    case 'after-present-title':
      return obstacleOfTerm(fact, facts.applicationYear)
    case 'within-years-looked-at':
      return obstacleOfSpan(fact, span)
  }
}

/**
 * Only the years are known: in the year of the title itself the certificate's date decides, and it is read as
 * later than the title.
 */
function obstacleOfTerm({ obtainedYear, termFromYear }: DeemingFact, applicationYear: number): string | null {
  if (obtainedYear === undefined || termFromYear === undefined)
    return '请填写取得证书的年份和取得现职称的年份。'
  if (obtainedYear > applicationYear || termFromYear > applicationYear)
    return `年份晚于申报的${applicationYear}年，请核对。`
  return obtainedYear >= termFromYear ? null : '证书是在取得现职称之前取得的。'
}

function obstacleOfSpan({ enrolledYear, graduatedYear }: DeemingFact, span: Span | null): string | null {
  if (enrolledYear === undefined || graduatedYear === undefined) return '请填写入学和毕业的年份。'
  if (graduatedYear < enrolledYear) return '毕业的年份早于入学的年份，请核对。'
  if (span !== null && enrolledYear >= span.first && graduatedYear <= span.last) return null
  const years = span === null ? '审验年度' : `${span.first}—${span.last}年`
  return `须在${years}之内入学并毕业；跨审验期的，由院校提供学时证明，公需课仍要学。`
}

/**
 * The years that one-year deemings stand for, each with the deeming's label. A rule covers so many years in
 * all, however many facts there are, and never a year that is complete by itself.
 * Worked example: a village post of 24 months covers the one year chosen for it; chosen for a complete year
 * it covers none, and may be chosen again (QH23-16).
 */
export function deemedYears(
  held: readonly Deeming[],
  { years, isComplete }: { years: readonly number[]; isComplete: (year: number) => boolean },
): ReadonlyMap<number, DeemingRule> {
  const covered = new Map<number, DeemingRule>()
  for (const rule of new Set(held.map((one) => one.rule))) {
    const facts = held.filter((one) => one.rule === rule).map(({ fact }) => fact)
    let left = rule.years?.value ?? 1
    for (const year of years) {
      if (left === 0) break
      if (covered.has(year) || isComplete(year) || !facts.some((fact) => coversYear(rule, fact, year)))
        continue
      covered.set(year, rule)
      left--
    }
  }
  return covered
}

/** The declarations about one-year deemings that the trainee must still make, or may change. */
export const deemingCures = (held: readonly Deeming[], isComplete: (year: number) => boolean): string[] =>
  held
    .filter(({ rule }) => rule.covers.value === 'year' && rule.yearChosen?.value !== 'duty-year')
    .flatMap(({ rule, fact }) => {
      const within = rule.yearChosen?.value === 'any-in-term' ? '任现职期间' : ''
      if (fact.year === undefined)
        return [`“${rule.label}”可以视同一年：请${within && `在${within}`}选定一年。`]
      if (!isComplete(fact.year)) return []
      return [`${fact.year}年本来已经完成，“${rule.label}”可以改选${within && `${within}的`}另一年。`]
    })
