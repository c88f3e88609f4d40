import type { Hours } from '../kernel/hours'
import type { Instant } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import { type Actor, type Claim, type ClaimStep, type ClaimSubject, isOpen, told } from './claim'

export interface Submission {
  readonly subject: ClaimSubject
  readonly claimedHours: Hours | null
  /** Of the content that its approvers will see, see `contentDigest`. */
  readonly digest: string
  /** The chain as the tree gives it at submission, `skipped` levels included. */
  readonly steps: readonly ClaimStep[]
  readonly dueAt: Instant | null
  readonly closesAt: Instant | null
}

/** A claim submitted for the first time, waiting at the first level that exists. */
export function submitClaim(submission: Submission, actor: Actor): Claim {
  const { steps } = submission
  const stepIndex = firstWaiting(steps)
  const skipped = steps.slice(0, stepIndex)
  const events = skipped.reduce(
    (lines, step) =>
      told({ events: lines }, { ...actor, orgName: step.orgName }, { kind: 'skipped', note: step.note }),
    told({ events: [] }, actor, { kind: 'submitted', hours: submission.claimedHours }),
  )
  return {
    ...submission,
    state: 'submitted',
    stepIndex,
    revision: 1,
    recognisedHours: null,
    asks: [],
    events,
    decisionId: '',
  }
}

const CHANGED = '审核过的内容有改动，从第一级重新审核'

/**
 * Resubmits a returned claim. Unchanged, it goes back to the level that returned it, because the levels before have
 * approved what they saw. If anything they saw has changed, be it a field, a file or the hours, it begins at the first
 * level again and says so: an approval never stands for what nobody showed to the approver. Refuses CLAIM_CLOSED unless
 * the claim was returned.
 * Worked example: the unit approved and the department returned it; with another photo the unit reviews it anew.
 */
export function resubmitClaim(
  claim: Claim,
  submission: Submission,
  actor: Actor,
): Outcome<Claim, 'CLAIM_CLOSED'> {
  if (claim.state !== 'returned') return refused('CLAIM_CLOSED', { state: claim.state })
  const kept = claim.digest === submission.digest && bodiesOf(claim.steps) === bodiesOf(submission.steps)
  const undone = !kept && claim.steps.some(({ outcome }) => outcome === 'approved')
  const steps = kept ? claim.steps : submission.steps
  return accepted({
    ...claim,
    ...submission,
    steps,
    state: 'submitted',
    stepIndex: kept ? claim.stepIndex : firstWaiting(steps),
    revision: claim.revision + 1,
    recognisedHours: kept ? claim.recognisedHours : null,
    asks: [],
    events: told(claim, actor, {
      kind: 'resubmitted',
      note: undone ? CHANGED : '',
      hours: submission.claimedHours,
    }),
  })
}

/**
 * Withdraws a claim that has not ended. After the law's close it lapses instead (QH23-12), because a
 * withdrawal would hide who was late.
 */
export function withdrawClaim(claim: Claim, actor: Actor): Outcome<Claim, 'CLAIM_CLOSED'> {
  if (claim.state === 'withdrawn') return accepted(claim)
  if (!isOpen(claim)) return refused('CLAIM_CLOSED', { state: claim.state })
  if (claim.closesAt !== null && actor.at >= claim.closesAt)
    return refused('CLAIM_CLOSED', { state: 'lapsed' })
  return accepted({
    ...claim,
    state: 'withdrawn',
    dueAt: null,
    events: told(claim, actor, { kind: 'withdrawn' }),
  })
}

/** Index of the first level that exists; the length where none does. */
export const firstWaiting = (steps: readonly ClaimStep[]): number => {
  const index = steps.findIndex(({ outcome }) => outcome === 'waiting')
  return index < 0 ? steps.length : index
}

const bodiesOf = (steps: readonly ClaimStep[]): string => steps.map(({ orgId }) => orgId).join('|')
