import * as z from 'zod'
import type { Actor, Claim, ClaimEventKind, ClaimStep } from '../../../domain/review/claim'
import { decideClaim, type Verdict } from '../../../domain/review/decide-claim'
import { visitDates } from '../../../domain/review/visit-dates'
import type { OrganisationDocument } from '../../bodies/documents'
import type { Act } from '../../kernel/acts'
import type { Context } from '../../kernel/context'
import { type Holder, isOwnAffair, stillHolding } from '../../kernel/holder'
import { count, identifier, someHours, statedReason, tapId, typed } from '../../kernel/inputs'
import { recordNew, wasRecorded } from '../../kernel/record'
import { accept, Refused, refuse } from '../../kernel/refused'
import type { Reads, Transaction } from '../../kernel/store/port'
import type { ClaimDocument } from '../filing/documents'
import { queuePlace } from '../filing/queue-place'
import { grantForStep } from '../filing/reviewing'
import { packOfClaim } from '../filing/show-claim'
import { creditClaim } from './credit-claim'

const givenVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approve'), hours: someHours.optional(), reason: statedReason.optional() }),
  z.object({
    kind: z.literal('return'),
    asks: z
      .array(z.object({ field: z.string().max(60), text: typed(200) }))
      .min(1)
      .max(20),
  }),
  z.object({ kind: z.literal('reject'), reason: statedReason }),
  z.object({ kind: z.literal('transfer'), orgId: identifier, reason: statedReason }),
  z.object({ kind: z.literal('opinion'), text: typed(200) }),
])
export type GivenVerdict = z.infer<typeof givenVerdict>

/** A claim as a reviewer saw it when they decided. */
export const seenClaim = z.object({
  claimId: identifier,
  /** Once for one tap: the same decision sent twice is one. */
  decisionId: tapId,
  revision: count,
  stepIndex: count,
})

export const givenDecision = seenClaim.extend({ verdict: givenVerdict })
export type GivenDecision = z.infer<typeof givenDecision>

/**
 * One level decides. At most six reads and seven writes in one transaction, for a queue and history of any size: the
 * reviewer, the claim, the body that decides, and with the last approval the person, the account and what was learned are
 * read; claim, account, entry (or the credited fact), what was learned, audit and outbox are written.
 */
export async function decide(
  ctx: Context,
  reviewer: Holder,
  decision: GivenDecision,
): Promise<ClaimDocument> {
  try {
    return await ctx.store.transact((tx) => commit(tx, ctx, { reviewer, decision }))
  } catch (error) {
    const decided = await sentBefore(ctx, error, decision)
    if (decided) return decided
    throw error
  }
}

decide.refuses = [
  'BINDING_UNVERIFIED',
  'CERTIFYING_WITHDRAWN',
  'CLAIM_CHANGED',
  'CLAIM_CLOSED',
  'HOURS_ABOVE_CLAIMED',
  'INPUT_INVALID',
  'ORG_UNKNOWN',
  'OUT_OF_SCOPE',
  'PERSON_UNKNOWN',
  'SELF_REVIEW',
  'STEP_ALREADY_DECIDED',
] as const

const actIdOf = ({ claimId, decisionId }: GivenDecision): string => `claim:${claimId}:${decisionId}`

/**
 * A phone that lost the answer asks again, and a reviewer of the next level may have decided meanwhile: it is still
 * done.
 */
async function sentBefore(
  { store }: Context,
  error: unknown,
  decision: GivenDecision,
): Promise<ClaimDocument | null> {
  if (!(error instanceof Refused) || error.refusal.code !== 'STEP_ALREADY_DECIDED') return null
  const isDone = await wasRecorded(store, { id: actIdOf(decision), kind: 'claim-approved' })
  return isDone ? store.get('claims', decision.claimId) : null
}

interface Deciding {
  reviewer: Holder
  decision: GivenDecision
}

