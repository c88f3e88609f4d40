import type { Context } from '../kernel/context'
import type { Secrets } from '../kernel/ports/port'
import type { CollectionName, IndexName } from '../kernel/store/collections'
import type { Lead, Personal, Who } from '../kernel/store/personal'
import type { Page, Store, Stored } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'
import { hashesOf } from '../people/number-hashes'
import { idNumberOf, mobileOf } from '../people/sealed-numbers'

const PAGE = 50
const MOST_ACCOUNTS = 60
const MOST_UNITS = 100

/** Comes right after `:` in the order of ids: the end of all that begins with a prefix. */
const AFTER_COLON = ';'

/**
 * All that leads to a person's documents, and what stands where their name stood. Until they are verified the number is
 * one that they typed: what is kept under it may be somebody else's, and leads nowhere.
 */
function whoIs(person: PersonDocument, secrets: Secrets): Who {
  const { _id: personId, openid, unitId, name } = person
  const idNumberHash = person.binding === 'verified' ? hashesOf(person, secrets)[0] : ''
  const numbers = [idNumberOf(person, secrets), mobileOf(person, secrets)].filter((number) => number !== '')
  const pseudonym = `已注销用户${personId.slice(-6)}`
  return { personId, openid, idNumberHash, unitId, name, numbers, pseudonym }
}

/**
 * The person as they are now, then as each WeChat account and each unit that was theirs before: keys are made of these.
 * An account that is bound to another person by now is not theirs. While index keys are exchanged, by each key.
 */
export async function personsOf(
  { store, ports }: Pick<Context, 'store' | 'ports'>,
  person: PersonDocument,
): Promise<[Who, ...Who[]]> {
  const who = whoIs(person, ports.secrets)
  const former = person.formerOpenids ?? []
  const bindings = await Promise.all(former.map((openid) => store.get('bindings', openid)))
  const theirs = former.filter((_, i) => (bindings[i]?.personId ?? person._id) === person._id)
  const equals = { personId: person._id }
  const { items: units } = await store.query('memberships', 'byPerson', { equals, limit: MOST_UNITS })
  const [, ...otherHashes] = who.idNumberHash === '' ? [] : hashesOf(person, ports.secrets)
  const byOtherKeys = otherHashes.map((idNumberHash) => ({ ...who, idNumberHash }))
  return [
    who,
    ...byOtherKeys,
    ...theirs.map((openid) => ({ ...who, openid })),
    ...units.flatMap(({ unitId }) => [who, ...byOtherKeys].map((by) => ({ ...by, unitId }))),
  ]
}

/** Each way to the person's documents, once, however many accounts and units lead there. */
export function waysTo(personal: Personal, persons: readonly Who[]): { lead: Lead; who: Who }[] {
  return personal.leads.flatMap((lead) => {
    const keys = persons.map((who) => keyOf(lead, who))
    return persons.filter((_, i) => keys.indexOf(keys[i] ?? '') === i).map((who) => ({ lead, who }))
  })
}

function keyOf(lead: Lead, who: Who): string {
  if ('id' in lead) return lead.id(who)
  if ('prefix' in lead) return lead.prefix(who)
  return 'value' in lead ? lead.value(who) : who.personId
}

export const personalOf = ({ collections }: Store, name: CollectionName): Personal | null => {
  const { personal } = collections[name]
  return personal === 'none' ? null : (personal as Personal)
}

/** One page of a person's documents of a collection, along one lead. */
export async function followLead(
  { store }: Pick<Context, 'store'>,
  name: CollectionName,
  { lead, who, after }: { lead: Lead; who: Who; after: string },
): Promise<Page<Stored>> {
  if ('id' in lead) return byId(store, name, lead.id(who), who)
  if ('accounts' in lead) return byAccounts(store, name, { index: lead.accounts, who, after })
  if ('prefix' in lead) {
    const prefix = lead.prefix(who)
    const range = { equals: {}, from: prefix, before: `${prefix.slice(0, -1)}${AFTER_COLON}` }
    return store.query(name, 'byId' as IndexName<CollectionName>, { ...range, ...paged(after) })
  }
  const value = lead.value(who)
  const [first] = (store.collections[name].indexes as Record<string, { path: string }[]>)[lead.index] ?? []
  // An empty value would lead to everybody who has none.
  if (!first || value === '') return { items: [] }
  const equals = { [first.path]: value }
  return store.query(name, lead.index as IndexName<CollectionName>, { equals, ...paged(after) })
}

const paged = (after: string): { limit: number; after?: string } =>
  after === '' ? { limit: PAGE } : { limit: PAGE, after }

/** An id may have passed to another person: an account bound anew is not the leaver's any more. */
async function byId(store: Store, name: CollectionName, id: string, who: Who): Promise<Page<Stored>> {
  if (id === '') return { items: [] }
  const found: (Stored & { personId?: unknown }) | null = await store.get(name, id)
  const isTheirs = found !== null && (found.personId === undefined || found.personId === who.personId)
  return { items: isTheirs ? [found] : [] }
}

/** The documents of one account after another: the place to go on from names the account. */
async function byAccounts(
  store: Store,
  name: CollectionName,
  { index, who, after }: { index: string; who: Who; after: string },
): Promise<Page<Stored>> {
  const accounts = await store.query('accounts', 'byPerson', {
    equals: { personId: who.personId },
    limit: MOST_ACCOUNTS,
  })
  const bar = after.indexOf('|')
  const place = after === '' ? 0 : Number(after.slice(0, bar))
  const account = accounts.items[place]
  if (!account) return { items: [] }
  const page: Page<Stored> = await store.query(name, index as IndexName<CollectionName>, {
    equals: { accountId: account._id },
    ...paged(after.slice(bar + 1)),
  })
  const next = page.next ? `${place}|${page.next}` : accounts.items[place + 1] ? `${place + 1}|` : null
  return next === null ? { items: page.items } : { items: page.items, next }
}
