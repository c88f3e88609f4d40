import { type Hours, ZERO_HOURS } from '../kernel/hours'
import type { Instant } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import {
  type Actor,
  type Ask,
  type Claim,
  type ClaimState,
  type ClaimStep,
  currentStep,
  isOpen,
  told,
} from './claim'
import { firstWaiting } from './submit-claim'

export type Verdict =
  /** Fewer `hours` than claimed need a reason; more are refused. */
  | { readonly kind: 'approve'; readonly hours?: Hours | undefined; readonly reason?: string | undefined }
  | { readonly kind: 'return'; readonly asks: readonly Ask[] }
  | { readonly kind: 'reject'; readonly reason: string }
  /** To another body of the same level, for example after the trainee moved. */
  | { readonly kind: 'transfer'; readonly orgId: string; readonly orgName: string; readonly reason: string }
  /** An opinion for the levels that decide later; it decides nothing. */
  | { readonly kind: 'opinion'; readonly text: string }

export interface ClaimDecision {
  readonly decisionId: string
  /** The revision and the step that the reviewer saw. */
  readonly revision: number
  readonly stepIndex: number
  readonly verdict: Verdict
  /** The deadline of the next visit. */
  readonly nextDueAt: Instant | null
}

type DecisionRefusal =
  | 'CLAIM_CLOSED'
  | 'CLAIM_CHANGED'
  | 'STEP_ALREADY_DECIDED'
  | 'HOURS_ABOVE_CLAIMED'
  | 'INPUT_INVALID'

/**
 * Applies one level's decision. The same decision twice is one; another decision on a step that was decided
 * meanwhile is refused with the name of its decider, and no decision is accepted after the law's close.
 * Worked example: unit and department approve 16 学时, the bureau approves 12 with a reason: 12 are credited.
 */
export function decideClaim(
  claim: Claim,
  decision: ClaimDecision,
  actor: Actor,
): Outcome<Claim, DecisionRefusal> {
  if (claim.decisionId !== '' && claim.decisionId === decision.decisionId) return accepted(claim)
  const decided = claim.steps[decision.stepIndex]
  if (decided && decided.decidedAt !== null)
    return refused('STEP_ALREADY_DECIDED', { byName: decided.decidedByName, at: decided.decidedAt })
  const sentAway = claim.events.at(-1)
  if (sentAway && SENT_AWAY.includes(claim.state) && isOfSameVisit(claim, decision))
    return refused('STEP_ALREADY_DECIDED', { byName: sentAway.byName, at: sentAway.at })
  if (claim.state !== 'submitted') return refused('CLAIM_CLOSED', { state: claim.state })
  if (claim.closesAt !== null && actor.at >= claim.closesAt)
    return refused('CLAIM_CLOSED', { state: 'lapsed' })
  const step = currentStep(claim)
  if (!step || !isOfSameVisit(claim, decision)) return refused('CLAIM_CHANGED', { revision: claim.revision })
  const marked = { ...claim, decisionId: decision.decisionId }
  return VERDICTS[decision.verdict.kind](marked, decision as never, actor)
}

const SENT_AWAY: readonly ClaimState[] = ['returned', 'rejected']

const isOfSameVisit = (claim: Claim, { revision, stepIndex }: ClaimDecision): boolean =>
  revision === claim.revision && stepIndex === claim.stepIndex

type Decide<K extends Verdict['kind']> = (
  claim: Claim,
  decision: ClaimDecision & { readonly verdict: Extract<Verdict, { kind: K }> },
  actor: Actor,
) => Outcome<Claim, DecisionRefusal>

const VERDICTS: { readonly [K in Verdict['kind']]: Decide<K> } = {
  approve: (claim, { verdict, nextDueAt }, actor) => approve(claim, { ...verdict, nextDueAt }, actor),
  return: (claim, { verdict: { asks } }, actor) =>
    asks.length === 0
      ? refused('INPUT_INVALID', { fields: ['asks'] })
      : accepted({
          ...claim,
          state: 'returned',
          asks,
          // A return gives the trainee time again: the visit after it gets its own deadline.
          dueAt: null,
          events: told(claim, actor, { kind: 'returned', note: asks.map(({ text }) => text).join('；') }),
        }),
  reject: (claim, { verdict: { reason } }, actor) =>
    accepted({
      ...claim,
      state: 'rejected',
      dueAt: null,
      events: told(claim, actor, { kind: 'rejected', note: reason }),
    }),
  transfer: (claim, { verdict, nextDueAt }, actor) =>
    accepted({
      ...claim,
      dueAt: nextDueAt,
      steps: withStep(claim, { orgId: verdict.orgId, orgName: verdict.orgName }),
      events: told(claim, actor, { kind: 'transferred', note: `${verdict.orgName}：${verdict.reason}` }),
    }),
  opinion: (claim, { verdict: { text } }, actor) =>
    accepted({ ...claim, events: told(claim, actor, { kind: 'opinion', note: text }) }),
}

