import { currentStep } from '../../../domain/review/claim'
import type { OrganisationDocument } from '../../bodies/documents'
import { ringsOf } from '../../books/hours/account-view'
import type { Context } from '../../kernel/context'
import type { Holder } from '../../kernel/holder'
import { hourWordOf } from '../../kernel/hour-word'
import { refuse } from '../../kernel/refused'
import type { ClaimDocument } from '../filing/documents'
import { lapsedNow } from '../filing/lapse-claim'
import { grantForStep, maySeeClaim } from '../filing/reviewing'
import { claimView } from '../filing/show-claim'
import type { ClaimToReview, DecidedView } from './claim-views'
import { lookAtClaims } from './look-at-claims'
import { oddReasons, ownAffair } from './odd-reasons'

const MOST_SIBLINGS = 50

/** A claim as its reviewer needs it: evidence, facts, caps, duplicates, the person's year, the decisions before. */
export async function showClaimToReview(
  ctx: Context,
  reviewer: Holder,
  claimId: string,
): Promise<ClaimToReview> {
  const found = await ctx.store.get('claims', claimId)
  // Whether an id exists is nobody's business who may not read it.
  if (!found || !maySeeClaim(reviewer.grants, found)) refuse('OUT_OF_SCOPE', {})
  const claim = await lapsedNow(ctx, found)
  const [[looked], person] = await Promise.all([
    lookAtClaims(ctx, [claim]),
    ctx.store.get('persons', claim.personId),
  ])
  if (!looked) throw new Error(`${claimId} was not looked at`)
  const step = currentStep(claim)
  const body = step ? await ctx.store.get('organisations', step.orgId) : null
  const whyNot = obstacleTo(ctx, reviewer, { claim, body })
  const mostHours = claim.recognisedHours ?? claim.claimedHours
  return {
    claim: claimView(ctx, claim),
    personId: claim.personId,
    personName: claim.personName,
    idNumberMasked: person?.idNumberMasked ?? '',
    unitName: claim.unitName,
    revision: claim.revision,
    stepIndex: claim.stepIndex,
    canDecide: whyNot === '',
    whyNot,
    mostHours,
    needsHours: claim.subject.type === 'hours' && mostHours === null,
    effect: looked.effect,
    rings: ringsOf(looked.account, looked.pack),
    odd: oddReasons(looked, reviewer),
    transferTo: whyNot === '' && body ? await siblingsOf(ctx, body) : [],
    dueAt: claim.dueAt,
    isLate: claim.dueAt !== null && ctx.now >= claim.dueAt,
  }
}

showClaimToReview.refuses = ['OUT_OF_SCOPE'] as const

/** Why this reviewer cannot decide it now; empty where they can. */
function obstacleTo(
  ctx: Context,
  reviewer: Holder,
  { claim, body }: { claim: ClaimDocument; body: OrganisationDocument | null },
): string {
  const step = currentStep(claim)
  if (claim.state !== 'submitted' || !step) return '这份申报现在不在审核中'
  if (!grantForStep(reviewer.grants, step)) return `现在由${step.orgName}审核`
  const [own] = ownAffair(claim, reviewer)
  if (own) return own
  if (body && !body.certifies.allowed) return `${body.name}的${hourWordOf(ctx, body.region)}认证权限已被取消`
  return ''
}

/** Bodies of the same kind under the same parent; at the top there is nobody to hand it to. */
async function siblingsOf(
  { store }: Context,
  body: OrganisationDocument,
): Promise<{ id: string; name: string }[]> {
  if (body.parentId === null) return []
  const { items } = await store.query('organisations', 'byParent', {
    equals: { parentId: body.parentId },
    limit: MOST_SIBLINGS,
  })
  return items
    .filter(({ _id, kind, state }) => _id !== body._id && kind === body.kind && state === 'verified')
    .map(({ _id, name }) => ({ id: _id, name }))
}

export const decidedView = (claim: ClaimDocument): DecidedView => ({
  claimId: claim._id,
  state: claim.state,
  waitsFor: claim.state === 'submitted' ? (currentStep(claim)?.orgName ?? '') : '',
  hours: claim.recognisedHours,
})
