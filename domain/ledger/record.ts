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
 * Every act goes through here: the lines as they are to be, shared out again under their caps, compared with the lines
 * as they were; the difference is the entry, and the entry is what changes the sums.
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
