import { formatHours } from '../../domain/kernel/hours'
import { dayOf } from '../../domain/kernel/instant'
import type { Context } from '../kernel/context'
import { unseal } from '../kernel/ports/sealing'
import { refuse } from '../kernel/refused'
import type { Page, Stored } from '../kernel/store/port'
import type { PersonDocument } from '../people/documents'

const PAGE = 50
const MOST_ACCOUNTS = 60

/** The kinds of stored data about a person, in order; the log comes last, because it names other people too. */
const SECTIONS = [
  'profile',
  'memberships',
  'hours',
  'entries',
  'learning',
  'claims',
  'claim-drafts',
  'study-archives',
  'deemings',
  'certificates',
  'messages',
  'log',
] as const
type Section = (typeof SECTIONS)[number]

export interface ExportPage {
  /** In words; with the first page alone. */
  summary: string[]
  items: { section: Section; document: string }[]
  /** The cursor for the next page; null at the end. */
  next: string | null
}

/**
 * Exports all data about the caller, page by page, as the documents are; the own ID number and mobile in full, keys
 * and hashes left out. A page is bounded, however long the person has been here.
 */
export async function exportMine(
  ctx: Context,
  person: PersonDocument,
  after: string | undefined,
): Promise<ExportPage> {
  const place = placeOf(after)
  const page = await READS[place.section](ctx, person, place.after)
  const items = page.items.map((document) => ({ section: place.section, document: JSON.stringify(document) }))
  const following = SECTIONS[SECTIONS.indexOf(place.section) + 1]
  const next = page.next ? `${place.section}|${page.next}` : following ? `${following}|` : null
  return { summary: after === undefined ? await summaryOf(ctx, person) : [], items, next }
}

function placeOf(after: string | undefined): { section: Section; after: string } {
  if (after === undefined) return { section: 'profile', after: '' }
  const at = after.indexOf('|')
  const section = SECTIONS.find((name) => name === after.slice(0, at))
  if (!section) refuse('INPUT_INVALID', { fields: ['after'] })
  return { section, after: after.slice(at + 1) }
}

type Read = (ctx: Context, person: PersonDocument, after: string) => Promise<Page<object>>

const paged = (after: string): { limit: number; after?: string } =>
  after === '' ? { limit: PAGE } : { limit: PAGE, after }

const READS: Record<Section, Read> = {
  profile: async (ctx, person) => ({ items: [profileOf(ctx, person)] }),
  memberships: ({ store }, { _id: personId }, after) =>
    store.query('memberships', 'byPerson', { equals: { personId }, ...paged(after) }),
  hours: ({ store }, { _id: personId }, after) =>
    store.query('accounts', 'byPerson', { equals: { personId }, ...paged(after) }),
  entries: entriesOf,
  learning: ({ store }, { _id: personId }, after) =>
    store.query('enrolments', 'byStart', { equals: { personId }, ...paged(after) }),
  claims: ({ store }, { _id: personId }, after) =>
    store.query('claims', 'byPerson', { equals: { personId }, ...paged(after) }),
  'claim-drafts': ({ store }, { _id: personId }, after) =>
    store.query('claim-drafts', 'byOwner', { equals: { personId }, ...paged(after) }),
  'study-archives': ({ store }, { _id: personId }, after) =>
    store.query('study-archives', 'byOwner', { equals: { personId }, ...paged(after) }),
  deemings: ({ store }, { _id: personId }, after) =>
    store.query('deemings', 'byPerson', { equals: { personId }, ...paged(after) }),
  certificates: ({ store }, { _id: personId }, after) =>
    store.query('certificates', 'byPerson', { equals: { personId }, ...paged(after) }),
  messages: ({ store }, { _id: personId }, after) =>
    store.query('inbox-messages', 'byPerson', { equals: { personId }, ...paged(after) }),
  log: async ({ store }, { _id: subjectId }, after) => {
    const page = await store.query('audit', 'bySubject', { equals: { subjectId }, ...paged(after) })
    const lines = page.items.map(({ at, role, action, before, after: to }) => ({
      at,
      role,
      action,
      before,
      after: to,
    }))
    return page.next ? { items: lines, next: page.next } : { items: lines }
  },
}

function profileOf({ ports }: Context, person: PersonDocument): object {
  const { idNumber, mobile, idNumberHash: _hash, openid: _openid, ...rest } = person
  return { ...rest, idNumber: unseal(idNumber, ports.secrets), mobile: unseal(mobile, ports.secrets) }
}

/** The entries of one account after another: the place to go on from names the account. */
async function entriesOf(
  { store }: Context,
  { _id: personId }: PersonDocument,
  after: string,
): Promise<Page<object>> {
  const accounts = await store.query('accounts', 'byPerson', { equals: { personId }, limit: MOST_ACCOUNTS })
  const at = after.indexOf('|')
  const index = after === '' ? 0 : Number(after.slice(0, at))
  const account = accounts.items[index]
  if (!account) return { items: [] }
  const within = after === '' ? '' : after.slice(at + 1)
  const page: Page<Stored> = await store.query('entries', 'byAccount', {
    equals: { accountId: account._id },
    ...paged(within),
  })
  const next = page.next ? `${index}|${page.next}` : accounts.items[index + 1] ? `${index + 1}|` : null
  return next === null ? { items: page.items } : { items: page.items, next }
}

async function summaryOf({ store }: Context, person: PersonDocument): Promise<string[]> {
  const equals = { personId: person._id }
  const [accounts, certificates, claims] = await Promise.all([
    store.query('accounts', 'byPerson', { equals, limit: MOST_ACCOUNTS }),
    store.query('certificates', 'byPerson', { equals, limit: 100 }),
    store.query('claims', 'byPerson', { equals, limit: 100 }),
  ])
  return [
    `${person.name}，${person.unitName}`,
    `身份证 ${person.idNumberMasked}，手机 ${person.mobileMasked}（文件里是完整的号码）`,
    `${dayOf(person.registeredAt)} 登记`,
    ...accounts.items.map(
      ({ year, portions }) =>
        `${year} 年：公需 ${formatHours(portions.public.counted)} 学时，专业 ${formatHours(portions.professional.counted)} 学时`,
    ),
    `证书 ${certificates.items.length} 张，申报 ${claims.items.length} 件`,
  ]
}
