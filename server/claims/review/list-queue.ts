import type { RoleGrant } from '../../../domain/organisation/roles'
import type { Context } from '../../kernel/context'
import type { Holder } from '../../kernel/holder'
import type { OfBodies } from '../../kernel/inputs'
import { refuse } from '../../kernel/refused'
import type { ClaimDocument } from '../filing/documents'
import { lapsedNow } from '../filing/lapse-claim'
import { NO_DEADLINE } from '../filing/queue-place'
import { reviewedOrgIds } from '../filing/reviewing'
import type { ClaimQueueView, LateLine, QueueLine } from './claim-views'
import { lookAtClaims } from './look-at-claims'
import { type Looked, oddReasons } from './odd-reasons'

const PAGE = 20
/** A count on a button says "50+" beyond this: nobody needs it exactly, and counting must not grow with a queue. */
const COUNTED_TO = 50

/**
 * The claims that wait for the reviewer's decision, due first: one query of a page, and for their bureau a second one
 * of the claims late below it, for queues of any size.
 */
export async function listQueue(
  ctx: Context,
  { person, grants }: Holder,
  { orgId: wanted, after }: OfBodies,
): Promise<ClaimQueueView> {
  const ids = reviewedOrgIds(grants)
  const orgId = wanted ?? ids[0] ?? ''
  if (!ids.includes(orgId)) refuse('OUT_OF_SCOPE', {})
  const [page, late, bodies] = await Promise.all([
    ctx.store.query('claims', 'byQueue', {
      equals: { queueOrgId: orgId },
      limit: PAGE,
      after,
    }),
    after === undefined ? lateBelow(ctx, grants, orgId) : [],
    Promise.all(ids.map((id) => ctx.store.get('organisations', id))),
  ])
  const claims = await standing(ctx, page.items)
  const looked = await lookAtClaims(ctx, claims)
  const own = bodies.find((body) => body?._id === orgId)
  return {
    orgs: bodies.flatMap((body) => (body ? [{ id: body._id, name: body.name }] : [])),
    orgId,
    withdrawn: own && !own.certifies.allowed ? own.certifies.reason || '认证权限已被取消' : '',
    lines: looked.map((one) => queueLine(one, ctx.now, person._id)),
    next: page.next ?? null,
    lateBelow: late,
  }
}

listQueue.refuses = ['OUT_OF_SCOPE'] as const

/** A claim that the law closed unseen lapses now, and is none of the queue's any more. */
async function standing(ctx: Context, claims: readonly ClaimDocument[]): Promise<ClaimDocument[]> {
  const now = await Promise.all(claims.map((claim) => lapsedNow(ctx, claim)))
  return now.filter(({ state }) => state === 'submitted')
}

function queueLine(looked: Looked, now: Context['now'], reviewerId: string): QueueLine {
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
    odd: oddReasons(looked, reviewerId),
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

/** The number of claims that wait for a reviewer, over all bodies that they review for. */
export async function countOfQueue(
  { store }: Pick<Context, 'store'>,
  grants: readonly RoleGrant[],
): Promise<number> {
  const counts = await Promise.all(
    reviewedOrgIds(grants).map(async (queueOrgId) => {
      const { items } = await store.query('claims', 'byQueue', { equals: { queueOrgId }, limit: COUNTED_TO })
      return items.length
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
