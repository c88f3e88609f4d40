import * as z from 'zod'
import type { Instant } from '../../domain/kernel/instant'
import {
  grantEnding,
  grantGiving,
  grantsNotBelow,
  ROLE_NAMES,
  type RoleGrant,
  type RoleName,
} from '../../domain/organisation/roles'
import type { Context } from '../kernel/context'
import { grantIn, type Holder, organisationInScope, stillHolding } from '../kernel/holder'
import { cursor, identifier } from '../kernel/inputs'
import { record, wasRecorded } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { PersonDocument } from '../people/documents'
import { endedByOf, endLent, lentBy, withGrant, withoutGrant } from '../people/held-roles'
import { actingAs } from './acting'
import type { OrganisationDocument } from './documents'
import type { CandidateView, HolderView } from './views'

const PAGE = 20

export const endedRole = z.object({
  personId: identifier,
  role: z.enum(ROLE_NAMES),
  orgId: identifier,
  actId: identifier,
})
export const givenRole = endedRole.extend({ until: z.int().positive().nullable() })

export const peopleOfBody = z.object({ orgId: identifier, after: cursor })

/**
 * Gives a person a role at a body within the holder's subtree, and never more than the holder has. Only a verified
 * person can answer for others, and no holder gives anything to themselves. The same grant again changes nothing.
 */
export async function grantRole(
  ctx: Context,
  asked: Holder,
  granting: z.infer<typeof givenRole>,
): Promise<HolderView> {
  const { personId, role, orgId, actId } = granting
  const until = granting.until as Instant | null
  return ctx.store.transact(async (tx) => {
    const holder = await stillHolding(tx, ctx, asked)
    const body = await organisationInScope(tx, holder, orgId)
    // A role that a body above took from this person is given back by that body, or from above it.
    const endedBy = await endedByOf(tx, { personId, role, orgId })
    const by = grantGiving(grantsNotBelow(holder.grants, body.path, endedBy), { role, until, body })
    if (!by || personId === holder.person._id) refuse('GRANT_BEYOND_OWN', {})
    if (body.state !== 'verified') refuse('ORG_NOT_VERIFIED', { orgName: body.name })
    const person = await tx.get('persons', personId)
    if (!person || !(await reaches(tx, holder, person))) refuse('PERSON_UNKNOWN', {})
    if (person.binding !== 'verified') refuse('BINDING_UNVERIFIED', {})
    const kind = 'role-granted'
    const id = `${kind}:${personId}:${role}:${orgId}:${actId}`
    const has = person.roles.find((one) => one.role === role && one.orgId === orgId)
    const changes = has?.until !== until
    // A role that is there is changed by who might end it: a shorter one ends the rest of it.
    const stands = has && (has.until === null || ctx.now < has.until)
    const mayChange = !stands || grantEnding(holder.grants, { role, body, isOwnGift: isGiftOf(holder, has) })
    if (changes && !mayChange) refuse('GRANT_BEYOND_OWN', {})
    if (!(await wasRecorded(tx, { id, kind })) && changes) {
      const giving = { role, orgId, until, by: holder.person }
      await tx.replace('persons', await withGrant(tx, person, { giving, now: ctx.now }))
      await record(tx, ctx, {
        id,
        kind,
        subject: { of: 'person', id: personId },
        by: actingAs(holder.person, by),
        before: has ? role : '',
        after: role,
        payload: { personId, role, orgId },
      })
    }
    const grantedByName = holder.person.name
    return { ...heldBy(person), role, until, grantedByName, grantedAt: ctx.now, revocable: true }
  })
}

grantRole.refuses = [
  'BINDING_UNVERIFIED',
  'GRANT_BEYOND_OWN',
  'ORG_NOT_VERIFIED',
  'OUT_OF_SCOPE',
  'PERSON_UNKNOWN',
] as const

/** Whether a person belongs within the holder's subtree: others are unknown here, so that no holder can try out ids. */
async function reaches(
  reads: Parameters<typeof organisationInScope>[0],
  holder: Holder,
  { unitId }: PersonDocument,
): Promise<boolean> {
  const unit = await reads.get('organisations', unitId)
  return unit !== null && grantIn(holder, unit.path) !== null
}

