import { canonicalJson } from '../kernel/canonical'
import { sha256Hex } from '../kernel/digest'
import type { Instant } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { Account } from './account'
import { type Recorded, record } from './record'

export interface Voiding {
  /** The id of the credit that is declared invalid. */
  readonly entryId: string
  readonly reason: string
  /** The rule that asks for the voiding: SX22-16, "对违规认证学时按无效处理". */
  readonly clauseId: string
  readonly at: Instant
  readonly policyVersion: string
}

export type Voided = ({ readonly kind: 'voided' } & Recorded) | { readonly kind: 'repeated' }

/**
 * Voids a credit by a reversal entry; nothing is edited. Hours over the cap flow back into the room that the
 * reversal frees, in the same entry. The same voiding twice is one; with another reason it is refused with
 * ENTRY_CONFLICT. Throws where the account has no such credit, because the caller read the wrong account.
 */
export function voidEntry(account: Account, voiding: Voiding): Outcome<Voided, 'ENTRY_CONFLICT'> {
  const { entryId, reason, clauseId, at, policyVersion } = voiding
  const line = account.lines.find((candidate) => candidate.entryId === entryId)
  if (!line) throw new RangeError(`no credit ${entryId} in this account`)
  const id = `void:${entryId}`
  const digest = sha256Hex(canonicalJson({ credit: line.digest, reason, clauseId }))
  if (line.voidedBy === digest) return accepted({ kind: 'repeated' })
  if (line.voidedBy !== null) return refused('ENTRY_CONFLICT', { entryId: id })
  const act = { id, kind: 'void', earnedAt: line.earnedAt, recordedAt: at, policyVersion, digest } as const
  const lines = account.lines.map((other) => (other === line ? { ...line, voidedBy: digest } : other))
  return accepted({ kind: 'voided', ...record(account, act, lines) })
}
