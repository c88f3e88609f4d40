import type { Instant } from '../../../domain/kernel/instant'
import { by, collection } from '../../kernel/store/collection'
import type { Failing } from '../../kernel/store/failed-again'
import { NO_SHARD, type WaitingPlace } from '../../kernel/store/lanes'
import type { Stored } from '../../kernel/store/stored'

/**
 * Something that time will close. `_id` names it, so that arming it twice is once. Indexes byDue: (state, dueAt),
 * byShard: (state, shard, dueAt), byTurn: (state, lane, dueAt).
 */
export interface DueItemDocument extends Stored, Failing, WaitingPlace {
  /** An exam not submitted in time, a claim that the law closes, a job with more work left, a contest that was filed. */
  kind: 'attempt' | 'claim' | 'void-job' | 'erasure' | 'contest' | 'rebind'
  ref: string
  dueAt: Instant
  /** Set aside where all tries failed. */
  state: 'waiting' | 'done' | 'set-aside'
}

export const dueItems = collection<DueItemDocument>()({
  indexes: {
    byDue: by('state', 'dueAt'),
    byShard: by('state', 'shard', 'dueAt'),
    byTurn: by('state', 'lane', 'dueAt'),
  },
  upgrades: [(old) => ({ ...old, lane: 0 }), (old) => ({ ...old, shard: NO_SHARD })],
  personal: 'none',
})

declare module '../../kernel/store/collections' {
  interface Collections {
    'due-items': typeof dueItems
  }
}
