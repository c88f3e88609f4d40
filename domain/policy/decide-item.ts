import type { CompiledPack } from './compile-pack'
import { excludedTopicOf } from './excluded-topic'
import type { LearningItem, YearFacts } from './facts'
import type { Category, LearningMode, TitleLevel } from './pack'
import type { Limit } from './share-limit'
import type { Reason } from './verdict'

/**
 * The decision on one item before limits are shared. `by` names the rule that decided; the limit may still
 * replace it.
 */
export interface ItemDecision {
  category: Category
  hours: number
  reason: Reason
  by: string | null
  /** The limit that it shares with others of its year: its public subject's, or its kind's cap. */
  limit: Limit | null
}

/**
 * The facts that all items of one trainee's year share, and one decision object that is written anew for each
 * item: a province has thirty million items.
 */
export interface Asked {
  readonly pack: CompiledPack
  readonly facts: Pick<YearFacts, 'year' | 'personKind' | 'line' | 'untimely'>
  readonly level: TitleLevel | null
  readonly decision: ItemDecision
}

type Kind = NonNullable<ReturnType<CompiledPack['kinds']['get']>>

export const undecided = (): ItemDecision => ({
  category: 'professional',
  hours: 0,
  reason: 'COUNTED',
  by: null,
  limit: null,
})

/**
 * Decides whether one item can count at all, as which category, and for how many hours. The first rule that
 * refuses decides, in the order in which a person can do something about it: content, source, proof. The
 * answer is `asked.decision`, overwritten by the next call.
 */
export function decideItem(asked: Asked, item: LearningItem): ItemDecision {
  const { decision } = asked
  const kind = asked.pack.kinds.get(item.kind)
  decision.category = kind?.category ?? item.category ?? 'professional'
  decision.hours = item.hours ?? 0
  decision.reason = 'COUNTED'
  decision.by = null
  decision.limit = null
  if (kind === undefined) return no(decision, 'KIND_UNKNOWN', item.kind)
  const isRecognised = asksReviewer(kind, asked.facts)
  if (isRecognised && item.recognisedHours === undefined) return no(decision, 'AWAITS_RECOGNITION', item.kind)
  decision.hours = isRecognised ? (item.recognisedHours ?? 0) : hoursOf(kind, asked.facts, item)
  if (item.voided !== undefined) return no(decision, 'VOIDED', item.voided)
  if (kind.category === null && item.category === undefined)
    return no(decision, 'CATEGORY_MISSING', item.kind)
  if (isUntimely(asked, item)) return decision
  if (isWrongContent(asked, kind, item)) return decision
  if (isWrongSource(asked, kind, item)) return decision
  if (isUnproven(asked, kind, item)) return decision
  decision.limit = limitOf(asked.pack, kind, item)
  return decision
}

/** A public subject's own hours where the notice has subjects; otherwise the cap of the kind. */
function limitOf({ choice, subjects }: CompiledPack, kind: Kind, item: LearningItem): Limit | null {
  const isPublic = (kind.category ?? item.category) === 'public'
  return (isPublic && choice !== 'free' ? subjects.get(item.subjectId ?? '') : undefined) ?? kind.cap
}

const no = (decision: ItemDecision, reason: Reason, by: string): ItemDecision => {
  decision.reason = reason
  decision.by = by
  return decision
}

/** Writes a refusal into the decision; always true, so that a check can return it. */
const refuses = (decision: ItemDecision, reason: Reason, by: string): true => {
  no(decision, reason, by)
  return true
}

/** Whether no formula decides: the official table is missing, or the person's line keeps a rule of its own. */
const asksReviewer = ({ formula, ownRuleLines }: Kind, { line }: Asked['facts']): boolean =>
  formula === 'recognised' || (line !== undefined && ownRuleLines.includes(line))

/** Refuses hours that were earned on a day on which they cannot fill this year, as it was looked up beforehand. */
function isUntimely({ facts, decision }: Asked, { id }: LearningItem): boolean {
  const untimely = facts.untimely?.get(id)
  return untimely !== undefined && refuses(decision, untimely.reason, untimely.by)
}

