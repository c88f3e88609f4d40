// Calls added up: pure, so that an instance, the clock and a page add in the same way.
import type { CallSums } from './call-sums-documents'
import type { Call } from './log'

/** The upper bounds of the places of `within`, whole milliseconds; the last place has none. */
export const WITHIN_MS = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000] as const

export const NO_CALLS: CallSums = { ended: [], speed: [], store: [], kept: [] }

/** One call, as sums. Worked example: one of 120 ms has its 1 in the third place of `within`. */
export function sumsOf({ door, path, outcome, tally }: Call, ms: number): CallSums {
  const { reads, writes, conflicts, transactions, inserted } = tally
  const place = WITHIN_MS.findIndex((most) => ms <= most)
  const at = place < 0 ? WITHIN_MS.length : place
  return {
    ended: [{ door, path, outcome: outcome ?? 'ok', calls: 1 }],
    speed: [{ door, within: Array.from({ length: WITHIN_MS.length + 1 }, (_, i) => (i === at ? 1 : 0)), ms }],
    store: [{ door, reads, writes, conflicts, transactions }],
    kept: [...inserted].map(([collection, documents]) => ({ collection, documents })),
  }
}

/** Both together; in whatever order sums are added, they come to the same. */
export const added = (one: CallSums, other: CallSums): CallSums => ({
  ended: together([...one.ended, ...other.ended], ({ door, path, outcome }) => `${door} ${path} ${outcome}`, {
    add: (a, b) => ({ ...a, calls: a.calls + b.calls }),
  }),
  speed: together([...one.speed, ...other.speed], ({ door }) => door, {
    add: (a, b) => ({
      ...a,
      within: a.within.map((calls, i) => calls + (b.within[i] ?? 0)),
      ms: a.ms + b.ms,
    }),
  }),
  store: together([...one.store, ...other.store], ({ door }) => door, {
    add: (a, b) => ({
      ...a,
      reads: a.reads + b.reads,
      writes: a.writes + b.writes,
      conflicts: a.conflicts + b.conflicts,
      transactions: a.transactions + b.transactions,
    }),
  }),
  kept: together([...one.kept, ...other.kept], ({ collection }) => collection, {
    add: (a, b) => ({ ...a, documents: a.documents + b.documents }),
  }),
})

/** Parts of the same key added up, in the order of their keys. */
function together<T>(
  parts: readonly T[],
  keyOf: (part: T) => string,
  { add }: { add: (a: T, b: T) => T },
): T[] {
  const sums = new Map<string, T>()
  for (const part of parts) {
    const key = keyOf(part)
    const before = sums.get(key)
    sums.set(key, before === undefined ? part : add(before, part))
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}
