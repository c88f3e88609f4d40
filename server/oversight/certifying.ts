import * as z from 'zod'
import type { RoleGrant } from '../../domain/organisation/roles'
import { pathAbove } from '../bodies/acting'
import type { OrganisationDocument } from '../bodies/documents'
import { saidByName, sayingOver } from '../bodies/said-by'
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
 * moment on; hours it certified before stay until they are voided by themselves. What one bureau withdrew comes back from
 * that bureau, or from above it.
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
    const standing = await stillActing(tx, ctx, overseer, by)
    const body = await tx.get('organisations', unitId)
    if (!body) refuse('OUT_OF_SCOPE', {})
    const kind = allowed ? 'certifying-restored' : 'certifying-withdrawn'
    const id = `certifying:${unitId}:${decisionId}`
    if (await wasRecorded(tx, { id, kind })) return certifyingView(body)
    const says = sayingOver(standing, { ...body, path: pathAbove(body) }, 'certifies')
    if (body.certifies.allowed === allowed && (allowed || !outranks(body, says))) return certifyingView(body)
    if (!says) refuse('DECIDED_ABOVE', { orgName: await saidByName(tx, body, 'certifies') })
    const changed = await tx.replace('organisations', {
      ...body,
      certifies: { allowed, reason, since: ctx.now },
      saidBy: { ...body.saidBy, certifies: says.orgId },
    })
    await record(tx, ctx, {
      id,
      kind,
      subject: { of: 'organisation', id: unitId },
      by: actingAs({ ...by, role: says.role, orgId: says.orgId }),
      before: body.certifies.reason,
      after: reason,
    })
    return certifyingView(changed)
  })
}

/** A right that a lower body withdrew may be withdrawn from above too: from then on the lower one gives it back no more. */
const outranks = ({ path, saidBy }: OrganisationDocument, says: RoleGrant | null): boolean =>
  says !== null && saidBy.certifies !== undefined && path.indexOf(says.orgId) < path.indexOf(saidBy.certifies)

changeCertifying.refuses = ['DECIDED_ABOVE', 'GRANT_BEYOND_OWN', 'OUT_OF_SCOPE'] as const

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
