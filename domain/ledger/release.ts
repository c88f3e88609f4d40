import { sha256Hex } from '../kernel/digest'
import type { Instant } from '../kernel/instant'
import type { Account } from './account'
import { type Recorded, record } from './record'

export interface Release {
  /** The id of the account. The entry's id adds the position, so that a later release is another entry. */
  readonly accountId: string
  readonly at: Instant
  readonly policyVersion: string
  /** Releases only hours earned up to this moment; all pending hours where it is absent. */
  readonly earnedUntil?: Instant
}

/**
 * Counts pending hours in one entry, once the trainee (SX22-13) or the year's application (QH23-11) is
 * verified. Void lines stay void. Answers null where nothing is pending, so that a second call changes
 * nothing.
 * Worked example: hours of May and of December are pending and the application of November passes: May's
 * count, December's wait for another application.
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
