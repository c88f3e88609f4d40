import * as z from 'zod'
import type { OrganisationDocument } from '../bodies/documents'
import type { ActingAs } from '../kernel/acts'
import type { Context } from '../kernel/context'
import { grantIn, type Holder, stillHolding } from '../kernel/holder'
import { refuse } from '../kernel/refused'
import type { Reads, Transaction } from '../kernel/store/port'
import type { ActedBy } from './documents'

/** How the overseer saw it, for those who look later; it may be empty. */
export const evidenceNote = z.string().trim().max(500)

/** The body, and in whose name the overseer acts on it; refuses OUT_OF_SCOPE for any other, existing or not. */
export async function actingOver(
  reads: Reads,
  overseer: Holder,
  orgId: string,
): Promise<{ body: OrganisationDocument; by: ActedBy }> {
  const body = await reads.get('organisations', orgId)
  const grant = body ? grantIn(overseer, body.path) : null
  if (!body || !grant) refuse('OUT_OF_SCOPE', {})
  const own = await reads.get('organisations', grant.orgId)
  const { role } = grant
  const { person } = overseer
  return {
    body,
    by: { personId: person._id, name: person.name, role, orgId: grant.orgId, orgName: own?.name ?? '' },
  }
}

/** In the transaction of the act: the very grant in whose name it is done still stands. One read. */
export async function stillActing(
  tx: Transaction,
  ctx: Context,
  overseer: Holder,
  { role, orgId }: Pick<ActedBy, 'role' | 'orgId'>,
): Promise<Holder> {
  const standing = await stillHolding(tx, ctx, overseer)
  if (!standing.grants.some((grant) => grant.role === role && grant.orgId === orgId))
    refuse('OUT_OF_SCOPE', {})
  return standing
}

/** The body's name and the overseer's, as an act keeps them. */
export const actingAs = ({ personId: actorId, role, orgId: scope }: ActedBy): ActingAs => ({
  actorId,
  role,
  scope,
})
