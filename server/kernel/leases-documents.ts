import type { Instant } from '../../domain/kernel/instant'
import { by, collection } from './store/collection'
import type { Stored } from './store/stored'

/** Who works at a piece of work that one at a time may do, and until when at the latest. `_id` names the work. */
export interface WorkLeaseDocument extends Stored {
  /** The number of the run. */
  holder: string
  /** Past where it was given back. */
  until: Instant
}

export const workLeases = collection<WorkLeaseDocument>()({ indexes: { byId: by() }, personal: 'none' })
