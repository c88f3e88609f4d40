import { sha256Hex } from '../kernel/digest'
import type { Instant } from '../kernel/instant'
import type { Account } from './account'
import { type Recorded, record } from './record'

export interface Release {
  /** The account's own id; the entry's adds the position, so that a later release is another entry. */
  readonly accountId: string
  readonly at: Instant
  readonly policyVersion: string
}

/**
 * The person is verified: whatever waited counts, in one entry. Null where nothing waits, so that doing it twice is
 * doing it once. Voided lines stay void.
 */
export function release(account: Account, { accountId, at, policyVersion }: Release): Recorded | null {
  const waiting = account.lines.some((line) => !line.verified && line.voidedBy === null)
  if (!waiting) return null
  const id = `verified:${accountId}:${account.sequence + 1}`
  const act = {
    id,
    kind: 'release',
    earnedAt: at,
    recordedAt: at,
    policyVersion,
    digest: sha256Hex('verified'),
  } as const
  const lines = account.lines.map((line) =>
    line.verified || line.voidedBy !== null ? line : { ...line, verified: true, releasedAt: at },
  )
  return record(account, act, lines)
}
