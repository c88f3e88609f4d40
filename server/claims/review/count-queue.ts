import type { OrganisationKind, RoleGrant, RoleName } from '../../../domain/organisation/roles'
import type { OrganisationDocument } from '../../bodies/documents'
import type { Context } from '../../kernel/context'
import { getAll } from '../../kernel/store/idioms'
import { reviewedOrgIds, waitsForGrants } from '../filing/reviewing'

/** A count on a button says "50+" beyond this: nobody needs it exactly. */
const COUNTED_TO = 50

/** As whom the claims that wait at a body are decided there; null where none can wait. */
const DECIDES_AT: Record<OrganisationKind, RoleName | null> = {
  unit: 'unit-reviewer',
  township: 'department-reviewer',
  department: 'department-reviewer',
  bureau: 'bureau-reviewer',
  base: null,
}

/** The number of claims that wait for a reviewer, over all bodies that they review for; `most` at each of them. */
export async function countOfQueue(
  { store }: Pick<Context, 'store'>,
  grants: readonly RoleGrant[],
  most = COUNTED_TO,
): Promise<number> {
  const bodies = await getAll(store, 'organisations', reviewedOrgIds(grants))
  const counts = await Promise.all(
    bodies.map((body) => (body ? waitingAt({ store }, body, { grants, most }) : 0)),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

async function waitingAt(
  { store }: Pick<Context, 'store'>,
  { _id: queueOrgId, kind, line }: OrganisationDocument,
  { grants, most }: { grants: readonly RoleGrant[]; most: number },
): Promise<number> {
  const equals = { queueOrgId }
  const decides = DECIDES_AT[kind]
  if (line === null || decides === 'department-reviewer') {
    const isOurs = grants.some(({ role, orgId }) => role === decides && orgId === queueOrgId)
    return isOurs ? store.count('claims', 'byQueue', { equals }, most) : 0
  }
  // A body that leads a line is a department to others, and what waits there may wait for either of two roles.
  const { items } = await store.query('claims', 'byQueue', { equals, limit: most })
  return items.filter((claim) => waitsForGrants(grants, claim)).length
}
