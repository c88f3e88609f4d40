import type { RoleGrant, RoleName } from '../../domain/organisation/roles'
import type { Context } from '../kernel/context'
import type { Transaction } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'

interface Giving {
  role: RoleName
  orgId: string
  until: RoleGrant['until']
  by: Pick<PersonDocument, '_id' | 'name'>
}

/**
 * The person with one more role, and the line in the list of role holders, in the transaction of the act that gives
 * it.
 */
export async function withGrant(
  tx: Transaction,
  person: PersonDocument,
  { giving: { role, orgId, until, by }, now }: { giving: Giving; now: Context['now'] },
): Promise<PersonDocument> {
  const id = holderIdOf(person._id, role, orgId)
  const before = await tx.get('role-holders', id)
  const fields = {
    _id: id,
    personId: person._id,
    personName: person.name,
    mobileMasked: person.mobileMasked,
    role,
    orgId,
    state: 'valid' as const,
    until,
    grantedBy: by._id,
    grantedByName: by.name,
    grantedAt: now,
  }
  if (before) await tx.replace('role-holders', { ...before, ...fields })
  else await tx.insert('role-holders', fields)
  const others = person.roles.filter((grant) => !(grant.role === role && grant.orgId === orgId))
  return { ...person, roles: [...others, { role, orgId, until, grantedBy: by._id }] }
}

/** The person without that role; the line stays, as revoked. */
export async function withoutGrant(
  tx: Transaction,
  person: PersonDocument,
  { role, orgId }: Pick<RoleGrant, 'role' | 'orgId'>,
): Promise<PersonDocument> {
  const line = await tx.get('role-holders', holderIdOf(person._id, role, orgId))
  if (line && line.state !== 'revoked') await tx.replace('role-holders', { ...line, state: 'revoked' })
  return { ...person, roles: person.roles.filter((one) => !(one.role === role && one.orgId === orgId)) }
}

const holderIdOf = (personId: string, role: RoleName, orgId: string): string => `${personId}:${role}:${orgId}`
