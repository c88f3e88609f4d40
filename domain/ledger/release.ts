import { sha256Hex } from '../kernel/digest'
import type { Instant } from '../kernel/instant'
import type { Account } from './account'
import { type Recorded, record } from './record'

export interface Release {
  /** The account's own id; the entry's adds the position, so that a later release is another entry. */
  readonly accountId: string
  readonly at: Instant
  readonly policyVersion: string
  /** Only what was earned up to this moment; all that waits where it is not said. */
  readonly earnedUntil?: Instant
}

/**
 * What waited was verified, the person (SX22-13) or the year's application (QH23-11): it counts, in one entry. Null
 * where nothing waits, so that doing it twice is doing it once. Voided lines stay void. Worked example: hours of May
 * and of December wait; the application of November passes: May's count, December's wait for another one.
 */
export function release(
  account: Account,
  { accountId, at, policyVersion, earnedUntil }: Release,
): Recorded | null {
  const waits = (line: Account['lines'][number]): boolean =>
    !line.verified && line.voidedBy === null && (earnedUntil === undefined || line.earnedAt <= earnedUntil)
  if (!account.lines.some(waits)) return null
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
    waits(line) ? { ...line, verified: true, releasedAt: at } : line,
  )
  return record(account, act, lines)
}
