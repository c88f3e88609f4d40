import { canonicalJson } from '../kernel/canonical'
import { sha256Hex } from '../kernel/digest'
import type { Hours } from '../kernel/hours'
import type { Instant } from '../kernel/instant'
import type { Category } from '../policy/pack'
import type { Portion } from './account'

/** Hours of one line moving between portions; `from` is null where the hours come into being. */
export interface Movement {
  readonly line: number
  readonly category: Category
  readonly from: Portion | null
  readonly to: Portion
  readonly hours: Hours
}

/**
 * One act on an account (学时记录), never edited. The hours that the act frees or displaces elsewhere under a cap
 * are further movements of the same entry, so that one act is one document.
 */
export interface Entry {
  readonly id: string
  readonly kind: 'credit' | 'release' | 'void'
  readonly sequence: number
  readonly movements: readonly Movement[]
  /**
   * When the trainee earned the hours. Caps allocate by it, so that a delay of the platform never costs
   * hours.
   */
  readonly earnedAt: Instant
  readonly recordedAt: Instant
  readonly policyVersion: string
  readonly digest: string
  readonly previousHash: string
  readonly hash: string
}

export type Unhashed = Omit<Entry, 'hash'>

/**
 * Hashes an entry together with the hash before it. Neither a person nor any id enters the hash: heads can be
 * published, and a person's data erased, without breaking the chain.
 */
export function hashOf(entry: Unhashed): string {
  const { kind, sequence, movements, earnedAt, recordedAt, policyVersion, digest, previousHash } = entry
  return sha256Hex(
    canonicalJson({
      kind,
      sequence,
      movements,
      earnedAt,
      recordedAt,
      policyVersion,
      digest,
      previousHash,
    }),
  )
}

export const linked = (entry: Unhashed): Entry => ({ ...entry, hash: hashOf(entry) })
