import { canonicalJson } from '../kernel/canonical'
import { sha256Hex } from '../kernel/digest'
import type { Hours } from '../kernel/hours'
import type { Instant } from '../kernel/instant'
import type { Category } from '../policy/pack'
import type { Portion } from './account'

/** Hours of one line going from one portion to another; `from` is null where they come into being. */
export interface Movement {
  readonly line: number
  readonly category: Category
  readonly from: Portion | null
  readonly to: Portion
  readonly hours: Hours
}

/**
 * One act on an account, never edited. What it frees or displaces elsewhere under a cap travels in the same entry as
 * further movements, so that one act is one document.
 */
export interface Entry {
  readonly id: string
  readonly kind: 'credit' | 'release' | 'void'
  readonly sequence: number
  readonly movements: readonly Movement[]
  /** When the person earned it; caps allocate by it, so that a delay of ours never costs hours. */
  readonly earnedAt: Instant
  readonly recordedAt: Instant
  readonly policyVersion: string
  readonly digest: string
  readonly previousHash: string
  readonly hash: string
}

export type Unhashed = Omit<Entry, 'hash'>

/**
 * Links an entry to the one before it. Neither a person nor any id enters the hash: heads can be published, and a
 * person's data erased, without breaking the chain.
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
