import type { RoleGrant } from '../../../domain/organisation/roles'
import type { OrganisationDocument } from '../../bodies/documents'
import type { Context } from '../../kernel/context'
import type { Holder } from '../../kernel/holder'
import type { OfBodies } from '../../kernel/inputs'
import { refuse } from '../../kernel/refused'
import { getAll } from '../../kernel/store/idioms'
import type { ClaimDocument } from '../filing/documents'
import { lapsedNow } from '../filing/lapse-claim'
import { NO_DEADLINE } from '../filing/queue-place'
import { reviewedOrgIds, waitsForGrants } from '../filing/reviewing'
import type { ClaimQueueView, LateLine, QueueLine } from './claim-views'
import { lookAtClaims } from './look-at-claims'
import { type Looked, oddReasons } from './odd-reasons'

const PAGE = 20

/**
 * The claims that wait for the reviewer's decision, due first: one query of a page, and for their bureau a second one
 * of the claims late below it, for queues of any size.
 */
export async function listQueue(
  ctx: Context,
  reviewer: Holder,
  { orgId: wanted, after }: OfBodies,
): Promise<ClaimQueueView> {
  const { grants } = reviewer
  const bodies = await reviewedBodies(ctx, grants)
  const orgId = wanted ?? bodies[0]?._id ?? ''
  const own = bodies.find(({ _id }) => _id === orgId)
  if (!own && wanted !== undefined) refuse('OUT_OF_SCOPE', {})
  const [page, late] = await Promise.all([
    own
      ? ctx.store.query('claims', 'byQueue', { equals: { queueOrgId: orgId }, limit: PAGE, after })
      : { items: [], next: undefined },
    after === undefined ? lateBelow(ctx, grants, orgId) : [],
  ])
  const claims = await standing(ctx, grants, page.items)
  const looked = await lookAtClaims(ctx, claims)
  return {
    orgs: bodies.map(({ _id: id, name }) => ({ id, name })),
    orgId,
    withdrawn: own && !own.certifies.allowed ? own.certifies.reason || '认证权限已被取消' : '',
    lines: looked.map((one) => queueLine(one, ctx.now, reviewer)),
    next: page.next ?? null,
    lateBelow: late,
  }
}

listQueue.refuses = ['OUT_OF_SCOPE'] as const

/**
 * The bodies at which a level of a chain waits for one of these roles. Who confirms the own people of a department or a
 * bureau decides no claim there: its queue is that of the bodies below it.
 */
async function reviewedBodies(
  { store }: Pick<Context, 'store'>,
  grants: readonly RoleGrant[],
): Promise<OrganisationDocument[]> {
  const found = await getAll(store, 'organisations', reviewedOrgIds(grants))
  const decides = ({ _id, kind }: OrganisationDocument): boolean =>
    grants.some(({ role, orgId }) => orgId === _id && (role !== 'unit-reviewer' || kind === 'unit'))
  return found.filter((body) => body !== null).filter(decides)
}

/**
 * A claim that the law closed unseen lapses now, and is none of the queue's any more; one that waits at this body for
 * another role is none of this reviewer's.
 */
async function standing(
  ctx: Context,
  grants: readonly RoleGrant[],
  claims: readonly ClaimDocument[],
): Promise<ClaimDocument[]> {
  const now = await Promise.all(claims.map((claim) => lapsedNow(ctx, claim)))
  return now.filter((claim) => claim.state === 'submitted' && waitsForGrants(grants, claim))
}

function queueLine(looked: Looked, now: Context['now'], reviewer: Holder): QueueLine {
  const { claim, pack, effect } = looked
  return {
    claimId: claim._id,
    personName: claim.personName,
    kind: claim.kind,
    kindLabel: claim.kindLabel,
    title: claim.title,
    year: claim.targetYear,
    hourName: pack.labels.hour,
    hours: claim.recognisedHours ?? claim.claimedHours,
    counted: effect?.counted ?? null,
    odd: oddReasons(looked, reviewer),
    dueAt: claim.dueAt,
    isLate: claim.dueAt !== null && now >= claim.dueAt,
    revision: claim.revision,
    stepIndex: claim.stepIndex,
  }
}

/** The claims that wait below a bureau beyond their day: seen from above, and never taken for approved. */
async function lateBelow(
  { store, now }: Context,
  grants: readonly RoleGrant[],
  orgId: string,
): Promise<LateLine[]> {
  if (!grants.some((grant) => grant.role === 'bureau-reviewer' && grant.orgId === orgId)) return []
  const { items } = await store.query('claims', 'byBureau', {
    equals: { bureauId: orgId },
    from: 0,
    before: Math.min(now + 1, NO_DEADLINE),
    limit: PAGE,
  })
  return items
    .filter(({ queueOrgId }) => queueOrgId !== orgId)
    .map(({ _id, personName, kindLabel, steps, stepIndex, dueAt, queueDueAt }) => ({
      claimId: _id,
      personName,
      kindLabel,
      waitsFor: steps[stepIndex]?.orgName ?? '',
      dueAt: dueAt ?? queueDueAt,
    }))
}