async function commit(tx: Transaction, ctx: Context, sent: Deciding): Promise<ClaimDocument> {
  const of = { ...sent, reviewer: await stillHolding(tx, ctx, sent.reviewer) }
  const { reviewer, decision } = of
  const claim = await tx.get('claims', decision.claimId)
  // The reviewer's own claim is refused first: at any body it waits at, the helpful answer is who may not decide it. So
  // is that of whom they stand in for, who would else decide their own by another's hand.
  if (claim && isOwnAffair(reviewer, claim.personId)) refuse('SELF_REVIEW', {})
  const step = claim?.steps[decision.stepIndex]
  if (!claim || !step || !grantForStep(reviewer.grants, step)) refuse('OUT_OF_SCOPE', {})
  const body = await tx.get('organisations', step.orgId)
  if (!body) refuse('OUT_OF_SCOPE', {})
  if (!body.certifies.allowed) refuse('CERTIFYING_WITHDRAWN', { orgName: body.name })
  const pack = packOfClaim(ctx, claim)
  const { _id: id, name } = reviewer.person
  const actor: Actor = { id, name, orgName: step.orgName, at: ctx.now }
  const decided = accept(
    decideClaim(
      claim,
      {
        decisionId: decision.decisionId,
        revision: decision.revision,
        stepIndex: decision.stepIndex,
        verdict: await verdictOf(tx, decision.verdict, body),
        nextDueAt: visitDates(pack, ctx.now).dueAt,
      },
      actor,
    ),
  )
  if (decided === claim) return claim
  const after = { ...claim, ...decided, ...queuePlace(decided), ...unitOf(claim, decided, decision) }
  const entryId =
    after.state === 'credited' ? await creditClaim(tx, { claim: after, pack, now: ctx.now }) : null
  // The claim itself held no such decision a moment ago.
  await recordNew(tx, ctx, actOf(of, { step, before: claim, after }))
  return tx.replace('claims', { ...after, entryId: entryId ?? claim.entryId })
}

/**
 * The unit of a claim after a decision: a claim handed to another unit is that one's to answer for, checked and taken
 * back among all that it approved (SX22-16).
 */
function unitOf(
  { unitId, unitName }: ClaimDocument,
  { steps }: Claim,
  { stepIndex, verdict }: GivenDecision,
): Pick<ClaimDocument, 'unitId' | 'unitName'> {
  const to = verdict.kind === 'transfer' ? steps[stepIndex] : undefined
  return to?.step === 'unit' ? { unitId: to.orgId, unitName: to.orgName } : { unitId, unitName }
}

/** A transfer goes to another verified body of the same kind under the same parent; anything else is as unknown as none. */
async function verdictOf(reads: Reads, given: GivenVerdict, body: OrganisationDocument): Promise<Verdict> {
  if (given.kind !== 'transfer') return given
  const to = await reads.get('organisations', given.orgId)
  const isAlike =
    to?.kind === body.kind && to.parentId === body.parentId && to.state === 'verified' && to._id !== body._id
  if (!to || !isAlike) refuse('ORG_UNKNOWN', {})
  return { ...given, orgName: to.name }
}

/** Which act each kind of decision is, as the claim's own timeline calls it. */
const ACT_OF = {
  approved: 'claim-approved',
  reduced: 'claim-reduced',
  returned: 'claim-returned',
  rejected: 'claim-rejected',
  transferred: 'claim-transferred',
  opinion: 'claim-opinion',
} as const

const isDecision = (kind: ClaimEventKind): kind is keyof typeof ACT_OF => Object.hasOwn(ACT_OF, kind)

/**
 * The decision as an act: who decided what, in which scope. A last approval adds two events, the level's and the
 * claim's, and the level's is what was done here.
 */
function actOf(
  { reviewer, decision }: Deciding,
  { step, before, after }: { step: ClaimStep; before: Claim; after: ClaimDocument },
): Act<(typeof ACT_OF)[keyof typeof ACT_OF]> {
  const done = after.events[before.events.length]
  const role = grantForStep(reviewer.grants, step)?.role
  if (!done || !isDecision(done.kind) || !role) throw new Error(`${decision.decisionId} decided nothing`)
  return {
    id: actIdOf(decision),
    kind: ACT_OF[done.kind],
    subject: { of: 'claim', id: after._id },
    by: { actorId: reviewer.person._id, role, scope: step.orgId },
    before: `${before.state}/${before.stepIndex}`,
    after: `${after.state}/${after.stepIndex}${done.note ? `：${done.note}` : ''}`,
    payload: {
      personId: after.personId,
      claimId: after._id,
      title: after.title,
      orgId: step.orgId,
      nextOrgId: after.queueOrgId,
      note: done.note,
      credited: after.state === 'credited',
    },
  }
}
