import { canonicalJson } from '../kernel/canonical'
import { sha256Hex } from '../kernel/digest'
import { type Hours, hundredths } from '../kernel/hours'
import type { Instant } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { BaseLevel, Category } from '../policy/pack'
import type { Limit } from '../policy/share-limit'
import type { Account, Line } from './account'
import { type Recorded, record } from './record'

export interface Posting {
  /** Made of the cause: the same event gives the same id. */
  readonly id: string
  readonly category: Category
  readonly hours: Hours
  readonly baseLevel: BaseLevel | null
  readonly cap: Limit | null
  /** Whole days that the learning took; one where it is absent. */
  readonly days?: number
  /** Names the evidence that counts once; absent where there is none, or where the notice does not ask. */
  readonly evidenceKey?: string
  /** Whether the trainee is verified; an unverified trainee's hours wait, and are released later. */
  readonly verified: boolean
  readonly earnedAt: Instant
  readonly recordedAt: Instant
  readonly policyVersion: string
  /** The rest of the event's content (title, subject, cause), as plain JSON. */
  readonly content: unknown
}

export type Posted =
  | ({ readonly kind: 'posted' } & Recorded)
  | { readonly kind: 'repeated'; readonly line: Line }

/**
 * The digest of the content that a repeat must share. It leaves out the recording time and the pack, because
 * a retry may come after an update.
 */
const digestOf = ({ category, hours, baseLevel, earnedAt, content }: Posting): string =>
  sha256Hex(canonicalJson({ category, hours, baseLevel, earnedAt, content }))

/**
 * Credits hours to an account, once per cause. The same id with the same content is a repeat and changes
 * nothing; with other content it is refused with ENTRY_CONFLICT. Hours are hundredths above zero; anything
 * else throws.
 * Worked example: 8 学时 of a verified trainee: nothing → counted 8.00; of an unverified one: nothing → pending
 * 8.00.
 */
export function post(account: Account, posting: Posting): Outcome<Posted, 'ENTRY_CONFLICT'> {
  const digest = digestOf(posting)
  const line = account.lines.find(({ entryId }) => entryId === posting.id)
  if (line && line.digest !== digest) return refused('ENTRY_CONFLICT', { entryId: posting.id })
  if (line) return accepted({ kind: 'repeated', line })
  if (posting.hours <= 0) throw new RangeError(`a credit of ${posting.hours} hundredths`)
  const { id, earnedAt, recordedAt, policyVersion, cap } = posting
  const caps = cap === null || cap.bucket in account.caps ? account.caps : withCap(account, cap)
  const act = { id, kind: 'credit', earnedAt, recordedAt, policyVersion, digest } as const
  const lines = [...account.lines, lineOf(posting, digest, account.sequence + 1)]
  return accepted({ kind: 'posted', ...record({ ...account, caps }, act, lines) })
}

const withCap = (account: Account, cap: Limit): Account['caps'] => ({
  ...account.caps,
  [cap.bucket]: hundredths(cap.hours),
})

const lineOf = (posting: Posting, digest: string, sequence: number): Line => ({
  entryId: posting.id,
  sequence,
  digest,
  category: posting.category,
  hours: posting.hours,
  baseLevel: posting.baseLevel,
  bucket: posting.cap?.bucket ?? null,
  earnedAt: posting.earnedAt,
  days: Math.max(1, posting.days ?? 1),
  evidence: posting.evidenceKey === undefined ? null : sha256Hex(posting.evidenceKey),
  within: posting.hours,
  repeats: false,
  verified: posting.verified,
  releasedAt: null,
  voidedBy: null,
})
