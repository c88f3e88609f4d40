import { dayOf } from '../../../domain/kernel/instant'
import { type Learned, type Likeness, likenessOf } from '../../../domain/ledger/same-learning'
import type { Reads, Store, Transaction } from '../../kernel/store/port'
import type { AccountDocument, CreditFacts, EntryDocument, LearnedLine } from './documents'

/** As many as a working life gives; the earliest go first. */
const MOST_LINES = 1_000
/** More years than a working life has. */
const MOST_ACCOUNTS = 60

/** When it was learned, where that is more than the day of earning. */
export type LearnedSpan = Pick<Learned, 'from' | 'to' | 'held'>

export interface Match {
  line: LearnedLine
  likeness: Likeness
}

/** As much of a credit as another can be compared with. */
export function learnedOf(
  { title, hours, cause, item }: Pick<CreditFacts, 'title' | 'hours' | 'cause' | 'item'>,
  span?: LearnedSpan,
): Learned {
  const on = dayOf(item.earnedAt)
  const [kind = '', source = '', ...code] = (item.evidenceKey ?? '').split(':')
  const sent = cause.kind === 'outside'
  return {
    way: cause.kind,
    source: sent ? source : '',
    title,
    from: span?.from ?? on,
    to: span?.to ?? on,
    held: span?.held ?? (cause.kind !== 'claim' || item.days !== undefined),
    hours,
    code: sent ? code.join(':') : kind === 'course' ? '' : source,
  }
}

/** The lines that are like a thing learned and still stand: what was taken back is nobody's double. */
export async function likeIt(
  reads: Reads,
  lines: readonly LearnedLine[],
  learned: Learned,
): Promise<Match[]> {
  const found = lines.flatMap((line) => {
    const likeness = likenessOf(learned, line)
    return likeness === null ? [] : [{ line, likeness }]
  })
  const accounts = new Map<string, AccountDocument | null>()
  for (const id of new Set(found.map(({ line }) => line.accountId)))
    accounts.set(id, await reads.get('accounts', id))
  return found.filter(({ line }) => isStanding(accounts.get(line.accountId) ?? null, line))
}

export async function stands(
  reads: Reads,
  line: Pick<LearnedLine, 'accountId' | 'entryId'>,
): Promise<boolean> {
  return isStanding(await reads.get('accounts', line.accountId), line)
}

const isStanding = (account: AccountDocument | null, { entryId }: Pick<LearnedLine, 'entryId'>): boolean =>
  account?.lines.some((line) => line.entryId === entryId && line.voidedBy === null) ?? false

/** Adds a line in the transaction that credits it; one read and one write. The same credit again is one line. */
export async function remember(tx: Transaction, personId: string, line: LearnedLine): Promise<LearnedLine[]> {
  const before = await tx.get('learned', personId)
  const lines = (before?.lines ?? []).filter(({ entryId }) => entryId !== line.entryId)
  const kept = [...lines, line].slice(-MOST_LINES)
  await tx.upsert('learned', before, { _id: personId, lines: kept, whole: before?.whole ?? false })
  return lines
}

/**
 * All that a person learned, in every year. What was credited before there was such a list is read from the ledger once.
 */
export async function allLearned(store: Store, personId: string): Promise<LearnedLine[]> {
  const known = await store.get('learned', personId)
  return known?.whole ? known.lines : withEarlier(store, personId, known?.lines ?? [])
}

/** The same, and kept, so that the next credit is compared with the years before, too. */
export async function keepAllLearned(store: Store, personId: string): Promise<LearnedLine[]> {
  const known = await store.get('learned', personId)
  if (known?.whole) return known.lines
  const lines = await withEarlier(store, personId, known?.lines ?? [])
  // Where another credit was faster, the next one reads the ledger again.
  if (known) await store.replaceIfUnchanged('learned', { ...known, lines, whole: true })
  else await store.insertIfAbsent('learned', { _id: personId, lines, whole: true })
  return lines
}

async function withEarlier(
  store: Store,
  personId: string,
  known: readonly LearnedLine[],
): Promise<LearnedLine[]> {
  const lines: LearnedLine[] = []
  for await (const { _id, year } of store.each('accounts', 'byPerson', {
    equals: { personId },
    most: MOST_ACCOUNTS,
  }))
    for await (const entry of store.each('entries', 'byAccount', {
      equals: { accountId: _id },
      most: MOST_LINES,
    }))
      lines.push(...lineOf(entry, year))
  // Books are read from their end; the list goes by time.
  const earlier = lines.reverse().filter(({ entryId }) => !known.some((line) => line.entryId === entryId))
  return [...earlier, ...known].slice(-MOST_LINES)
}

const lineOf = ({ _id: entryId, accountId, facts }: EntryDocument, year: number): LearnedLine[] =>
  facts.kind === 'credit' ? [{ ...learnedOf(facts), entryId, accountId, year }] : []