/** Ends a role that one could give, or one's own, and with it what its holder lent of it. Ended twice is ended once. */
export async function revokeRole(
  ctx: Context,
  asked: Holder,
  { personId, role, orgId, actId }: z.infer<typeof endedRole>,
): Promise<{ personId: string; role: RoleName }> {
  const lent = await lentBy(ctx, { personId, orgId })
  return ctx.store.transact(async (tx) => {
    const holder = await stillHolding(tx, ctx, asked)
    const body = await organisationInScope(tx, holder, orgId)
    const person = await tx.get('persons', personId)
    const has = person?.roles.find((one) => one.role === role && one.orgId === orgId)
    const by = revoking(holder, { personId, role, body, grantedBy: has?.grantedBy })
    if (!by) refuse('GRANT_BEYOND_OWN', {})
    const kind = 'role-revoked'
    const id = `${kind}:${personId}:${role}:${orgId}:${actId}`
    // A call that arrives late must not end a role that was given again since.
    if (!person || !has || (await wasRecorded(tx, { id, kind }))) return { personId, role }
    const endedBy = personId === holder.person._id ? '' : by.orgId
    await tx.replace('persons', await withoutGrant(tx, person, { role, orgId }, endedBy))
    if (has.until === null) await endLent(tx, { personId, role, orgId }, lent)
    await record(tx, ctx, {
      id,
      kind,
      subject: { of: 'person', id: personId },
      by: actingAs(holder.person, by),
      before: role,
      payload: { personId, role, orgId },
    })
    return { personId, role }
  })
}

revokeRole.refuses = ['GRANT_BEYOND_OWN', 'OUT_OF_SCOPE'] as const

interface Revoked {
  personId: string
  role: RoleName
  body: OrganisationDocument
  /** Who gave the role; undefined where there is none to end. */
  grantedBy: string | undefined
}

/** The grant by which the holder ends a role: it is their own, or one that they may end of another. */
function revoking(holder: Holder, { personId, role, body, grantedBy }: Revoked): RoleGrant | null {
  const { person, grants } = holder
  if (personId === person._id)
    return grants.find((grant) => grant.role === role && grant.orgId === body._id) ?? null
  // Where nothing is left to end, ending it again is answered as the first time.
  return grantEnding(grants, { role, body, isOwnGift: grantedBy === undefined || grantedBy === person._id })
}

const isGiftOf = ({ person }: Holder, { grantedBy }: RoleGrant): boolean => grantedBy === person._id

/** The holders of roles at a body with their grants, the newest last. */
export async function holdersOf(
  ctx: Context,
  holder: Holder,
  { orgId, after }: z.infer<typeof peopleOfBody>,
): Promise<{ holders: HolderView[]; next: string | null }> {
  const body = await organisationInScope(ctx.store, holder, orgId)
  const page = await ctx.store.query('role-holders', 'byOrg', {
    equals: { orgId, state: 'valid' },
    limit: PAGE,
    after,
  })
  const holders = page.items
    .filter(({ until }) => until === null || ctx.now < until)
    .map(({ personId, personName, mobileMasked, role, until, grantedBy, grantedByName, grantedAt }) => ({
      personId,
      name: personName,
      mobileMasked,
      role,
      until,
      grantedByName,
      grantedAt,
      revocable: revoking(holder, { personId, role, body, grantedBy }) !== null,
    }))
  return { holders, next: page.next ?? null }
}

holdersOf.refuses = ['OUT_OF_SCOPE'] as const

/** Verified people of a body, to choose who shall answer for it. */
export async function candidatesOf(
  ctx: Context,
  holder: Holder,
  { orgId, after }: z.infer<typeof peopleOfBody>,
): Promise<{ people: CandidateView[]; next: string | null }> {
  await organisationInScope(ctx.store, holder, orgId)
  const page = await ctx.store.query('persons', 'byUnit', {
    equals: { unitId: orgId, binding: 'verified' },
    limit: PAGE,
    after,
  })
  return {
    people: page.items.map((person) => ({ ...heldBy(person), idNumberMasked: person.idNumberMasked })),
    next: page.next ?? null,
  }
}

candidatesOf.refuses = ['OUT_OF_SCOPE'] as const

const heldBy = ({ _id, name, mobileMasked }: PersonDocument) => ({ personId: _id, name, mobileMasked })
