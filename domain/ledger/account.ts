import { type Hours, ZERO_HOURS } from '../kernel/hours'
import type { Instant } from '../kernel/instant'
import type { BaseLevel, Category } from '../policy/pack'

/** Where hours stand: counted; waiting for the person's verification; beyond a cap; declared invalid. */
export type Portion = 'counted' | 'pending' | 'overCap' | 'void'

export type Portions = Readonly<Record<Portion, Hours>>

/** A limit that several credits share, in one year: a public subject's hours, a kind's yearly maximum. */
export interface Cap {
  readonly bucket: string
  readonly limit: Hours
}

/** What one credit is worth today. Small, because an account carries all lines of its year. */
export interface Line {
  readonly entryId: string
  /** Position of its credit in the account's chain; movements name a line by it, so no id enters the chain. */
  readonly sequence: number
  /** Digest of what was posted: tells a repeat from a conflict. */
  readonly digest: string
  readonly category: Category
  readonly hours: Hours
  readonly baseLevel: BaseLevel | null
  readonly bucket: string | null
  readonly earnedAt: Instant
  /** The part inside its cap; all of it where no cap applies. */
  readonly within: Hours
  readonly verified: boolean
  /** When verification released it; null where it waits, or never had to. */
  readonly releasedAt: Instant | null
  /** Digest of the voiding, once void. */
  readonly voidedBy: string | null
}

/**
 * One trainee's year in one region. Everything but `lines` and the chain's head is a sum that could be computed again
 * from the entries; `replay.ts` does, and must find the same.
 */
export interface Account {
  readonly portions: Readonly<Record<Category, Portions>>
  readonly lines: readonly Line[]
  /** Limit of each bucket, as the first posting into it gave it. */
  readonly caps: Readonly<Record<string, Hours>>
  readonly sequence: number
  /** Hash of the last entry; of nothing, for an empty account. */
  readonly headHash: string
}

const NOTHING: Portions = { counted: ZERO_HOURS, pending: ZERO_HOURS, overCap: ZERO_HOURS, void: ZERO_HOURS }

export const GENESIS_HASH = '0'.repeat(64)

export const emptyAccount = (): Account => ({
  portions: { public: NOTHING, professional: NOTHING },
  lines: [],
  caps: {},
  sequence: 0,
  headHash: GENESIS_HASH,
})
