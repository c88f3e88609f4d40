import { grantOver, grantsFor, type Right, reachesBelow } from '../../domain/organisation/rights'
import { grantsAt, type RoleGrant, standsInFor } from '../../domain/organisation/roles'
import type { Context } from './context'
import { refuse } from './refused'
import type { Documents } from './store/collections'
import { getAll } from './store/idioms'
import type { Page, Reads } from './store/port'

/** A person with a right, and the grants that give it at this instant, each as far as role and right reach. */
export interface Holder {
  right: Right
  person: Documents['persons']
  grants: readonly RoleGrant[]
}

export const holderOf = (
  person: Documents['persons'],
  right: Right,
  { now }: Pick<Context, 'now'>,
): Holder => ({
  right,
  person,
  grants: grantsFor(grantsAt(person, now), right),
})

/**
 * The holder as they stand in this very transaction: a role that ended since they were let in gives nothing any more.
 * Every act of staff asks this before it looks at its scope, which then refuses OUT_OF_SCOPE.
 */
export async function stillHolding(
  tx: Reads,
  ctx: Pick<Context, 'now'>,
  { person, right }: Holder,
): Promise<Holder> {
  const standing = await tx.get('persons', person._id)
  if (!standing) refuse('NOT_REGISTERED', {})
  return holderOf(standing, right, ctx)
}

/** The grant by which the holder reaches a body: `path` holds the ids from the top of the tree down to it. */
export const grantIn = ({ grants, right }: Holder, path: readonly string[]): RoleGrant | null =>
  grantOver(grants, right, path)

/** Whether the holder's right goes on below a body: over the body alone, nothing of what hangs there is shown. */
export const seesBelow = ({ grants, right }: Holder, path: readonly string[]): boolean =>
  reachesBelow(grants, right, path)

/**
 * Whether a decision about that person would be one's own: about oneself, or about whom one stands in for, who lent the
 * power to decide.
 */
export const isOwnAffair = ({ person, grants }: Decider, personId: string): boolean =>
  personId === person._id || standsInFor(grants).includes(personId)

/** Who decides, as far as it matters whose affairs are their own. */
export interface Decider {
  person: Pick<Documents['persons'], '_id'>
  grants: readonly RoleGrant[]
}

/** The organisation, if the holder reaches it; refuses OUT_OF_SCOPE for any other, existing or not. */
export async function organisationInScope(
  reads: Reads,
  holder: Holder,
  orgId: string,
): Promise<Documents['organisations']> {
  const organisation = await reads.get('organisations', orgId)
  if (!organisation || !grantIn(holder, organisation.path)) refuse('OUT_OF_SCOPE', {})
  return organisation
}

/** The bodies of the grants themselves, each once, in their order. */
export const ownBodies = ({ grants }: Pick<Holder, 'grants'>): string[] => [
  ...new Set(grants.map(({ orgId }) => orgId)),
]

/** One of the holder's own bodies: the named one, else the first. Refuses OUT_OF_SCOPE for a body that is not theirs. */
export function ownBody(holder: Holder, orgId: string | undefined): string {
  const own = ownBodies(holder)
  const body = orgId === undefined ? own[0] : own.find((one) => one === orgId)
  return body ?? refuse('OUT_OF_SCOPE', {})
}

/** The named body of the holder's own, or all of them. */
export const chosenBodies = (holder: Holder, orgId: string | undefined): string[] =>
  orgId === undefined ? ownBodies(holder) : [ownBody(holder, orgId)]

export interface OwnBody {
  orgId: string
  orgName: string
}

/** Names beside the ids of the holder's own bodies, for a screen to offer a switch where there are several. */
export async function namedBodies(reads: Reads, holder: Holder): Promise<OwnBody[]> {
  const bodies = await getAll(reads, 'organisations', ownBodies(holder))
  return bodies.flatMap((body) => (body ? [{ orgId: body._id, orgName: body.name }] : []))
}

/**
 * One list over several bodies, a body after the other, each in its own order: `next` is `orgId|key`, and a body that
 * has nothing is passed over, so that an empty page is the end.
 */
export async function overBodies<T>(
  orgIds: readonly string[],
  after: string | undefined,
  read: (orgId: string, paging: { after?: string }) => Promise<Page<T>>,
): Promise<{ items: T[]; next: string | null }> {
  const [from, key] = placeIn(orgIds, after)
  for (const [at, orgId] of orgIds.entries()) {
    if (at < from) continue
    const { items, next } = await read(orgId, at === from && key !== '' ? { after: key } : {})
    const following = orgIds[at + 1]
    if (next !== undefined) return { items, next: `${orgId}|${next}` }
    if (items.length > 0) return { items, next: following === undefined ? null : `${following}|` }
  }
  return { items: [], next: null }
}

function placeIn(orgIds: readonly string[], after: string | undefined): [at: number, key: string] {
  if (after === undefined) return [0, '']
  const cut = after.indexOf('|')
  const at = orgIds.indexOf(after.slice(0, Math.max(0, cut)))
  return at < 0 ? refuse('INPUT_INVALID', { fields: ['after'] }) : [at, after.slice(cut + 1)]
}
