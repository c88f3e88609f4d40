import { type Claim, currentStep } from '../../../domain/review/claim'
import type { ClaimDocument } from './documents'

/** Later than any deadline: the sort value of a claim without one, or of one that waits for no body. */
export const NO_DEADLINE = Date.UTC(9999, 0, 1)

/**
 * The body that must decide a claim next, and its sort value there. A returned claim waits for the trainee, an ended
 * one for no one.
 */
export function queuePlace(claim: Claim): Pick<ClaimDocument, 'queueOrgId' | 'queueDueAt'> {
  if (claim.state !== 'submitted') return { queueOrgId: '', queueDueAt: NO_DEADLINE }
  return { queueOrgId: currentStep(claim)?.orgId ?? '', queueDueAt: claim.dueAt ?? NO_DEADLINE }
}
