import type { Instant } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { Actor } from '../review/claim'

/** The checklist of every sample. */
export const CHECKLIST = ['evidence', 'person', 'hours', 'dates', 'procedure'] as const
export type ChecklistItem = (typeof CHECKLIST)[number]

/**
 * The finding on one sample; `failed` names the items that do not hold, and is empty where the sample is in
 * order.
 */
export interface Finding {
  readonly verdict: 'in-order' | 'false'
  readonly failed: readonly ChecklistItem[]
  readonly reason: string
  /** How the inspector saw it: a telephone call, the original on paper. */
  readonly evidenceNote: string
}

export interface Sample {
  readonly claimId: string
  /** Null until an inspector has looked. */
  readonly finding: (Finding & { readonly by: string; readonly byName: string; readonly at: Instant }) | null
}

export interface SampleCounts {
  readonly all: number
  readonly open: number
  readonly false: number
}

export const countSamples = (samples: readonly Sample[]): SampleCounts => ({
  all: samples.length,
  open: samples.filter(({ finding }) => finding === null).length,
  false: samples.filter(({ finding }) => finding?.verdict === 'false').length,
})

/**
 * Records a finding. It may be replaced as long as no hours were voided because of it; the caller checks
 * that. A false finding names the failed items and a reason, because the trainee reads it; a finding in order
 * has no failed item.
 */
export function withFinding<S extends Sample>(
  samples: readonly S[],
  { claimId, finding }: { claimId: string; finding: Finding },
  actor: Pick<Actor, 'id' | 'name' | 'at'>,
): Outcome<readonly S[], 'CLAIM_UNKNOWN' | 'INPUT_INVALID'> {
  if (!samples.some((sample) => sample.claimId === claimId)) return refused('CLAIM_UNKNOWN', {})
  if (finding.verdict === 'in-order' && finding.failed.length > 0)
    return refused('INPUT_INVALID', { fields: ['failed'] })
  const lacking = [
    ...(finding.failed.length === 0 ? ['failed'] : []),
    ...(finding.reason.trim() === '' ? ['reason'] : []),
  ]
  if (finding.verdict === 'false' && lacking.length > 0) return refused('INPUT_INVALID', { fields: lacking })
  const found = { ...finding, by: actor.id, byName: actor.name, at: actor.at }
  return accepted(
    samples.map((sample) => (sample.claimId === claimId ? { ...sample, finding: found } : sample)),
  )
}
