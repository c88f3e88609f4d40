import type { Hours } from '../kernel/hours'
import type { CompiledCap, CompiledPack } from './compile-pack'
import { decideItem, type ItemDecision } from './decide-item'
import type { LearningItem, YearFacts } from './facts'
import type { TitleLevel } from './pack'
import type { ItemVerdict, Reason } from './verdict'

const DAY_MS = 86_400_000
const BEIJING_OFFSET_MS = 8 * 3_600_000

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

/** Called for each item once it is settled; the object is the caller's to keep. */
export type Note = (verdict: ItemVerdict) => void

interface Run {
  readonly pack: CompiledPack
  readonly facts: YearFacts
  readonly level: TitleLevel | null
  readonly used: number[]
  readonly usedPerDay: Map<string, number>
  readonly subjectUsed: number[]
  readonly seen: Set<string>
  readonly sums: { readonly public: Portions; readonly professional: Portions }
}

const nothing = (): Portions => ({ counted: 0, pending: 0, overCap: 0, refused: 0 })

/**
 * One pass over a year's items in the order in which they were earned, then by id, so that the order in which they
 * arrived decides nothing. Each item is decided on its own, then shares the caps with those before it.
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
    used: new Array(pack.yearCaps).fill(0),
    usedPerDay: new Map(),
    subjectUsed: new Array(pack.subjects.size).fill(0),
    seen: new Set(),
    sums: { public: nothing(), professional: nothing() },
  }
  const items = inOrder(facts.items)
  const lead = pack.choice === 'oneOf' ? leadingSubject(run, items) : -1
  for (const item of items) {
    const decision = decideItem(run, item)
    const within = decision.reason === 'COUNTED' ? withinCaps(run, item, decision) : 0
    tally(run, { item, decision, within, lead, note })
  }
  return run.sums
}

/** As given where it is in order already, which a ledger always is. */
function inOrder(items: readonly LearningItem[]): readonly LearningItem[] {
  for (let index = 1; index < items.length; index++) {
    const before = items[index - 1]
    const item = items[index]
    if (before && item && comesAfter(before, item)) return [...items].sort(byEarnedThenId)
  }
  return items
}

const comesAfter = (a: LearningItem, b: LearningItem): boolean =>
  a.earnedAt > b.earnedAt || (a.earnedAt === b.earnedAt && a.id > b.id)

const byEarnedThenId = (a: LearningItem, b: LearningItem): number =>
  a.earnedAt - b.earnedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Of subjects of which one suffices, the one furthest along; the others do not add to it (SX20-6). */
function leadingSubject(run: Run, items: readonly LearningItem[]): number {
  const sums: number[] = new Array(run.pack.subjects.size).fill(0)
  const asked = { ...run, seen: new Set<string>() }
  for (const item of items) {
    const slot = run.pack.subjects.get(item.subjectId ?? '')?.slot
    if (slot === undefined) continue
    const decision = decideItem(asked, item)
    if (decision.reason === 'COUNTED' && decision.category === 'public')
      sums[slot] = (sums[slot] ?? 0) + decision.hours
  }
  return sums.indexOf(Math.max(...sums))
}

/** The part of an item's hours for which its caps still have room. */
function withinCaps(run: Run, item: LearningItem, decision: ItemDecision): number {
  let within = decision.hours
  for (const cap of decision.caps) {
    const room = cap.perDay
      ? roomOfDays(run, cap, { item, hours: within })
      : cap.limit - (run.used[cap.slot] ?? 0)
    if (room < within) {
      within = Math.max(0, room)
      decision.by = cap.id
    }
  }
  const subject = decision.category === 'public' ? run.pack.subjects.get(item.subjectId ?? '') : undefined
  if (subject) {
    const room = subject.limit - (run.subjectUsed[subject.slot] ?? 0)
    if (room < within) {
      within = Math.max(0, room)
      decision.by = item.subjectId ?? null
    }
    run.subjectUsed[subject.slot] = (run.subjectUsed[subject.slot] ?? 0) + within
  }
  for (const cap of decision.caps) if (!cap.perDay) run.used[cap.slot] = (run.used[cap.slot] ?? 0) + within
  return within
}

/**
 * A cap per day over the days that an item took, ending with the day it was earned: its hours spread evenly, what the
 * days already hold comes first. Worked example: 10 hours on one day under 8 a day is 8 (NY22-8).
 */
function roomOfDays(
  run: Run,
  cap: CompiledCap,
  { item, hours }: { item: LearningItem; hours: number },
): number {
  const days = Math.max(1, item.days ?? 1)
  const last = Math.floor((item.earnedAt + BEIJING_OFFSET_MS) / DAY_MS)
  let taken = 0
  for (let index = 0; index < days; index++) {
    const key = `${cap.slot}:${last - index}`
    const held = run.usedPerDay.get(key) ?? 0
    const share = Math.floor((hours * (index + 1)) / days) - Math.floor((hours * index) / days)
    const room = Math.max(0, Math.min(share, cap.limit - held))
    run.usedPerDay.set(key, held + room)
    taken += room
  }
  return taken
}

interface Settled {
  item: LearningItem
  decision: ItemDecision
  within: number
  lead: number
  note: Note | null
}

function tally(run: Run, { item, decision, within, lead, note }: Settled): void {
  const { category, hours } = decision
  const portions = run.sums[category]
  let reason: Reason = decision.reason
  let counted = 0
  let pending = 0
  let overCap = 0
  let refused = 0
  if (reason === 'COUNTED') {
    const other =
      lead >= 0 && category === 'public' && run.pack.subjects.get(item.subjectId ?? '')?.slot !== lead
    const kept = other ? 0 : within
    overCap = hours - kept
    if (item.pending) pending = kept
    else counted = kept
    reason = other
      ? 'OTHER_SUBJECT'
      : kept === 0 && hours > 0
        ? 'OVER_CAP'
        : item.pending
          ? 'PENDING'
          : 'COUNTED'
  } else if (reason !== 'AWAITS_RECOGNITION') refused = hours
  portions.counted += counted
  portions.pending += pending
  portions.overCap += overCap
  portions.refused += refused
  note?.({
    id: item.id,
    category,
    reason,
    hours: hours as Hours,
    counted: counted as Hours,
    pending: pending as Hours,
    overCap: overCap as Hours,
    refused: refused as Hours,
    by: decision.by,
  })
}
