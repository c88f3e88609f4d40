import type { Instant } from '../../domain/kernel/instant'
import { collection } from '../kernel/store/collection'
import type { Stored } from '../kernel/store/stored'

/** A person's request for erasure, which they may withdraw until it is carried out. `_id` is the person's. */
export interface ErasureDocument extends Stored {
  state: 'waiting' | 'withdrawn' | 'done'
  askedAt: Instant
  dueAt: Instant
}

export const erasures = collection<ErasureDocument>()({
  indexes: {},
  personal: {
    leads: [{ id: (who) => who.personId }],
    exported: { heading: '注销申请' },
    onErasure: { kept: '注销办没办完，只写随机编号' },
  },
})

declare module '../kernel/store/collections' {
  interface Collections {
    erasures: typeof erasures
  }
}
