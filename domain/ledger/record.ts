import type { Account, Line } from './account'
import { allocate } from './allocate'
import { type Entry, linked, type Unhashed } from './entry'
import { applyMovements, movementsOf } from './movements'

export interface Recorded {
  readonly account: Account
  readonly entry: Entry
}

type Act = Pick<Unhashed, 'id' | 'kind' | 'earnedAt' | 'recordedAt' | 'policyVersion' | 'digest'>

/**
 * The one way to change an account. The lines are shared out again under their caps and compared with the
 * lines before; the difference is the entry, and the entry's movements change the sums.
 */
export function record(account: Account, act: Act, lines: readonly Line[]): Recorded {
  const after = allocate(lines, account.caps)
  const before = new Map(account.lines.map((line) => [line.sequence, line]))
  const movements = after.flatMap((line) => movementsOf(before.get(line.sequence) ?? null, line))
  const sequence = account.sequence + 1
  const entry = linked({ ...act, sequence, movements, previousHash: account.headHash })
  return {
    entry,
    account: {
      portions: applyMovements(account.portions, movements),
      lines: after,
      caps: account.caps,
      sequence,
      headHash: entry.hash,
    },
  }
}
