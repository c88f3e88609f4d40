import { asEarned, judgeNoting, type YearStanding } from './evaluate-year'
import { explainItem } from './explain-item'
import type { LearningItem, YearFacts } from './facts'
import type { PolicyPack, TitleLevel } from './pack'
import { ruleTexts } from './rule-text'
import type { ClauseId, RuleSource } from './value'
import type { ExplainedItem, ExplainedYear, RuleText } from './verdict'

/**
 * Explains a year's verdict: for each item the clause in the notice's words, why it counts or not and what
 * would cure it; and the rules that measured the year as a whole.
 */
export function explainYear(
  pack: PolicyPack,
  facts: YearFacts,
  level: TitleLevel | null = null,
): ExplainedYear {
  const told: { item: LearningItem; of: ExplainedItem }[] = []
  const verdict = judgeNoting(pack, { facts, level }, (settled, fact) =>
    told.push({ item: fact, of: explainItem(pack, { facts, fact, verdict: settled }) }),
  )
  const items = asEarned(told)
  const rules = yearRules(pack, facts, verdict)
  return { ...verdict, items, rules, clauses: clausesOf(rules, items) }
}

/** The clauses used, each once. Items of equal standing share their rules array, which is then read once. */
function clausesOf(rules: readonly RuleText[], items: readonly ExplainedItem[]): ClauseId[] {
  const looked = new Set<readonly RuleText[]>([rules])
  for (const item of items) looked.add(item.rules)
  const clauses = new Set<ClauseId>()
  for (const texts of looked) for (const { clause } of texts) if (clause !== null) clauses.add(clause)
  return [...clauses]
}

const usual = new WeakMap<PolicyPack, readonly RuleText[]>()

/** The rules that measure a year; shared by all trainees to whom no deeming or surplus applies. */
function yearRules(pack: PolicyPack, facts: YearFacts, verdict: YearStanding): readonly RuleText[] {
  const plain = facts.deemings === undefined && facts.surplus === undefined
  const known = plain ? usual.get(pack) : undefined
  if (known) return known
  const rules = ruleTexts(rulesOfYear(pack, facts, verdict))
  if (plain) usual.set(pack, rules)
  return rules
}

function rulesOfYear(
  pack: PolicyPack,
  facts: YearFacts,
  verdict: YearStanding,
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
