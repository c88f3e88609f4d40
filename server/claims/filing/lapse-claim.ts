import { lapseClaim } from '../../../domain/review/decide-claim'
import { auditLine, outboxEvent } from '../../kernel/acts'
import type { Context } from '../../kernel/context'
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
    const id = `claim:${claim._id}:lapsed`
    const late = lapsed.events.at(-1)
    await tx.insert(
      'audit',
      auditLine(
        {
          id,
          actorId: 'clock',
          role: 'clock',
          scope: fresh.queueOrgId || fresh.unitId,
          action: 'claim-lapsed',
          subjectId: claim._id,
          before: fresh.state,
          after: `lapsed：${late?.note ?? ''}`,
        },
        ctx,
      ),
    )
    const payload = {
      personId: fresh.personId,
      claimId: claim._id,
      title: fresh.title,
      event: 'lapsed',
      orgId: fresh.queueOrgId,
      note: late?.note ?? '',
    }
    await tx.insert('outbox', outboxEvent({ id, kind: 'claim-decided', payload }, ctx))
    return tx.replace('claims', { ...fresh, ...lapsed, ...queuePlace(lapsed) })
  })
}
