import { lapseClaim } from '../../../domain/review/decide-claim'
import type { Context } from '../../kernel/context'
import { record } from '../../kernel/record'
import type { ClaimDocument } from './documents'
import { queuePlace } from './queue-place'

/**
 * The claim in its present state: a claim that the law has closed meanwhile lapses at its first reading, or with the
 * clock (QH23-12). One transaction, which does nothing the second time.
 */
export async function lapsedNow(
  ctx: Pick<Context, 'store' | 'now'>,
  claim: ClaimDocument,
): Promise<ClaimDocument> {
  if (lapseClaim(claim, ctx.now) === null) return claim
  return ctx.store.transact(async (tx) => {
    const fresh = await tx.get('claims', claim._id)
    const lapsed = fresh && lapseClaim(fresh, ctx.now)
    if (!fresh || !lapsed) return fresh ?? claim
    const { personId, title, queueOrgId } = fresh
    const note = lapsed.events.at(-1)?.note ?? ''
    await record(tx, ctx, {
      id: `claim:${claim._id}:lapsed`,
      kind: 'claim-lapsed',
      subject: { of: 'claim', id: claim._id },
      by: { actorId: 'clock', role: 'clock', scope: queueOrgId || fresh.unitId },
      before: fresh.state,
      after: `lapsed：${note}`,
      payload: { personId, claimId: claim._id, title, orgId: queueOrgId, note },
    })
    return tx.replace('claims', { ...fresh, ...lapsed, ...queuePlace(lapsed) })
  })
}
