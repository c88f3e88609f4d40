import type { Context } from '../kernel/context'
import { record } from '../kernel/record'
import type { Transaction } from '../kernel/store/port'
import { forgetContests } from '../people/contests-against'
import type { PersonDocument } from '../people/documents'
import { ownAct } from './ask-erasure'
import { dropFiles, forgetClaim } from './forget-claims'
import { forgetInOutside } from './forget-outside'
import { forgetInOversight } from './forget-oversight'

const CLAIMS_AT_ONCE = 100

/** The pseudonym in place of a name: it identifies no one, and tells two erased people apart. */
const pseudonymOf = (personId: string): string => `已注销用户${personId.slice(-6)}`

/**
 * Erases a person's identity, once their days to withdraw are over. Name, numbers and the WeChat account go; the
 * ledger, claims and certificates stay under the person's random id, because bureaus answer for them. Each step may
 * be cut off and run again; the person's own document comes last, so that a later run finds the rest by it.
 */
export async function erasePerson(ctx: Context, personId: string): Promise<void> {
  const erasure = await ctx.store.get('erasures', personId)
  if (erasure?.state !== 'waiting' || ctx.now < erasure.dueAt) return
  const person = await ctx.store.get('persons', personId)
  if (!person) return
  await forgetClaims(ctx, person)
  await forgetArchives(ctx, person)
  await forgetDrafts(ctx, person)
  await forgetMessages(ctx, person)
  await forgetRoles(ctx, person)
  await forgetContests(ctx, personId)
  await forgetInOversight(ctx, { personId, personName: pseudonymOf(personId) })
  await forgetInOutside(ctx, person, pseudonymOf(personId))
  await ctx.store.transact((tx) => forgetPerson(tx, ctx, personId))
}

async function forgetClaims(ctx: Context, person: PersonDocument): Promise<void> {
  const leaving = { person, personName: pseudonymOf(person._id) }
  for (const id of await idsOf(ctx, 'claims', person._id)) await forgetClaim(ctx, leaving, id)
}

/** The unit answers for its archive lines, which stay; the sheets show the person's name, and go. */
async function forgetArchives(ctx: Context, person: PersonDocument): Promise<void> {
  const personName = pseudonymOf(person._id)
  for (const id of await idsOf(ctx, 'study-archives', person._id)) {
    const kept = await ctx.store.get('study-archives', id)
    await dropFiles(ctx, kept?.lines.flatMap(({ attachments }) => attachments) ?? [])
    await ctx.store.transact(async (tx) => {
      const archive = await tx.get('study-archives', id)
      const lines = archive?.lines.map((line) => ({ ...line, attachments: [] })) ?? []
      if (archive) await tx.replace('study-archives', { ...archive, personName, lines })
    })
  }
}

async function forgetDrafts(ctx: Context, person: PersonDocument): Promise<void> {
  for (const id of await idsOf(ctx, 'claim-drafts', person._id)) {
    await dropFiles(ctx, (await ctx.store.get('claim-drafts', id))?.attachments ?? [])
    await removeById(ctx, 'claim-drafts', id)
  }
}

async function forgetMessages(ctx: Context, person: PersonDocument): Promise<void> {
  for (const id of await idsOf(ctx, 'inbox-messages', person._id)) await removeById(ctx, 'inbox-messages', id)
}

type OfPerson = 'claims' | 'claim-drafts' | 'inbox-messages' | 'study-archives'

async function idsOf({ store }: Context, collection: OfPerson, personId: string): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  do {
    const equals = { personId }
    const query = { equals, limit: CLAIMS_AT_ONCE, ...(after === undefined ? {} : { after }) }
    const page =
      collection === 'claim-drafts' || collection === 'study-archives'
        ? await store.query(collection, 'byOwner', query)
        : await store.query(collection, 'byPerson', query)
    ids.push(...page.items.map(({ _id }) => _id))
    after = page.next
  } while (after !== undefined)
  return ids
}

const removeById = (ctx: Context, collection: OfPerson | 'moves', id: string): Promise<void> =>
  ctx.store.transact(async (tx) => {
    const found = await tx.get(collection, id)
    if (found) await tx.remove(collection, found)
  })

async function forgetRoles(ctx: Context, { _id: personId, roles }: PersonDocument): Promise<void> {
  for (const { role, orgId } of roles) {
    await ctx.store.transact(async (tx) => {
      const holder = await tx.get('role-holders', `${personId}:${role}:${orgId}`)
      const gone = { personName: pseudonymOf(personId), mobileMasked: '', state: 'revoked' as const }
      if (holder) await tx.replace('role-holders', { ...holder, ...gone })
    })
  }
  await removeById(ctx, 'moves', personId)
}

async function forgetPerson(tx: Transaction, ctx: Context, personId: string): Promise<void> {
  const person = await tx.get('persons', personId)
  const erasure = await tx.get('erasures', personId)
  if (!person || erasure?.state !== 'waiting') return
  const [binding, registration, key, watch] = await Promise.all([
    tx.get('bindings', person.openid),
    tx.get('registrations', person.openid),
    tx.get('identity-keys', person.idNumberHash),
    tx.get('watch', personId),
  ])
  const contest = registration?.contest ? await tx.get('contests', registration.contest.id) : null
  if (binding?.personId === personId) await tx.remove('bindings', binding)
  if (registration) await tx.remove('registrations', registration)
  if (key?.personId === personId) await tx.remove('identity-keys', key)
  if (contest) await tx.remove('contests', contest)
  if (watch) await tx.remove('watch', watch)
  await tx.replace('persons', { ...person, ...nobody(personId) })
  await tx.replace('erasures', { ...erasure, state: 'done' })
  await record(tx, ctx, {
    ...ownAct(person),
    id: `erasure-done:${personId}:${erasure.askedAt}`,
    kind: 'erasure-done',
    after: 'erased',
    payload: { personId },
  })
}

/** In no unit's list and in no statistics; the roster's line is free for the next registration. */
const nobody = (personId: string) => ({
  openid: '',
  name: pseudonymOf(personId),
  idNumber: { cipher: '', keyVersion: 0 },
  idNumberHash: `erased:${personId}`,
  idNumberMasked: '',
  mobile: { cipher: '', keyVersion: 0 },
  mobileMasked: '',
  unitId: '',
  unitName: '',
  unitParentName: '',
  bindingNote: '',
  roles: [],
})
