import * as z from 'zod'
import { spendIn } from '../kernel/budget'
import type { Context } from '../kernel/context'
import { identifier, typed } from '../kernel/inputs'
import { keyedHash } from '../kernel/ports/sealing'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import { bodyName, LONGEST_COUNTY, LONGEST_NAME } from './body-name'
import { type OrganisationDocument, UNIT_NATURES } from './documents'
import { verifiedCalled } from './names'
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
 * Registers a body; the body above reviews it (NY22-13). Each account's registration is its own: the same again is the
 * same one, a returned one is registered anew with corrections, and another account that registers the name stands
 * beside it, for the reviewer to tell apart. A name is taken by the body that was verified under it.
 */
export async function registerOrganisation(ctx: Context, given: Founding): Promise<OrganisationView> {
  const name = bodyName(given.name)
  await mobileKnown(ctx)
  const id = (await ownBody(ctx, { name, parentId: given.parentId })) ?? newId(ctx, given.parentId, name)
  const body = await ctx.store.transact((tx) => commit(tx, ctx, { ...given, name, id }))
  return organisationView(body)
}

const OWN_READ = 100

/** The account's own registration of that name, whatever account it had then. */
async function ownBody(
  { store, openid }: Context,
  { name, parentId }: Pick<OrganisationDocument, 'name'> & { parentId: string },
): Promise<string | null> {
  const equals = { registrarOpenid: openid }
  const { items } = await store.query('organisations', 'byRegistrar', { equals, limit: OWN_READ })
  return items.find((body) => body.name === name && body.parentId === parentId)?._id ?? null
}

/** One id of each account for a name, so that two calls at once found one body; it tells nobody whose it is. */
const newId = ({ ports, openid }: Context, parentId: string, name: string): string =>
  `g${keyedHash('organisation', [parentId, name, openid].join('\n'), ports.secrets).slice(0, 24)}`

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
  const own = await tx.get('organisations', id)
  if (own && own.state !== 'returned') {
    if (own.kind === kind) return own
    refuse('ORG_NAME_TAKEN', { orgName: name })
  }
  // Who comes back with corrections is heard, even if another was verified under the name meanwhile, and pays no limit.
  if (!own) {
    if (await verifiedCalled(tx, { parentId, name })) refuse('ORG_NAME_TAKEN', { orgName: name })
    await spendIn(tx, ctx, { limit: 'new-body', key: ctx.openid }, { limit: 'new-body-under', key: parentId })
  }
  const founded = newOrganisation(
    { id, name, kind, region: parent.region, areaCode: parent.areaCode, parent },
    { state: 'registered', at: ctx.now },
  )
  const told = { nature: nature ?? null, county: county ?? '' }
  const fields = { ...founded, ...told, isPrivate, registrarOpenid: ctx.openid }
  const body = await tx.upsert('organisations', own, fields)
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
