import type { DeemingFact, YearFacts } from './facts'
import type { DeemingRule, HeldLevel, Notice, PersonLine } from './pack'

/**
 * The deeming (视同) that stands for a whole year, or null. A fact covers as many years as its rule says, from
 * the year of the duty, or from the year chosen inside the present term.
 * Worked example: a village post of 24 months covers one year, the chosen one (QH23-16); a post of 11 months
 * covers none.
 */
export function deemingOf(
  pack: Pick<Notice, 'deemings'>,
  { year, line, deemings = [] }: YearFacts,
): string | null {
  const covering = deemings.find((fact) => {
    const rule = pack.deemings.find(({ id }) => id === fact.id)
    return rule !== undefined && isOfLine(rule, line) && coversYear(rule, fact, year)
  })
  return covering?.id ?? null
}

/** Whether the rule is for a person of this line; an unknown line is read as it, because the fact itself says so. */
export const isOfLine = ({ onlyLines }: DeemingRule, line: PersonLine | undefined): boolean =>
  onlyLines === null || line === undefined || onlyLines.value.includes(line)

/** Whether the rule is for holders of such a title; where nobody said which, the fact itself is read as saying so. */
export const isOfHeld = ({ onlyHeld }: DeemingRule, held: HeldLevel | 'none' | undefined): boolean =>
  onlyHeld === null || held === undefined || (held !== 'none' && onlyHeld.value.includes(held))

/** Whether the rule asks when the present title was obtained. */
export const asksForTerm = ({ yearChosen, when }: DeemingRule): boolean =>
  yearChosen?.value === 'any-in-term' || when?.value === 'after-present-title'

/** Whether one fact stands for one whole year. */
export function coversYear(rule: DeemingRule, fact: DeemingFact, year: number): boolean {
  if (rule.covers.value !== 'year' || fact.year === undefined) return false
  if (rule.leastMonths !== null && (fact.months ?? 0) < rule.leastMonths.value) return false
  const insideTerm = rule.yearChosen?.value !== 'any-in-term' || (fact.termFromYear ?? year) <= year
  const since = year - fact.year
  return insideTerm && since >= 0 && since < (rule.years?.value ?? 1)
}
