import * as z from 'zod'
import { dayOf, endOfDay, plusDays } from '../../../domain/kernel/instant'
import { grantsFor } from '../../../domain/organisation/rights'
import type { RoleGrant } from '../../../domain/organisation/roles'
import { grantRole, revokeRole } from '../../bodies/grant-role'
import type { Context } from '../../kernel/context'
import type { Holder } from '../../kernel/holder'
import { calendarDay, identifier, tapId } from '../../kernel/inputs'
import { refuse } from '../../kernel/refused'
import type { DelegationView } from './claim-views'

/** A longer time is no absence: then another person should hold the role. */
const MOST_DAYS = 92
const PAGE = 50

export const delegation = z.object({ personId: identifier, until: calendarDay, actId: tapId })
export const endedDelegation = delegation.omit({ until: true })

/** Roles that are one's own for good: what one stands in for, one cannot hand on. */
const ownRoles = (grants: readonly RoleGrant[]): RoleGrant[] =>
  grantsFor(grants, 'review-claims').filter(({ until }) => until === null)

/**
 * While a reviewer is away a colleague of the same body reviews in their place, up to and including a day, and the
 * grant ends by itself. A colleague who reviews there for good anyway stays as they are.
 */
export async function delegate(
  ctx: Context,
  reviewer: Holder,
  { personId, until, actId }: z.infer<typeof delegation>,
): Promise<DelegationView> {
  const end = endOfDay(until)
  if (end <= ctx.now || end > plusDays(ctx.now, MOST_DAYS)) refuse('INPUT_INVALID', { fields: ['until'] })
  const person = await ctx.store.get('persons', personId)
  const handed = ownRoles(reviewer.grants).filter(({ orgId }) => orgId === person?.unitId)
  if (!person || handed.length === 0) refuse('OUT_OF_SCOPE', {})
  const isForGood = ({ role, orgId }: RoleGrant): boolean =>
    person.roles.some((one) => one.role === role && one.orgId === orgId && one.until === null)
  for (const grant of handed) {
    if (isForGood(grant)) continue
    const { role, orgId } = grant
    await grantRole(ctx, reviewer, { personId, role, orgId, until: end, actId })
  }
  return delegations(ctx, reviewer)
}

delegate.refuses = [
  'BINDING_UNVERIFIED',
  'GRANT_BEYOND_OWN',
  'INPUT_INVALID',
  'ORG_NOT_VERIFIED',
  'OUT_OF_SCOPE',
  'PERSON_UNKNOWN',
] as const

/** The reviewer is back: the role they handed on ends now. Ended twice is ended once. */
export async function endDelegation(
  ctx: Context,
  reviewer: Holder,
  { personId, actId }: z.infer<typeof endedDelegation>,
): Promise<DelegationView> {
  const person = await ctx.store.get('persons', personId)
  const own = ownRoles(reviewer.grants)
  const isHandedOn = ({ grantedBy, until, role, orgId }: RoleGrant): boolean =>
    grantedBy === reviewer.person._id &&
    until !== null &&
    own.some((one) => one.role === role && one.orgId === orgId)
  const handed = (person?.roles ?? []).filter(isHandedOn)
  for (const { role, orgId } of handed) await revokeRole(ctx, reviewer, { personId, role, orgId, actId })
  return delegations(ctx, reviewer)
}

endDelegation.refuses = ['OUT_OF_SCOPE'] as const
/** A role that was handed on is the reviewer's own, and who lost theirs meanwhile has no such scope. */
endDelegation.cannotRefuse = ['GRANT_BEYOND_OWN'] as const

/** Whom one may ask, and who stands in at present: two queries a body. */
export async function delegations(
  { store, now }: Context,
  { person, grants }: Holder,
): Promise<DelegationView> {
  const orgIds = [...new Set(ownRoles(grants).map(({ orgId }) => orgId))]
  const read = await Promise.all(
    orgIds.map(async (orgId) => {
      const [body, colleagues, holders] = await Promise.all([
        store.get('organisations', orgId),
        store.query('persons', 'byUnit', { equals: { unitId: orgId, binding: 'verified' }, limit: PAGE }),
        store.query('role-holders', 'byOrg', { equals: { orgId, state: 'valid' }, limit: PAGE }),
      ])
      const orgName = body?.name ?? ''
      const standing = new Map<string, DelegationView['given'][number]>()
      for (const { personId, personName: name, until, grantedBy } of holders.items)
        if (grantedBy === person._id && until !== null && until > now)
          standing.set(personId, { personId, name, orgId, orgName, until })
      const others = colleagues.items.filter(({ _id }) => _id !== person._id && !standing.has(_id))
      return {
        given: [...standing.values()],
        body: {
          orgId,
          orgName,
          colleagues: others.map(({ _id, name, mobileMasked }) => ({ personId: _id, name, mobileMasked })),
        },
      }
    }),
  )
  return {
    today: dayOf(now),
    bodies: read.map(({ body }) => body),
    given: read.flatMap(({ given }) => given),
  }
}
