import type { Hours } from '../kernel/hours'
import type { CompiledPack } from './compile-pack'
import { type Asked, decideItem, type ItemDecision, undecided } from './decide-item'
import type { LearningItem, YearFacts } from './facts'
import type { TitleLevel } from './pack'
import { byRight, limitedBy, takeRoom, type Used } from './share-limit'
import type { ItemVerdict, Reason } from './verdict'

interface Portions {
  counted: number
  pending: number
  overCap: number
  refused: number
}

export interface YearSums {
  readonly public: Portions
  readonly professional: Portions
}

/** Called with each item once it is settled; the verdict object belongs to the caller, who may keep it. */
export type Note = (verdict: ItemVerdict, item: LearningItem) => void

interface Run extends Asked {
  readonly note: Note | null
  readonly used: Used
  /** Evidence keys of which hours were taken already; null until the first. */
  seen: Set<string> | null
  readonly sums: YearSums
  /** Id of the leading subject, where only one of several counts; null otherwise. */
  lead: string | null
}

const nothing = (): Portions => ({ counted: 0, pending: 0, overCap: 0, refused: 0 })

/**
 * Settles a year's items in one pass, in the order of their right to the limits, so that the order of arrival
 * decides nothing. Each item is decided by itself, then shares its limit with the items before it.
 */
export function settleYear(
  pack: CompiledPack,
  { facts, level }: { facts: YearFacts; level: TitleLevel | null },
  note: Note | null,
): YearSums {
  const run: Run = {
    pack,
    facts,
    level,
    note,
    decision: undecided(),
    seen: facts.countedElsewhere === undefined ? null : new Set(facts.countedElsewhere),
    used: new Map(),
    sums: { public: nothing(), professional: nothing() },
    lead: null,
  }
  const items = inOrder(facts.items)
  if (pack.choice === 'oneOf') run.lead = leadingSubject(run, items)
  for (const item of items) tally(run, item, decided(run, item))
  return run.sums
}

/** Decides an item and takes its room; the answer is the hours within its limit, in hundredths. */
function decided(run: Run, item: LearningItem): number {
  const decision = decideItem(run, item)
  if (decision.reason !== 'COUNTED' || isRepeated(run, item)) return 0
  const within = withinLimit(run, item)
  if (within > 0 && item.evidenceKey !== undefined && run.pack.countsOnce) {
    run.seen ??= new Set()
    run.seen.add(item.evidenceKey)
  }
  return within
}

/** Refuses an item whose evidence gave hours before. */
function isRepeated({ seen, pack, decision }: Run, { evidenceKey }: LearningItem): boolean {
  if (evidenceKey === undefined || !pack.countsOnce || seen?.has(evidenceKey) !== true) return false
  decision.reason = 'DUPLICATE'
  decision.by = evidenceKey
  return true
}

/** Sorts the items; items that are already in order are returned unchanged. */
function inOrder(items: readonly LearningItem[]): readonly LearningItem[] {
  for (let index = 1; index < items.length; index++) {
    const before = items[index - 1]
    const item = items[index]
    if (before && item && byRight(before, item) > 0) return [...items].sort(byRight)
  }
  return items
}

interface SubjectHours {
  counted: number
  waiting: number
}

/**
 * The leading subject where one of several suffices: the one with the most hours already counted, then with
 * the most pending; the others add nothing (SX20-6).
 * Worked example: 24 counted of one and 24 pending of the other is a complete public part.
 */
function leadingSubject(run: Run, items: readonly LearningItem[]): string | null {
  const alone: Run = { ...run, decision: undecided(), seen: run.seen && new Set(run.seen), used: new Map() }
  const of = new Map<string, SubjectHours>()
  for (const id of run.pack.subjects.keys()) of.set(id, { counted: 0, waiting: 0 })
  for (const item of items) {
    const within = decided(alone, item)
    const subject = of.get(item.subjectId ?? '')
    if (subject === undefined || alone.decision.category !== 'public') continue
    if (item.pending) subject.waiting += within
    else subject.counted += within
  }
  const ahead = (a: SubjectHours, b: SubjectHours) => a.counted - b.counted || a.waiting - b.waiting
  let lead: string | null = null
  for (const [id, hours] of of) {
    const first = lead === null ? undefined : of.get(lead)
    if (first === undefined || ahead(hours, first) > 0) lead = id
  }
  return lead
}

/** The part of an item's hours for which its limit still has room, in hundredths. */
function withinLimit({ decision, used }: Run, item: LearningItem): number {
  const { limit, hours } = decision
  if (limit === null) return hours
  const within = takeRoom(used, limit, hours, item)
  if (within < hours) decision.by = limitedBy(limit.bucket)
  return within
}

function tally(run: Run, item: LearningItem, within: number): void {
  const { decision, note } = run
  const { category, hours, reason } = decision
  const portions = category === 'public' ? run.sums.public : run.sums.professional
  if (reason !== 'COUNTED') {
    const refused = reason === 'AWAITS_RECOGNITION' ? 0 : hours
    portions.refused += refused
    if (note)
      note(verdictOf(item.id, decision, { reason, counted: 0, pending: 0, overCap: 0, refused }), item)
    return
  }
  const other = run.lead !== null && category === 'public' && run.lead !== item.subjectId
  const kept = other ? 0 : within
  const counted = item.pending ? 0 : kept
  portions.counted += counted
  portions.pending += kept - counted
  portions.overCap += hours - kept
  if (!note) return
  const settled: Reason = other
    ? 'OTHER_SUBJECT'
    : kept === 0 && hours > 0
      ? 'OVER_CAP'
      : item.pending
        ? 'PENDING'
        : 'COUNTED'
  note(
    verdictOf(item.id, decision, {
      reason: settled,
      counted,
      pending: kept - counted,
      overCap: hours - kept,
      refused: 0,
    }),
    item,
  )
}

const verdictOf = (
  id: string,
  { category, hours, by }: ItemDecision,
  settled: Portions & { reason: Reason },
): ItemVerdict => ({
  id,
  category,
  reason: settled.reason,
  hours: hours as Hours,
  counted: settled.counted as Hours,
  pending: settled.pending as Hours,
  overCap: settled.overCap as Hours,
  refused: settled.refused as Hours,
  by,
})
