import { formatHours, type Hours, hundredths } from '../kernel/hours'
import { endOfDay, formatDay } from '../kernel/instant'
import type { SubstitutionFact } from '../policy/facts'
import type { Substitution } from '../policy/pack'
import { type RuleSource, said } from '../policy/value'
import type { TitleCase } from './title-case'

export interface Substituted {
  readonly hours: Hours
  readonly notes: readonly string[]
  readonly rules: readonly RuleSource[]
}

/**
 * The public hours for which past exams stand, in hundredths.
 * Worked example under NX22-10: with 80 of 120 public hours a foreign-language exam stands for 40; with 100
 * for 20, because it fills no more than the requirement; on 2023-01-01 for none.
 */
export function substitute(
  of: TitleCase,
  { counted, required }: { counted: Hours; required: Hours },
): Substituted {
  const notes: string[] = []
  const rules: RuleSource[] = []
  let hours = 0
  for (const fact of merged(of.facts.substitutions ?? [])) {
    const rule = of.pack.substitutions.find(({ id }) => id === fact.id)
    if (!rule) {
      notes.push(`本地区的通知没有“${fact.id}”这一项，没有用上。`)
      continue
    }
    rules.push(
      rule.hoursEach,
      rule.atMost,
      rule.lastDay,
      rule.onlySeriesWithoutExam,
      rule.cappedAtRequirement,
    )
    const obstacle = obstacleTo(of, rule)
    if (obstacle !== null) {
      notes.push(`“${rule.label}”没有用上：${obstacle}`)
      continue
    }
    const most = rule.hoursEach.value * Math.min(fact.count, said(rule.atMost) ?? fact.count)
    const room = Math.max(0, required - counted - hours)
    const stands = rule.cappedAtRequirement.value ? Math.min(most, room) : most
    hours += stands
    notes.push(
      `“${rule.label}”代替${of.pack.labels.public}${formatHours(hundredths(stands))}${of.pack.labels.hour}。`,
    )
  }
  const isAssumed = of.facts.seriesRequiresExams === undefined && rules.some((rule) => isCondition(of, rule))
  if (isAssumed && hours > 0) notes.push('假定所在系列不要求这些考试；要求的不能代替，请先问清。')
  return { hours: hundredths(hours), notes, rules }
}

/** The rule that only series without such exams may use them: a condition, which nobody meets by saying nothing. */
const isCondition = ({ pack }: TitleCase, rule: RuleSource): boolean =>
  pack.substitutions.some(({ onlySeriesWithoutExam: only }) => only === rule && only.value)

/** Merges one exam declared twice into one fact with both counts. */
function merged(facts: readonly SubstitutionFact[]): SubstitutionFact[] {
  const counts = new Map<string, number>()
  for (const { id, count } of facts) counts.set(id, (counts.get(id) ?? 0) + Math.max(0, Math.floor(count)))
  return [...counts].map(([id, count]) => ({ id, count }))
}

function obstacleTo({ facts }: TitleCase, rule: Substitution): string | null {
  if (facts.appliedAt >= endOfDay(rule.lastDay.value))
    return `这项政策到${formatDay(rule.lastDay.value)}为止。`
  return rule.onlySeriesWithoutExam.value && facts.seriesRequiresExams === true
    ? '所在系列要求这项考试，不能再代替学时。'
    : null
}
