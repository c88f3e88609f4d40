import type { Instant } from '../../domain/kernel/instant'
import type { OrganisationDocument, PersonDocument, RoleGrant } from '../people/documents'
import type { RoleName } from '../people/views'
import { refuse } from './refused'
import type { Reads } from './store/port'

/** Grants that hold at that moment: a stand-in's end by themselves. */
export const grantsAt = ({ roles }: Pick<PersonDocument, 'roles'>, at: Instant): RoleGrant[] =>
  roles.filter(({ until }) => until === null || at < until)

/** A grant of one of these roles that reaches an organisation: its own, or one above it. */
export const grantOver = (
  grants: readonly RoleGrant[],
  { roles, path }: { roles: readonly RoleName[]; path: readonly string[] },
): RoleGrant | null => grants.find(({ role, orgId }) => roles.includes(role) && path.includes(orgId)) ?? null

/** The organisation, if a grant of one of these roles reaches it; refuses OUT_OF_SCOPE for any other, existing or not. */
export async function organisationInScope(
  reads: Reads,
  grants: readonly RoleGrant[],
  { orgId, roles }: { orgId: string; roles: readonly RoleName[] },
): Promise<OrganisationDocument> {
  const organisation = await reads.get('organisations', orgId)
  if (!organisation || !grantOver(grants, { roles, path: organisation.path })) refuse('OUT_OF_SCOPE', {})
  return organisation
}
