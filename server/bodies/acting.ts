import type { RoleGrant } from '../../domain/organisation/roles'
import { auditLine, outboxEvent } from '../kernel/acts'
import type { Context } from '../kernel/context'
import type { Transaction } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import type { OrganisationDocument } from './documents'

export interface OrganisationAct {
  /** Of the act itself, made on the phone of whoever acts: sent twice it is one. */
  id: string
  action: string
  grant: RoleGrant
  person: PersonDocument
  subjectId: string
  before: string
  after: string
  payload: Record<string, string>
}

/** The audit's line and the event, in the transaction of the act. */
export async function keepAct(tx: Transaction, ctx: Context, act: OrganisationAct): Promise<void> {
  const { id, action, grant, person, subjectId, before, after, payload } = act
  const line = { id, action, subjectId, before, after }
  await tx.insert(
    'audit',
    auditLine({ ...line, actorId: person._id, role: grant.role, scope: grant.orgId }, ctx),
  )
  await tx.insert('outbox', outboxEvent({ id, kind: action, payload }, ctx))
}

/** The ids above a body: whoever reviews it answers for one of them. */
export const pathAbove = ({ path }: Pick<OrganisationDocument, 'path'>): string[] => path.slice(0, -1)
