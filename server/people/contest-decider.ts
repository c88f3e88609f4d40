import { RIGHTS } from '../../domain/organisation/rights'
import { grantsAt, type RoleGrant, type RoleName } from '../../domain/organisation/roles'
import type { Context } from '../kernel/context'
import type { ContestDocument, PersonDocument } from './documents'

const ABOVE = RIGHTS['decide-contests-above'].roles
const HOLDERS_READ = 100

type Needs = Pick<Context, 'store' | 'now'>
type Place = Pick<ContestDocument, 'unitId' | 'aboveOrgId' | 'holderId'>

/** The grant by which a caller may be asked at all: as the unit's reviewer, or as a reviewer of the body above it. */
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
export const unitCanDecide = async (ctx: Needs, place: Place): Promise<boolean> =>
  (await unitReviewers(ctx, place)).length > 0

const unitReviewers = (ctx: Needs, { unitId, holderId }: Place): Promise<string[]> =>
  reviewersAt(ctx, { orgId: unitId, roles: ['unit-reviewer'], not: [holderId] })

interface Deciders {
  level: 'unit' | 'above'
  personIds: string[]
  /** As `unitCanDecide` says it. */
  unitDecides: boolean
}

/**
 * Whom a contest waits for besides `but`: the unit's reviewers, or those of the body above where the unit cannot decide.
 */
export async function decidersOf(
  ctx: Needs,
  { place, holder, but = '' }: { place: Place; holder: PersonDocument | null; but?: string },
): Promise<Deciders> {
  const { aboveOrgId, holderId } = place
  const reviewers = await unitReviewers(ctx, place)
  const unitDecides = reviewers.length > 0
  const ofUnit = answersBeyond(holder, place, ctx.now) ? [] : reviewers.filter((id) => id !== but)
  if (ofUnit.length > 0) return { level: 'unit', personIds: ofUnit, unitDecides }
  const above = await reviewersAt(ctx, { orgId: aboveOrgId, roles: ABOVE, not: [holderId, but] })
  return { level: 'above', personIds: above, unitDecides }
}

/**
 * The body above a unit that decides what the unit cannot: the nearest one upwards where somebody may, so that no contest
 * waits at a body that has nobody. The top of a tree has nothing above it and decides for itself.
 */
export async function bodyAbove(ctx: Needs, unitId: string, holderId: string): Promise<string> {
  const unit = await ctx.store.get('organisations', unitId)
  const above = (unit?.path ?? []).slice(0, -1).reverse()
  for (const orgId of above)
    if ((await reviewersAt(ctx, { orgId, roles: ABOVE, not: [holderId] })).length > 0) return orgId
  return unit?.parentId ?? unitId
}

async function reviewersAt(
  { store, now }: Needs,
  { orgId, roles, not }: { orgId: string; roles: readonly RoleName[]; not: readonly string[] },
): Promise<string[]> {
  const equals = { orgId, state: 'valid' }
  const { items } = await store.query('role-holders', 'byOrg', { equals, limit: HOLDERS_READ })
  const holding = items.filter(
    ({ role, personId, until }) =>
      roles.includes(role) && !not.includes(personId) && (until === null || now < until),
  )
  return [...new Set(holding.map(({ personId }) => personId))]
}
