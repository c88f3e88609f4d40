import { type Hours, ZERO_HOURS } from '../kernel/hours'
import type { Instant } from '../kernel/instant'
import type { BaseLevel, Category } from '../policy/pack'

/**
 * Where hours stand: counted (已计入); pending, until the trainee is verified (待核验); over a cap (超出上限); void,
 * declared invalid or a repetition of what counts (不计入).
 */
export type Portion = 'counted' | 'pending' | 'overCap' | 'void'

export type Portions = Readonly<Record<Portion, Hours>>

/**
 * The present state of one credit. Kept small, because an account document carries every line of its year.
 */
export interface Line {
  readonly entryId: string
  /**
   * Position of the credit's entry in the account's chain. Movements name a line by it, so that no id enters
   * the chain.
   */
  readonly sequence: number
  /** Digest of the posting, by which a repeat is told from a conflict. */
  readonly digest: string
  readonly category: Category
  readonly hours: Hours
  readonly baseLevel: BaseLevel | null
  readonly bucket: string | null
  readonly earnedAt: Instant
  /** Whole days that the learning took, over which a limit per day spreads its hours. */
  readonly days: number
  /** Digest of the evidence that counts once; null where it has none. */
  readonly evidence: string | null
  /** The hours within the cap; all hours where no cap applies. */
  readonly within: Hours
  /** The same evidence gave hours by a line before it: these give none. */
  readonly repeats: boolean
  readonly verified: boolean
  /** When verification released the hours; null while they wait, or where they never had to wait. */
  readonly releasedAt: Instant | null
  /** Digest of the voiding; null while the credit stands. */
  readonly voidedBy: string | null
}

/**
 * One trainee's year in one region (学时账户). Everything but `lines`, `caps` and the chain's head is a sum of
 * the entries: `replay.ts` computes it again, and must find the same.
 */
export interface Account {
  readonly portions: Readonly<Record<Category, Portions>>
  readonly lines: readonly Line[]
  /** Limit of each bucket, a day's where its name says so; fixed by the first posting into it. */
  readonly caps: Readonly<Record<string, Hours>>
  readonly sequence: number
  /** Hash of the last entry; GENESIS_HASH for an empty account. */
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
