import * as z from 'zod'
import type { OrganisationDocument } from '../bodies/documents'
import type { Context } from '../kernel/context'
import type { Holder } from '../kernel/holder'
import { identifier, statedReason, tapId } from '../kernel/inputs'
import { record, wasRecorded } from '../kernel/record'
import { refuse } from '../kernel/refused'
import { actingAs, actingOver, stillActing } from './act'
import type { CertifyingView } from './views'

export const certifyingChange = z.object({
  unitId: identifier,
  reason: statedReason,
  /** Of the tap: sent twice it is one. */
  decisionId: tapId,
})

/**
 * Withdraws a body's right to certify, or restores it (SX22-16, "将取消单位学时认证权限"). Its reviewers are refused from that
 * moment on; hours it certified before stay until they are voided by themselves.
 */
export async function changeCertifying(
  ctx: Context,
  overseer: Holder,
  { unitId, allowed, reason, decisionId }: z.infer<typeof certifyingChange> & { allowed: boolean },
): Promise<CertifyingView> {
  const { by } = await actingOver(ctx.store, overseer, unitId)
  // A bureau answers to the one above it: no body withdraws or restores its own right.
  if (by.orgId === unitId) refuse('GRANT_BEYOND_OWN', {})
  return ctx.store.transact(async (tx) => {
    await stillActing(tx, ctx, overseer, by)
    const body = await tx.get('organisations', unitId)
    if (!body) refuse('OUT_OF_SCOPE', {})
    const kind = allowed ? 'certifying-restored' : 'certifying-withdrawn'
    const id = `certifying:${unitId}:${decisionId}`
    if (body.certifies.allowed === allowed || (await wasRecorded(tx, { id, kind })))
      return certifyingView(body)
    const changed = await tx.replace('organisations', {
      ...body,
      certifies: { allowed, reason, since: ctx.now },
    })
    await record(tx, ctx, {
      id,
      kind,
      subject: { of: 'organisation', id: unitId },
      by: actingAs(by),
      before: body.certifies.reason,
      after: reason,
    })
    return certifyingView(changed)
  })
}

changeCertifying.refuses = ['GRANT_BEYOND_OWN', 'OUT_OF_SCOPE'] as const

export async function showCertifying(
  ctx: Context,
  overseer: Holder,
  unitId: string,
): Promise<CertifyingView> {
  return certifyingView((await actingOver(ctx.store, overseer, unitId)).body)
}

showCertifying.refuses = ['OUT_OF_SCOPE'] as const

const certifyingView = ({ _id, name, certifies }: OrganisationDocument): CertifyingView => ({
  unitId: _id,
  unitName: name,
  ...certifies,
})
