import { evaluateYear } from './evaluate-year'
import { explainItem } from './explain-item'
import type { LearningItem, YearFacts } from './facts'
import type { PolicyPack, TitleLevel } from './pack'
import { ruleTexts } from './rule-text'
import type { ClauseId, RuleSource } from './value'
import type { ExplainedYear, YearVerdict } from './verdict'

/**
 * A year's verdict with its reasons: every item's clause in the notice's words, why it counts or does not, and what
 * would cure it; and the rules that the year as a whole was measured by.
 */
export function explainYear(
  pack: PolicyPack,
  facts: YearFacts,
  level: TitleLevel | null = null,
): ExplainedYear {
  const { items, ...verdict } = evaluateYear(pack, facts, level)
  const byId = new Map(facts.items.map((item): [string, LearningItem] => [item.id, item]))
  const explained = items.map((item) => explainItem(pack, { facts, fact: byId.get(item.id), verdict: item }))
  const rules = ruleTexts(rulesOfYear(pack, facts, verdict))
  const cited = [...rules, ...explained.flatMap((item) => item.rules)].flatMap(({ clause }) => clause ?? [])
  return { ...verdict, items: explained, rules, clauses: [...new Set<ClauseId>(cited)] }
}

function rulesOfYear(
  pack: PolicyPack,
  facts: YearFacts,
  verdict: Omit<YearVerdict, 'items'>,
): (RuleSource | null | undefined)[] {
  const { requirement, publicSubjects, deemings } = pack
  const deeming = deemings.find(({ id }) => id === verdict.deemedBy)
  const asked: RuleSource[] =
    'total' in requirement
      ? [requirement.total, requirement.public, requirement.professional, requirement.bothParts]
      : [requirement]
  const subjects =
    publicSubjects.choice.value === 'free' ? [] : publicSubjects.subjects.map(({ hours }) => hours)
  const declared = (facts.deemings ?? []).flatMap((fact) => deemings.filter(({ id }) => id === fact.id))
  return [
    pack.standardYears,
    ...asked,
    publicSubjects.choice,
    ...subjects,
    facts.surplus ? pack.carryOver : null,
    ...(deeming ? [deeming] : declared).flatMap((rule) => [
      rule.covers,
      rule.years,
      rule.yearChosen,
      rule.leastMonths,
    ]),
  ]
}
