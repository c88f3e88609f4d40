import type { Instant } from '../../domain/kernel/instant'
import { collection } from '../kernel/store/collection'
import type { Stored } from '../kernel/store/stored'

/** Somebody's wish to be forgotten, which they may take back until it is done. `_id` is the person's. */
export interface ErasureDocument extends Stored {
  state: 'waiting' | 'withdrawn' | 'done'
  askedAt: Instant
  dueAt: Instant
}

export const erasures = collection<ErasureDocument>()({ indexes: {} })

declare module '../kernel/store/collections' {
  interface Collections {
    erasures: typeof erasures
  }
}
