import * as z from 'zod'
import { spendIn } from '../kernel/budget'
import type { Context } from '../kernel/context'
import { identifier, typed } from '../kernel/inputs'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import { bodyName, LONGEST_COUNTY, LONGEST_NAME, nameKeyOf } from './body-name'
import { type OrganisationDocument, UNIT_NATURES } from './documents'
import { newOrganisation } from './new-organisation'
import { organisationView } from './organisation-view'
import type { OrganisationView } from './views'

export const founding = z.object({
  name: typed(LONGEST_NAME),
  kind: z.enum(['department', 'township', 'unit']),
  parentId: identifier,
  isPrivate: z.boolean(),
  nature: z.enum(UNIT_NATURES).optional(),
  county: typed(LONGEST_COUNTY).optional(),
})
type Founding = z.infer<typeof founding>

/**
 * The parents each kind may have: departments and townships under a bureau, units under the body that answers for
 * them.
 */
const PARENTS: Record<Founding['kind'], readonly OrganisationDocument['kind'][]> = {
  department: ['bureau'],
  township: ['bureau'],
  unit: ['department', 'township', 'bureau'],
}

/**
 * Registers a body; the body above reviews it (NY22-13). Its name is taken from now on under that parent. The same
 * registration again is the same one; a returned one is registered anew with corrections.
 */
export async function registerOrganisation(ctx: Context, given: Founding): Promise<OrganisationView> {
  const name = bodyName(given.name)
  const id = `g${Buffer.from(ctx.dice.bytes(12)).toString('hex')}`
  await mobileKnown(ctx)
  const body = await ctx.store.transact((tx) => commit(tx, ctx, { ...given, name, id }))
  return organisationView(body)
}

registerOrganisation.refuses = [
  'INPUT_INVALID',
  'ORG_NAME_TAKEN',
  'ORG_NOT_VERIFIED',
  'ORG_UNKNOWN',
  'PHONE_MISSING',
  'TOO_OFTEN',
] as const

/** The reviewer must be able to call the person who registered the body. */
async function mobileKnown({ store, openid }: Context): Promise<void> {
  if (await store.get('bindings', openid)) return
  const registration = await store.get('registrations', openid)
  if (!registration?.mobile) refuse('PHONE_MISSING', {})
}

async function commit(
  tx: Transaction,
  ctx: Context,
  { id, name, kind, parentId, isPrivate, nature, county }: Founding & { id: string },
): Promise<OrganisationDocument> {
  const parent = await tx.get('organisations', parentId)
  if (!parent) refuse('ORG_UNKNOWN', {})
  if (parent.state !== 'verified') refuse('ORG_NOT_VERIFIED', { orgName: parent.name })
  const underTownship = parent.kind === 'township'
  // A private unit has its township as its department (NY22-15), and only a unit can be private.
  const fits = PARENTS[kind].includes(parent.kind) && (!isPrivate || (kind === 'unit' && underTownship))
  if (!fits) refuse('INPUT_INVALID', { fields: ['parentId'] })
  const taken = await tx.get('organisation-names', nameKeyOf(parentId, name))
  const existing = taken ? await tx.get('organisations', taken.orgId) : null
  if (existing && existing.state !== 'returned') {
    if (existing.registrarOpenid === ctx.openid && existing.kind === kind) return existing
    refuse('ORG_NAME_TAKEN', { orgName: name })
  }
  const { openid: key } = ctx
  await spendIn(tx, ctx, { limit: 'new-body', key }, { limit: 'new-body-under', key: parentId })
  const founded = newOrganisation(
    { id: existing?._id ?? id, name, kind, region: parent.region, areaCode: parent.areaCode, parent },
    { state: 'registered', at: ctx.now },
  )
  const told = { nature: nature ?? null, county: county ?? '' }
  const fields = { ...founded, ...told, isPrivate, registrarOpenid: ctx.openid }
  const body = existing
    ? await tx.replace('organisations', { ...fields, version: existing.version })
    : await tx.insert('organisations', fields)
  if (!taken) await tx.insert('organisation-names', { _id: nameKeyOf(parentId, name), orgId: body._id })
  await record(tx, ctx, {
    id: `organisation-registered:${body._id}:${body.version}`,
    kind: 'organisation-registered',
    subject: { of: 'organisation', id: body._id },
    // The founder may not be a registered person yet; their WeChat account is who they are.
    by: { actorId: ctx.openid, role: 'registrar', scope: parentId },
    after: body.name,
  })
  return body
}
