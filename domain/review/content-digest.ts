import { canonicalJson } from '../kernel/canonical'
import { sha256Hex } from '../kernel/digest'
import type { Hours } from '../kernel/hours'
import type { ClaimSubject } from './claim'

export interface ClaimContent {
  readonly subject: ClaimSubject
  readonly claimedHours: Hours | null
  /** As typed. */
  readonly fields: Readonly<Record<string, string>>
  /** SHA-256 of each file's bytes. */
  readonly files: readonly string[]
  /** The head of the account that a yearly application is about; null for any other claim. */
  readonly accountHead: string | null
}

/**
 * The digest of what an approver sees of a claim and says yes to: its subject, its hours, each field and each file. Blanks
 * around a field, a field left empty and the order of files are no content.
 * Worked example: the same paper with another photo has another digest, and so has a year in which something was
 * learned since.
 */
export function contentDigest({ subject, claimedHours, fields, files, accountHead }: ClaimContent): string {
  const filled = Object.entries(fields)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '')
  return sha256Hex(
    canonicalJson({
      subject,
      claimedHours,
      fields: Object.fromEntries(filled),
      files: [...new Set(files)].sort(),
      accountHead,
    }),
  )
}
