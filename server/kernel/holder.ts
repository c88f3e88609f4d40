import type { RoleGrant, RoleName } from '../../domain/organisation/roles'
import { refuse } from './refused'
import type { Documents } from './store/collections'
import type { Reads } from './store/port'

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
): Promise<Documents['organisations']> {
  const organisation = await reads.get('organisations', orgId)
  if (!organisation || !grantOver(grants, { roles, path: organisation.path })) refuse('OUT_OF_SCOPE', {})
  return organisation
}
