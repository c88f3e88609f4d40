import type { Hours } from '../kernel/hours'
import { dayNumberOf } from '../kernel/instant'
import { compareText } from '../kernel/order'
import type { CompiledCap, CompiledPack } from './compile-pack'
import { type Asked, decideItem, type ItemDecision, undecided } from './decide-item'
import type { LearningItem, YearFacts } from './facts'
import type { TitleLevel } from './pack'
import type { ItemVerdict, Reason } from './verdict'

/**
 * Larger than any distance in days between one trainee's items, so that one number can hold a day and a cap.
 */
const DAYS_APART = 1_000_000

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
  /** Hundredths used under each yearly cap, by the cap's index in the pack. */
  readonly used: number[]
  readonly subjectUsed: number[]
  usedPerDay: Map<number, number> | null
  readonly sums: YearSums
  /** Index of the leading subject, where only one of several counts; −1 otherwise. */
  lead: number
}

const nothing = (): Portions => ({ counted: 0, pending: 0, overCap: 0, refused: 0 })

/**
 * Settles a year's items in one pass, in the order in which they were earned, then by id, so that the order
 * of arrival decides nothing. Each item is decided by itself, then shares the caps with the items before it.
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
    seen: null,
    used: [...pack.noHours],
    subjectUsed: pack.choice === 'free' ? NO_SUBJECTS : [...pack.noSubjectHours],
    usedPerDay: null,
    sums: { public: nothing(), professional: nothing() },
    lead: -1,
  }
  const items = inOrder(facts.items)
  if (pack.choice === 'oneOf') run.lead = leadingSubject(run, items)
  for (const item of items) {
    const decision = decideItem(run, item)
    tally(run, item, decision.reason === 'COUNTED' ? withinCaps(run, item) : 0)
  }
  return run.sums
}

const NO_SUBJECTS: number[] = []

/** Sorts the items; a ledger's items are already in order and are returned unchanged. */
function inOrder(items: readonly LearningItem[]): readonly LearningItem[] {
  for (let index = 1; index < items.length; index++) {
    const before = items[index - 1]
    const item = items[index]
    if (before && item && byEarnedThenId(before, item) > 0) return [...items].sort(byEarnedThenId)
  }
  return items
}

const byEarnedThenId = (a: LearningItem, b: LearningItem): number =>
  a.earnedAt - b.earnedAt || compareText(a.id, b.id)

/**
 * The leading subject where one of several suffices: the one with the most hours already counted, then with
 * the most pending; the others add nothing (SX20-6).
 * Worked example: 24 counted of one and 24 pending of the other is a complete public part.
 */
function leadingSubject(run: Run, items: readonly LearningItem[]): number {
  const { pack } = run
  const counted = [...pack.noSubjectHours]
  const alone: Run = {
    ...run,
    decision: undecided(),
    seen: null,
    used: [...pack.noHours],
    subjectUsed: [...pack.noSubjectHours],
  }
  for (const item of items) {
    const { reason, category } = decideItem(alone, item)
    const slot = pack.subjects.get(item.subjectId ?? '')?.slot
    if (reason !== 'COUNTED') continue
    const within = withinCaps(alone, item)
    if (category === 'public' && slot !== undefined && !item.pending)
      counted[slot] = (counted[slot] ?? 0) + within
  }
  const waiting = alone.subjectUsed
  return counted.reduce((lead, hours, slot) => {
    const ahead = hours - (counted[lead] ?? 0) || (waiting[slot] ?? 0) - (waiting[lead] ?? 0)
    return ahead > 0 ? slot : lead
  }, 0)
}

/** The part of an item's hours for which its caps still have room, in hundredths. */
function withinCaps(run: Run, item: LearningItem): number {
  const { decision, pack } = run
  let within = decision.hours
  for (const cap of decision.caps) {
    const room = cap.perDay ? roomOfDays(run, cap, item) : cap.limit - (run.used[cap.slot] ?? 0)
    if (room < within) within = limitedTo(room, decision, cap.id)
  }
  if (decision.category === 'public' && pack.choice !== 'free') {
    const subject = pack.subjects.get(item.subjectId ?? '')
    if (subject) {
      const used = run.subjectUsed[subject.slot] ?? 0
      if (subject.limit - used < within)
        within = limitedTo(subject.limit - used, decision, item.subjectId ?? '')
      run.subjectUsed[subject.slot] = used + within
    }
  }
  for (const cap of decision.caps) if (!cap.perDay) run.used[cap.slot] = (run.used[cap.slot] ?? 0) + within
  return within
}

function limitedTo(room: number, decision: ItemDecision, by: string): number {
  decision.by = by
  return Math.max(0, room)
}

/**
 * The room under a daily cap, over the days that an item took, ending with the day it was earned. The item's
 * hours are spread evenly; hours already on those days come first.
 * Worked example: 10 hours on one day under a cap of 8 a day is 8 (NY22-8).
 */
function roomOfDays(run: Run, cap: CompiledCap, item: LearningItem): number {
  const { hours } = run.decision
  const held = run.usedPerDay ?? new Map<number, number>()
  run.usedPerDay = held
  const days = Math.max(1, item.days ?? 1)
  const last = dayNumberOf(item.earnedAt) + cap.slot * DAYS_APART
  let taken = 0
  for (let index = 0; index < days; index++) {
    const before = held.get(last - index) ?? 0
    const share = Math.floor((hours * (index + 1)) / days) - Math.floor((hours * index) / days)
    const room = Math.max(0, Math.min(share, cap.limit - before))
    held.set(last - index, before + room)
    taken += room
  }
  return taken
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
  const other = run.lead >= 0 && category === 'public' && !isLead(run, item)
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

const isLead = (run: Run, item: LearningItem): boolean =>
  run.pack.subjects.get(item.subjectId ?? '')?.slot === run.lead

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
