import * as z from 'zod'
import { grantOver } from '../../domain/organisation/rights'
import { givable, type RoleGrant } from '../../domain/organisation/roles'
import type { Context } from '../kernel/context'
import { type Holder, organisationInScope, seesBelow } from '../kernel/holder'
import { cursor, identifier } from '../kernel/inputs'
import { pathAbove } from './acting'
import type { OrganisationDocument } from './documents'
import { namesakesOf } from './names'
import { organisationView } from './organisation-view'
import type { TreeView, WaitingOrganisation } from './views'

const PAGE = 20
/** Waiting bodies stand on top; more than this number appear on the next look. */
const WAITING_SHOWN = 10
/** Deeper trees than province, city, county, department and unit do not exist. */
const MOST_LEVELS = 10

export const treeAsked = z.object({ parentId: identifier.optional(), after: cursor })

/**
 * One level of the tree within the caller's scope: the body, the bodies that wait below it, and its children, page by
 * page.
 */
export async function showTree(
  ctx: Context,
  holder: Holder,
  { parentId, after }: z.infer<typeof treeAsked>,
): Promise<TreeView> {
  const { grants } = holder
  if (parentId === undefined) return topOf(ctx, grants)
  const body = await organisationInScope(ctx.store, holder, parentId)
  const reviews = grantOver(grants, 'verify-bodies', body.path) !== null
  const [page, waiting, above] = await Promise.all([
    seesBelow(holder, body.path)
      ? ctx.store.query('organisations', 'byParent', { equals: { parentId }, limit: PAGE, after })
      : { items: [], next: undefined },
    reviews && after === undefined ? waitingUnder(ctx, parentId) : [],
    aboveInScope(ctx, grants, body),
  ])
  const path = body.parentId === null ? body.path : pathAbove(body)
  return {
    body: organisationView(body),
    above,
    waiting,
    children: page.items.filter(({ state }) => state === 'verified').map(organisationView),
    next: page.next ?? null,
    may: {
      review: reviews,
      rename: grantOver(grants, 'rename-bodies', path) !== null,
      setUp: grantOver(grants, 'set-up-bodies', path) !== null,
      grant: body.state === 'verified' ? givable(grants, body) : [],
    },
  }
}

showTree.refuses = ['OUT_OF_SCOPE'] as const

async function topOf({ store }: Context, grants: readonly RoleGrant[]): Promise<TreeView> {
  const ids = [...new Set(grants.map(({ orgId }) => orgId))].slice(0, PAGE)
  const bodies = await store.getMany('organisations', ids)
  return {
    body: null,
    above: [],
    waiting: [],
    children: bodies.flatMap((body) => (body ? [organisationView(body)] : [])),
    next: null,
    may: { review: false, rename: false, setUp: false, grant: [] },
  }
}

async function aboveInScope(
  { store }: Context,
  grants: readonly RoleGrant[],
  body: OrganisationDocument,
): Promise<{ id: string; name: string }[]> {
  const mine = new Set(grants.map(({ orgId }) => orgId))
  const start = body.path.findIndex((id) => mine.has(id))
  const ids = pathAbove(body).slice(start).slice(-MOST_LEVELS)
  const bodies = await store.getMany('organisations', ids)
  return bodies.flatMap((one) => (one ? [{ id: one._id, name: one.name }] : []))
}

async function waitingUnder(ctx: Context, parentId: string): Promise<WaitingOrganisation[]> {
  const { items } = await ctx.store.query('organisations', 'byState', {
    equals: { parentId, state: 'registered' },
    limit: WAITING_SHOWN,
  })
  return Promise.all(
    items.map(async (body) => ({
      organisation: organisationView(body),
      registrar: await registrarOf(ctx, body),
      namesakes: await Promise.all(
        (await namesakesOf(ctx, body)).map(async (other) => ({
          orgId: other._id,
          state: other.state,
          registrarName: (await registrarOf(ctx, other))?.name ?? '',
          registeredAt: other.registeredAt,
        })),
      ),
      registeredAt: body.registeredAt,
    })),
  )
}

async function registrarOf(
  { store }: Context,
  body: OrganisationDocument,
): Promise<WaitingOrganisation['registrar']> {
  const { registrarOpenid } = body
  const bound = registrarOpenid === '' ? null : await store.get('bindings', registrarOpenid)
  const person = bound ? await store.get('persons', bound.personId) : null
  if (!person) return null
  const { _id: personId, version, name, idNumberMasked, mobileMasked, binding, unitId, unitName } = person
  const isOfBody = unitId === body._id
  return { personId, version, name, idNumberMasked, mobileMasked, binding, isOfBody, unitName }
}
