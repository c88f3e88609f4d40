import type { AnyDoor } from '../../domain/kernel/doors'
import type { Instant } from '../../domain/kernel/instant'
import type { CallOutcome } from './call-outcome'
import { by, collection } from './store/collection'
import type { Stored } from './store/stored'

/** The calls of one procedure that ended in one way. */
export interface Ended {
  readonly door: AnyDoor
  readonly path: string
  readonly outcome: CallOutcome
  readonly calls: number
}

/** How long the calls of one door took: so many of them up to each of `WITHIN_MS`, and the rest in the last place. */
export interface Speed {
  readonly door: AnyDoor
  readonly within: readonly number[]
  readonly ms: number
}

export interface StoreSums {
  readonly door: AnyDoor
  readonly reads: number
  readonly writes: number
  readonly conflicts: number
  readonly transactions: number
}

/** New documents of one collection: a new entry is a posting, a new attempt is an exam that began. */
export interface Kept {
  readonly collection: string
  readonly documents: number
}

/** Sums of calls, without anything about a caller. Lists, because a key with a point in it would be a path to the store. */
export interface CallSums {
  readonly ended: readonly Ended[]
  readonly speed: readonly Speed[]
  readonly store: readonly StoreSums[]
  readonly kept: readonly Kept[]
}

/**
 * Sums of calls. `_id` is `part:from:instance` for what one instance of a function counted in five minutes,
 * `day:2026-12-31` for a day of all of them, and `all` for all days. Index byFrom: (of, from).
 */
export interface CallSumsDocument extends Stored, CallSums {
  of: 'part' | 'day' | 'all'
  from: Instant
}

export const callSums = collection<CallSumsDocument>()({
  indexes: { byFrom: by('of', 'from') },
  personal: 'none',
})
