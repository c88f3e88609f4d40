import type { Instant } from '../../domain/kernel/instant'
import { by, collection } from './store/collection'
import type { Stored } from './store/stored'

/**
 * What was spent of one limit by one of those whom it counts apart, in one window of time. `_id` is
 * `limit:keyed hash:window`, so that it names nobody. Index byEnd: (endsAt), by which it is removed.
 */
export interface BudgetDocument extends Stored {
  spent: number
  endsAt: Instant
}

export const budgets = collection<BudgetDocument>()({ indexes: { byEnd: by('endsAt') }, personal: 'none' })
