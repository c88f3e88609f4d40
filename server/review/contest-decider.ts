import { grantsAt } from '../access/scope'
import type { ContestDocument, PersonDocument, RoleGrant } from '../account/documents'
import type { RoleName } from '../account/views'
import type { Context } from '../context'

const ABOVE: readonly RoleName[] = ['department-reviewer', 'bureau-reviewer']
const HOLDERS_READ = 100

type Place = Pick<ContestDocument, 'unitId' | 'aboveOrgId' | 'holderId'>

/** The grant by which somebody is asked at all: as the unit's reviewer, or as a reviewer of the body above it. */
export const unitGrant = (grants: readonly RoleGrant[], { unitId }: Place): RoleGrant | null =>
  grants.find(({ role, orgId }) => role === 'unit-reviewer' && orgId === unitId) ?? null

export const aboveGrant = (grants: readonly RoleGrant[], { aboveOrgId }: Place): RoleGrant | null =>
  grants.find(({ role, orgId }) => ABOVE.includes(role) && orgId === aboveOrgId) ?? null

/** Whose roles reach beyond their own unit: moving their binding would give away more than the unit's reviewer has. */
export const answersBeyond = (
  holder: PersonDocument | null,
  { unitId }: Pick<Place, 'unitId'>,
  now: Context['now'],
): boolean =>
  holder !== null &&
  grantsAt(holder, now).some(({ role, orgId }) => role !== 'unit-reviewer' || orgId !== unitId)

/** Whether the unit has a reviewer besides the one whom the contest is about. */
export async function unitCanDecide(
  { store, now }: Pick<Context, 'store' | 'now'>,
  { unitId, holderId }: Place,
): Promise<boolean> {
  const { items } = await store.query('role-holders', 'byOrg', {
    equals: { orgId: unitId, state: 'valid' },
    limit: HOLDERS_READ,
  })
  return items.some(
    ({ role, personId, until }) =>
      role === 'unit-reviewer' && personId !== holderId && (until === null || now < until),
  )
}
