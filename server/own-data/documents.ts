import type { Instant } from '../../domain/kernel/instant'
import type { Stored } from '../kernel/store/port'

/** Somebody's wish to be forgotten, which they may take back until it is done. `_id` is the person's. */
export interface ErasureDocument extends Stored {
  state: 'waiting' | 'withdrawn' | 'done'
  askedAt: Instant
  dueAt: Instant
}