interface Approval {
  readonly hours?: Hours | undefined
  readonly reason?: string | undefined
  readonly nextDueAt: Instant | null
}

function approve(
  claim: Claim,
  { hours, reason = '', nextDueAt }: Approval,
  actor: Actor,
): Outcome<Claim, DecisionRefusal> {
  const before = claim.recognisedHours ?? claim.claimedHours
  const recognised = hours ?? before
  const reduced = (recognised ?? ZERO_HOURS) < (before ?? ZERO_HOURS)
  if (recognised === null) {
    // Without a formula the hours are still open, so the first level must recognise them.
    if (claim.subject.type === 'hours') return refused('INPUT_INVALID', { fields: ['hours'] })
  } else if (before !== null) {
    if (recognised > before) return refused('HOURS_ABOVE_CLAIMED', { hours: before })
    if (recognised <= ZERO_HOURS) return refused('INPUT_INVALID', { fields: ['hours'] })
    if (reduced && reason.trim() === '') return refused('INPUT_INVALID', { fields: ['reason'] })
  }
  const steps = withStep(claim, {
    outcome: 'approved',
    decidedBy: actor.id,
    decidedByName: actor.name,
    decidedAt: actor.at,
    hours: recognised,
    note: reason,
  })
  const next = firstWaiting(steps)
  const last = next === steps.length
  const events = told(claim, actor, {
    kind: reduced ? 'reduced' : 'approved',
    note: reason,
    hours: recognised,
  })
  return accepted({
    ...claim,
    steps,
    stepIndex: next,
    recognisedHours: recognised,
    state: last ? 'credited' : 'submitted',
    dueAt: last ? null : nextDueAt,
    events: last ? told({ events }, actor, { kind: 'credited', hours: recognised }) : events,
  })
}

const withStep = ({ steps, stepIndex }: Claim, change: Partial<ClaimStep>): ClaimStep[] =>
  steps.map((step, index) => (index === stepIndex ? { ...step, ...change } : step))

/**
 * Closes an unfinished claim after the law's date (QH23-12), and names the level it waited for. Null where
 * the claim does not lapse yet, or has ended.
 */
export function lapseClaim(claim: Claim, at: Instant): Claim | null {
  if (!isOpen(claim) || claim.closesAt === null || at < claim.closesAt) return null
  const orgName = currentStep(claim)?.orgName ?? ''
  const late = claim.state === 'returned' ? '申报人没有按时补正' : `${orgName}没有按时审核`
  const actor = { id: 'clock', name: '系统', orgName, at: claim.closesAt }
  return {
    ...claim,
    state: 'lapsed',
    dueAt: null,
    // clause QH23-13
    events: told(claim, actor, { kind: 'lapsed', note: late }),
  }
}

/** Revokes a credited claim that proved false (SX22-16); its hours are voided with it. */
export function revokeClaim(claim: Claim, reason: string, actor: Actor): Outcome<Claim, 'CLAIM_CLOSED'> {
  if (claim.state === 'revoked') return accepted(claim)
  if (claim.state !== 'credited') return refused('CLAIM_CLOSED', { state: claim.state })
  return accepted({
    ...claim,
    state: 'revoked',
    events: told(claim, actor, { kind: 'revoked', note: reason }),
  })
}

/** Restores a revoked claim after an upheld objection; its timeline keeps both acts. */
export function reinstateClaim(claim: Claim, reason: string, actor: Actor): Outcome<Claim, 'CLAIM_CLOSED'> {
  if (claim.state !== 'revoked') return refused('CLAIM_CLOSED', { state: claim.state })
  return accepted({
    ...claim,
    state: 'credited',
    events: told(claim, actor, { kind: 'reinstated', note: reason }),
  })
}
