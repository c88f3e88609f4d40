import type { Reads } from '../../kernel/store/port'
import { type AccountKey, accountIdOf } from './account-id'
import type { AccountDocument } from './documents'

/** Null where the person has no hours in that year yet. */
export const readAccount = (reads: Reads, key: AccountKey): Promise<AccountDocument | null> =>
  reads.get('accounts', accountIdOf(key))
