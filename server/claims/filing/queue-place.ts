import { type Claim, currentStep } from '../../../domain/review/claim'
import type { ClaimDocument } from './documents'

/** Later than any deadline: where a claim without one, or one that waits for nobody, stands in a queue. */
export const NO_DEADLINE = Date.UTC(9999, 0, 1)

/** Whose turn a claim is and what sorts it there. What is returned waits for the person, what has ended for nobody. */
export function queuePlace(claim: Claim): Pick<ClaimDocument, 'queueOrgId' | 'queueDueAt'> {
  if (claim.state !== 'submitted') return { queueOrgId: '', queueDueAt: NO_DEADLINE }
  return { queueOrgId: currentStep(claim)?.orgId ?? '', queueDueAt: claim.dueAt ?? NO_DEADLINE }
}
