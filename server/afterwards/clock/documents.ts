import type { Instant } from '../../../domain/kernel/instant'
import { by, collection } from '../../kernel/store/collection'
import type { Failing } from '../../kernel/store/failed-again'
import type { Stored } from '../../kernel/store/stored'

/**
 * Something that time will close. `_id` names it, so that arming it twice is once. Indexes byDue: (state, dueAt),
 * byLane: (state, lane), byTurn: (state, lane, dueAt).
 */
export interface DueItemDocument extends Stored, Failing {
  /** An exam not submitted in time, a claim that the law closes, a job with more work left, a contest that was filed. */
  kind: 'attempt' | 'claim' | 'void-job' | 'erasure' | 'contest' | 'rebind'
  ref: string
  dueAt: Instant
  /** Set aside where all tries failed. */
  state: 'waiting' | 'done' | 'set-aside'
  /** What the same person caused waits in one lane; 0 in items of the first shape. */
  lane: number
}

export const dueItems = collection<DueItemDocument>()({
  indexes: { byDue: by('state', 'dueAt'), byLane: by('state', 'lane'), byTurn: by('state', 'lane', 'dueAt') },
  upgrades: [(old) => ({ ...old, lane: 0 })],
  personal: 'none',
})

declare module '../../kernel/store/collections' {
  interface Collections {
    'due-items': typeof dueItems
  }
}
