import type { RoleGrant, RoleName } from '../../domain/organisation/roles'
import type { OrganisationDocument } from '../bodies/documents'
import { auditLine, outboxEvent } from '../kernel/acts'
import type { Context } from '../kernel/context'
import { grantOver } from '../kernel/holder'
import { refuse } from '../kernel/refused'
import type { Reads, Transaction } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import type { ActedBy } from './documents'

/** Who may check and void: a bureau's people, over whatever hangs below it. */
export const OVERSEERS: readonly RoleName[] = ['bureau-reviewer', 'bureau-staff']

export interface Overseer {
  person: PersonDocument
  grants: readonly RoleGrant[]
}

/** The body, and in whose name the overseer acts on it; refuses OUT_OF_SCOPE for any other, existing or not. */
export async function actingOver(
  reads: Reads,
  { person, grants }: Overseer,
  orgId: string,
): Promise<{ body: OrganisationDocument; by: ActedBy }> {
  const body = await reads.get('organisations', orgId)
  const grant = body ? grantOver(grants, { roles: OVERSEERS, path: body.path }) : null
  if (!body || !grant) refuse('OUT_OF_SCOPE', {})
  const own = await reads.get('organisations', grant.orgId)
  const { role } = grant
  return {
    body,
    by: { personId: person._id, name: person.name, role, orgId: grant.orgId, orgName: own?.name ?? '' },
  }
}

/** The bodies for which somebody oversees, the same one once. */
export const ownBodies = (grants: readonly RoleGrant[]): string[] => [
  ...new Set(grants.map(({ orgId }) => orgId)),
]

interface Act {
  /** Of the act itself: the same act twice is one line. */
  id: string
  action: string
  subjectId: string
  before: string
  after: string
  payload: Record<string, string>
}

/** The audit's line and the event that tells, in the transaction of the act. */
export async function kept(
  tx: Transaction,
  { by, ctx }: { by: ActedBy; ctx: Context },
  { payload, ...act }: Act,
): Promise<void> {
  const line = { ...act, actorId: by.personId, role: by.role, scope: by.orgId }
  await tx.insert('audit', auditLine(line, ctx))
  await tx.insert('outbox', outboxEvent({ id: act.id, kind: act.action, payload }, ctx))
}
