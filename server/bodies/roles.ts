import type { Context } from '../kernel/context'
import type { Transaction } from '../kernel/store/port'
import type { OrganisationDocument, OrganisationKind, PersonDocument, RoleGrant } from '../people/documents'
import type { RoleName } from '../people/views'

export const ROLE_NAMES = [
  'unit-reviewer',
  'department-reviewer',
  'bureau-reviewer',
  'bureau-staff',
  'base-staff',
  'committee',
] as const satisfies readonly RoleName[]

/** What a role may give away: what it holds itself and what lies under it. Staff and committees give nothing. */
const GIVES: Record<RoleName, readonly RoleName[]> = {
  'bureau-reviewer': ROLE_NAMES,
  'department-reviewer': ['department-reviewer', 'unit-reviewer'],
  'unit-reviewer': ['unit-reviewer'],
  'base-staff': ['base-staff'],
  'bureau-staff': [],
  committee: [],
}

/** Where a role means something. A township, department or bureau confirms its own people too, as a unit does. */
const SUITS: Record<RoleName, readonly OrganisationKind[]> = {
  'unit-reviewer': ['unit', 'township', 'department', 'bureau'],
  'department-reviewer': ['department', 'township'],
  'bureau-reviewer': ['bureau'],
  'bureau-staff': ['bureau'],
  'base-staff': ['base'],
  committee: ['bureau', 'department'],
}

/** Who registers a body administers it once it is verified. */
export const ADMINISTERS: Record<OrganisationKind, readonly RoleName[]> = {
  unit: ['unit-reviewer'],
  department: ['department-reviewer', 'unit-reviewer'],
  township: ['department-reviewer', 'unit-reviewer'],
  bureau: ['bureau-reviewer', 'unit-reviewer'],
  base: ['base-staff'],
}

type Body = Pick<OrganisationDocument, '_id' | 'kind' | 'path'>

/** The grant out of which somebody may give that role at that body; null where it would be more than they hold. */
export function grantGiving(
  grants: readonly RoleGrant[],
  { role, until, body }: { role: RoleName; until: number | null; body: Body },
): RoleGrant | null {
  if (!SUITS[role].includes(body.kind)) return null
  return (
    grants.find(
      (grant) =>
        body.path.includes(grant.orgId) &&
        GIVES[grant.role].includes(role) &&
        // A stand-in cannot give what outlasts their own standing in.
        (grant.until === null || (until !== null && until <= grant.until)),
    ) ?? null
  )
}

/** The roles that somebody may give at a body, for the screen to offer no other. */
export const givable = (grants: readonly RoleGrant[], body: Body): RoleName[] =>
  ROLE_NAMES.filter((role) => grantGiving(grants, { role, until: 0, body }) !== null)

interface Giving {
  role: RoleName
  orgId: string
  until: RoleGrant['until']
  by: Pick<PersonDocument, '_id' | 'name'>
}

/** The person with one more role, and the line of who holds what, in the transaction of what gives it. */
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
