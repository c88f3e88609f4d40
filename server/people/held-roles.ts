import type { RoleGrant, RoleName } from '../../domain/organisation/roles'
import type { Context } from '../kernel/context'
import type { Reads, Transaction } from '../kernel/store/port'
import type { PersonDocument } from './documents'

interface Giving {
  role: RoleName
  orgId: string
  until: RoleGrant['until']
  by: Pick<PersonDocument, '_id' | 'name'>
}

type Candidate = Pick<PersonDocument, '_id' | 'name' | 'mobileMasked' | 'roles'>

/**
 * The person with one more role, and the line in the list of role holders, in the transaction of the act that gives
 * it.
 */
export async function withGrant<P extends Candidate>(
  tx: Transaction,
  person: P,
  { giving: { role, orgId, until, by }, now }: { giving: Giving; now: Context['now'] },
): Promise<P> {
  const id = holderIdOf(person._id, role, orgId)
  // A role that is given again was ended by nobody.
  await tx.upsert('role-holders', await tx.get('role-holders', id), {
    _id: id,
    personId: person._id,
    personName: person.name,
    mobileMasked: person.mobileMasked,
    role,
    orgId,
    state: 'valid',
    until,
    grantedBy: by._id,
    grantedByName: by.name,
    grantedAt: now,
  })
  const others = person.roles.filter((grant) => !(grant.role === role && grant.orgId === orgId))
  return { ...person, roles: [...others, { role, orgId, until, grantedBy: by._id }] }
}

/** The person without that role; the line stays, as revoked, with the body in whose name it was ended, where one was. */
export async function withoutGrant(
  tx: Transaction,
  person: PersonDocument,
  { role, orgId }: Pick<RoleGrant, 'role' | 'orgId'>,
  endedBy = '',
): Promise<PersonDocument> {
  const line = await tx.get('role-holders', holderIdOf(person._id, role, orgId))
  if (line && line.state !== 'revoked')
    await tx.replace('role-holders', { ...line, state: 'revoked', ...(endedBy === '' ? {} : { endedBy }) })
  return { ...person, roles: person.roles.filter((one) => !(one.role === role && one.orgId === orgId)) }
}

export interface Lent {
  personId: string
  role: RoleName
  orgId: string
}

const HOLDERS_READ = 100

/** Who stands in for a person at a body by roles that the person lent: they end with the role that was lent. */
export async function lentBy(
  { store }: Pick<Context, 'store'>,
  { personId, orgId }: Pick<Lent, 'personId' | 'orgId'>,
): Promise<Lent[]> {
  const equals = { orgId, state: 'valid' }
  const { items } = await store.query('role-holders', 'byOrg', { equals, limit: HOLDERS_READ })
  return items
    .filter(({ grantedBy, until }) => grantedBy === personId && until !== null)
    .map(({ personId: borrower, role }) => ({ personId: borrower, role, orgId }))
}

/** Ends what was lent of a role that its owner has no more, where it is still that loan. */
export async function endLent(
  tx: Transaction,
  owner: Pick<RoleGrant, 'role' | 'orgId'> & { personId: string },
  lent: readonly Lent[],
): Promise<void> {
  for (const { personId, role, orgId } of lent) {
    if (role !== owner.role || orgId !== owner.orgId) continue
    const borrower = await tx.get('persons', personId)
    const isLoan = (grant: RoleGrant): boolean =>
      grant.role === role &&
      grant.orgId === orgId &&
      grant.until !== null &&
      grant.grantedBy === owner.personId
    if (borrower?.roles.some(isLoan))
      await tx.replace('persons', await withoutGrant(tx, borrower, { role, orgId }))
  }
}

/** In whose name a person's role at a body was ended last; undefined where no body above them ended it. */
export const endedByOf = async (
  reads: Reads,
  { personId, role, orgId }: { personId: string; role: RoleName; orgId: string },
): Promise<string | undefined> =>
  (await reads.get('role-holders', holderIdOf(personId, role, orgId)))?.endedBy

const holderIdOf = (personId: string, role: RoleName, orgId: string): string => `${personId}:${role}:${orgId}`
