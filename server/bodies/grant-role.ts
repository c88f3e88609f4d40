import * as z from 'zod'
import type { Instant } from '../../domain/kernel/instant'
import { grantGiving, ROLE_NAMES, type RoleGrant, type RoleName } from '../../domain/organisation/roles'
import type { Context } from '../kernel/context'
import { type Holder, organisationInScope, stillHolding } from '../kernel/holder'
import { cursor, identifier } from '../kernel/inputs'
import { record, wasRecorded } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { PersonDocument } from '../people/documents'
import { actingAs } from './acting'
import type { OrganisationDocument } from './documents'
import { withGrant, withoutGrant } from './roles'
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
    const by = grantGiving(holder.grants, { role, until, body })
    if (!by || personId === holder.person._id) refuse('GRANT_BEYOND_OWN', {})
    if (body.state !== 'verified') refuse('ORG_NOT_VERIFIED', { orgName: body.name })
    const person = await tx.get('persons', personId)
    if (!person || !(await reaches(tx, holder, person))) refuse('PERSON_UNKNOWN', {})
    if (person.binding !== 'verified') refuse('BINDING_UNVERIFIED', {})
    const kind = 'role-granted'
    const id = `${kind}:${personId}:${role}:${orgId}:${actId}`
    const has = person.roles.find((one) => one.role === role && one.orgId === orgId)
    if (!(await wasRecorded(tx, { id, kind })) && (!has || has.until !== until)) {
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
  { grants }: Holder,
  { unitId }: PersonDocument,
): Promise<boolean> {
  const unit = await reads.get('organisations', unitId)
  return unit !== null && grants.some(({ orgId }) => unit.path.includes(orgId))
}

/** Ends a role that one could give, or one's own. Ended twice is ended once. */
export async function revokeRole(
  ctx: Context,
  asked: Holder,
  { personId, role, orgId, actId }: z.infer<typeof endedRole>,
): Promise<{ personId: string; role: RoleName }> {
  return ctx.store.transact(async (tx) => {
    const holder = await stillHolding(tx, ctx, asked)
    const body = await organisationInScope(tx, holder, orgId)
    const by = revoking(holder, { personId, role, body })
    if (!by) refuse('GRANT_BEYOND_OWN', {})
    const person = await tx.get('persons', personId)
    const has = person?.roles.some((one) => one.role === role && one.orgId === orgId) ?? false
    const kind = 'role-revoked'
    const id = `${kind}:${personId}:${role}:${orgId}:${actId}`
    // A call that arrives late must not end a role that was given again since.
    if (!person || !has || (await wasRecorded(tx, { id, kind }))) return { personId, role }
    await tx.replace('persons', await withoutGrant(tx, person, { role, orgId }))
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

function revoking(
  { person, grants }: Holder,
  { personId, role, body }: { personId: string; role: RoleName; body: OrganisationDocument },
): RoleGrant | null {
  const own = grants.find((grant) => grant.role === role && grant.orgId === body._id)
  if (personId === person._id) return own ?? null
  return grantGiving(grants, { role, until: 0, body })
}

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
    .map(({ personId, personName, mobileMasked, role, until, grantedByName, grantedAt }) => ({
      personId,
      name: personName,
      mobileMasked,
      role,
      until,
      grantedByName,
      grantedAt,
      revocable: revoking(holder, { personId, role, body }) !== null,
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