/** The formula's hours, or fewer where a reviewer recognised fewer. */
function hoursOf(kind: Kind, { year }: Asked['facts'], item: LearningItem): number {
  const { otherYears } = kind
  const rate = otherYears === null || otherYears.stated.includes(year) ? kind.rate : otherYears.rate
  const given = hoursByFormula(kind.formula, rate, item)
  return item.recognisedHours === undefined ? given : Math.min(given, item.recognisedHours)
}

/**
 * The formula's hours in hundredths, rounded down, so that a multiple never gives more than the notice says.
 */
function hoursByFormula(formula: Kind['formula'], rate: number, item: LearningItem): number {
  switch (formula) {
    case 'actual':
    case 'multiple':
      return Math.floor((item.hours ?? 0) * rate)
    case 'per-day':
      return Math.max(0, (item.days ?? 0) - (item.travelDays ?? 0)) * rate
    case 'per-item':
      return (item.count ?? 1) * rate
    case 'recognised':
      return item.recognisedHours ?? 0
  }
}

/**
 * Refuses by content: an excluded topic, a category that cannot be claimed, a subject or a mode that the
 * notice does not have.
 */
function isWrongContent({ pack, facts, decision }: Asked, kind: Kind, item: LearningItem): boolean {
  const topic = topicOf(pack, item)
  if (topic !== null && pack.excluded.has(topic)) {
    const only = pack.excluded.get(topic) ?? null
    if (only === null || facts.personKind === undefined || only.includes(facts.personKind))
      return refuses(decision, 'TOPIC_EXCLUDED', topic)
  }
  if (kind.route === 'claim' && !pack.claimable.has(decision.category))
    return refuses(decision, 'CATEGORY_NOT_CLAIMABLE', decision.category)
  if (decision.category !== 'public') return false
  const mode = item.mode ?? modeOf(kind)
  if (mode !== null && !pack.publicModes.has(mode)) return refuses(decision, 'MODE_NOT_ADMITTED', mode)
  if (pack.choice !== 'free' && !pack.subjects.has(item.subjectId ?? ''))
    return refuses(decision, 'SUBJECT_UNKNOWN', item.subjectId ?? '')
  return false
}

/** The topic as it was said, otherwise as the title tells it. */
export const topicOf = ({ exclusions }: CompiledPack, { topic, title }: LearningItem): string | null =>
  topic ?? (title === undefined || exclusions.length === 0 ? null : excludedTopicOf(exclusions, title))

const modeOf = ({ route }: Kind): LearningMode | null =>
  route === 'online' || route === 'face-to-face' ? route : null

/**
 * Refuses by source: an unlawful provider, a disqualified base, a base whose hours do not serve the title.
 */
function isWrongSource({ pack, level, decision }: Asked, kind: Kind, item: LearningItem): boolean {
  if (kind.providers !== null && !kind.providers.has(item.providerId ?? 'platform'))
    return refuses(decision, 'PROVIDER_NOT_LAWFUL', item.providerId ?? 'platform')
  const { base } = item
  if (base === undefined) return false
  if (base.audience === 'province' && pack.admittedBases !== null && !pack.admittedBases.has(base.name)) {
    const isNational = base.level === 'nation' && pack.nationalBases
    if (!pack.disqualifiedBases.has(base.name) && !isNational)
      return refuses(decision, 'BASE_UNKNOWN', base.name)
    if (
      pack.disqualifiedBases.has(base.name) &&
      pack.disqualifiedFrom !== null &&
      item.earnedAt >= pack.disqualifiedFrom
    )
      return refuses(decision, 'BASE_DISQUALIFIED', base.name)
  }
  if (level === null || pack.levelsOf[base.level].includes(level)) return false
  return refuses(decision, 'LEVEL_NOT_SERVED', base.level)
}

/** Refuses by proof: an unmet condition. */
function isUnproven({ decision }: Asked, kind: Kind, item: LearningItem): boolean {
  for (let index = 0; index < kind.conditions.length; index++) {
    const condition = kind.conditions[index]
    if (condition === undefined || (condition.only !== null && condition.only !== decision.category)) continue
    const isMet = item.meets === undefined ? condition.assumed : item.meets.includes(condition.needs)
    if (!isMet) return refuses(decision, 'CONDITION_MISSING', condition.needs)
  }
  return false
}
