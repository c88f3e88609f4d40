import type { Region } from '../../domain/kernel/regions'
import type { LearningItem } from '../../domain/policy/facts'
import { accountIdOf } from '../books/hours/account-id'
import type { AccountDocument, EntryDocument } from '../books/hours/documents'
import { readAccount } from '../books/hours/read-account'
import type { Store } from '../kernel/store/port'

/** More credits than any year of learning has; further ones are not read. */
const MOST_ENTRIES = 500

/** One year of a trainee's ledger, as the rules judge it. */
export interface LedgerYear {
  year: number
  items: LearningItem[]
  /** By the item's id: the title under which the trainee knows it. */
  titles: ReadonlyMap<string, string>
  /** Whether something that waited was released: where a year is handed in, that it has passed its levels (QH23-11). */
  released: boolean
}

interface Whose {
  personId: string
  region: Region
}

/** The years asked for that have an account; one read by id for each, and the entries of those that exist. */
export async function ledgerYears(
  store: Store,
  { personId, region }: Whose,
  years: readonly number[],
): Promise<LedgerYear[]> {
  const accounts = await Promise.all(years.map((year) => readAccount(store, { personId, region, year })))
  const there = accounts.filter((account) => account !== null)
  return Promise.all(there.map((account) => ledgerYear(store, account)))
}

async function ledgerYear(store: Store, account: AccountDocument): Promise<LedgerYear> {
  const entries = await entriesOf(store, account)
  const reasons = new Map(
    entries.flatMap(({ facts }) => (facts.kind === 'void' ? [[facts.entryId, facts.reason] as const] : [])),
  )
  const credits = entries.flatMap(({ _id, facts }) => {
    const line = account.lines.find(({ entryId }) => entryId === _id)
    if (facts.kind !== 'credit' || !line) return []
    const voided = line.voidedBy === null ? {} : { voided: reasons.get(_id) ?? '' }
    return [{ item: { ...facts.item, pending: !line.verified, ...voided }, title: facts.title }]
  })
  return {
    year: account.year,
    items: credits.map(({ item }) => item),
    titles: new Map(credits.map(({ item, title }) => [item.id, title])),
    released: account.lines.some(({ releasedAt, voidedBy }) => releasedAt !== null && voidedBy === null),
  }
}

async function entriesOf(store: Store, account: AccountDocument): Promise<EntryDocument[]> {
  const entries: EntryDocument[] = []
  const theirs = { equals: { accountId: accountIdOf(account) }, most: MOST_ENTRIES }
  for await (const entry of store.each('entries', 'byAccount', theirs)) entries.push(entry)
  return entries
}
