import type { CompiledCap, CompiledPack } from './compile-pack'
import type { LearningItem, YearFacts } from './facts'
import type { Category, LearningMode, TitleLevel } from './pack'
import type { Reason } from './verdict'

/** What one item comes to before it meets the caps. `by` names the rule that decided; caps may still set it. */
export interface ItemDecision {
  category: Category
  hours: number
  reason: Reason
  by: string | null
  caps: readonly CompiledCap[]
}

interface Asked {
  readonly pack: CompiledPack
  readonly facts: YearFacts
  readonly level: TitleLevel | null
  /** Evidence that was counted already, of this year. */
  readonly seen: Set<string>
}

type Kind = NonNullable<ReturnType<CompiledPack['kinds']['get']>>

const NO_CAPS: readonly CompiledCap[] = []

/**
 * Whether one item can count at all, as what, and for how much. The first rule that says no decides, in the order in
 * which a person can do something about it: what it is, who gave it, how it was shown.
 */
export function decideItem(asked: Asked, item: LearningItem): ItemDecision {
  const kind = asked.pack.kinds.get(item.kind)
  const category = kind?.category ?? item.category ?? 'professional'
  const decision: ItemDecision = {
    category,
    hours: item.hours ?? 0,
    reason: 'COUNTED',
    by: null,
    caps: NO_CAPS,
  }
  if (!kind) return no(decision, 'KIND_UNKNOWN', item.kind)
  if (kind.formula === 'recognised' && item.recognisedHours === undefined)
    return no(decision, 'AWAITS_RECOGNITION', item.kind)
  decision.hours = hoursOf(kind, item)
  if (item.voided !== undefined) return no(decision, 'VOIDED', item.voided)
  if (kind.category === null && item.category === undefined)
    return no(decision, 'CATEGORY_MISSING', item.kind)
  return (
    refusedAsContent(asked, { kind, item, decision }) ??
    refusedAsSource(asked, { kind, item, decision }) ??
    refusedAsShown(asked, { kind, item, decision }) ??
    admitted(decision, kind)
  )
}

interface Looked {
  kind: Kind
  item: LearningItem
  decision: ItemDecision
}

const no = (decision: ItemDecision, reason: Reason, by: string): ItemDecision => {
  decision.reason = reason
  decision.by = by
  return decision
}

const admitted = (decision: ItemDecision, { caps }: Kind): ItemDecision => {
  decision.caps = caps
  return decision
}

/** Hundredths, rounded down to a whole one: a multiple never gives more than it says. */
function hoursOf(
  { formula, rate }: Kind,
  { hours = 0 as never, days = 0, travelDays = 0, count = 1, recognisedHours }: LearningItem,
): number {
  switch (formula) {
    case 'actual':
    case 'multiple':
      return Math.floor(hours * rate)
    case 'per-day':
      return Math.max(0, days - travelDays) * rate
    case 'per-item':
      return count * rate
    case 'recognised':
      return recognisedHours ?? 0
  }
}

/** What it is: an excluded topic, a category nobody can claim, a subject or a mode that the notice does not have. */
function refusedAsContent({ pack, facts }: Asked, { kind, item, decision }: Looked): ItemDecision | null {
  if (item.topic !== undefined && pack.excluded.has(item.topic)) {
    const only = pack.excluded.get(item.topic) ?? null
    if (only === null || (facts.personKind !== undefined && only.includes(facts.personKind)))
      return no(decision, 'TOPIC_EXCLUDED', item.topic)
  }
  if (kind.route === 'claim' && !pack.claimable.has(decision.category))
    return no(decision, 'CATEGORY_NOT_CLAIMABLE', decision.category)
  if (decision.category !== 'public') return null
  const mode = item.mode ?? modeOf(kind)
  if (mode !== null && !pack.publicModes.has(mode)) return no(decision, 'MODE_NOT_ADMITTED', mode)
  if (pack.choice !== 'free' && !pack.subjects.has(item.subjectId ?? ''))
    return no(decision, 'SUBJECT_UNKNOWN', item.subjectId ?? '')
  return null
}

const modeOf = ({ route }: Kind): LearningMode | null =>
  route === 'online' || route === 'face-to-face' ? route : null

/** Who gave it: a provider that is not lawful, a base that may not, a base whose hours do not serve the title. */
function refusedAsSource({ pack, level }: Asked, { kind, item, decision }: Looked): ItemDecision | null {
  const provider = item.providerId ?? 'platform'
  if (kind.providers !== null && !kind.providers.has(provider))
    return no(decision, 'PROVIDER_NOT_LAWFUL', provider)
  const { base } = item
  if (!base) return null
  if (base.audience === 'province' && pack.admittedBases !== null && !pack.admittedBases.has(base.name)) {
    if (!pack.disqualifiedBases.has(base.name)) return no(decision, 'BASE_UNKNOWN', base.name)
    if (pack.disqualifiedFrom !== null && item.earnedAt >= pack.disqualifiedFrom)
      return no(decision, 'BASE_DISQUALIFIED', base.name)
  }
  return level !== null && !pack.levelsOf[base.level].includes(level)
    ? no(decision, 'LEVEL_NOT_SERVED', base.level)
    : null
}

/** How it was shown: a condition that it does not meet, a proof that was used already. */
function refusedAsShown({ pack, seen }: Asked, { kind, item, decision }: Looked): ItemDecision | null {
  for (const { needs, only } of kind.conditions) {
    if (only !== null && only !== decision.category) continue
    if (!item.meets?.includes(needs)) return no(decision, 'CONDITION_MISSING', needs)
  }
  if (item.evidenceKey === undefined || !pack.countsOnce) return null
  if (seen.has(item.evidenceKey)) return no(decision, 'DUPLICATE', item.evidenceKey)
  seen.add(item.evidenceKey)
  return null
}
