import type { Instant } from '../../domain/kernel/instant'
import type { CallSums } from './call-sums'
import { by, collection } from './store/collection'
import type { Stored } from './store/stored'

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
