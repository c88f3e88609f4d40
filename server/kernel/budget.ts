import { BEIJING_OFFSET_MS, type Instant, instant } from '../../domain/kernel/instant'
import type { BudgetDocument } from './budget-documents'
import type { Context } from './context'
import { type Limited, OUR_LIMITS } from './our-limits'
import { keyedHash } from './ports/sealing'
import { refuse } from './refused'
import type { New, Transaction } from './store/port'

type Needs = Pick<Context, 'store' | 'ports' | 'now'>

/** A use of one limit by one account, number, body or provider; but for a provider's the key is hashed before it is kept. */
export interface Spending {
  limit: Limited
  key: string
  /** How much it weighs; 1 where nothing is said. */
  weight?: number
}

/**
 * Spends from one or several limits at once, or refuses TOO_OFTEN with the instant from which it may be tried again;
 * nothing is spent then. In a transaction of its own, before the work: an attempt that is refused afterwards counts,
 * because a search by trial is made of refusals.
 */
export const spend = (ctx: Needs, ...spendings: readonly Spending[]): Promise<void> =>
  ctx.store.transact((tx) => spendIn(tx, ctx, ...spendings))

/** Spends within the transaction that does the work: what is refused there costs nothing, nor does the same act again. */
export async function spendIn(
  tx: Transaction,
  ctx: Pick<Needs, 'ports' | 'now'>,
  ...spendings: readonly Spending[]
): Promise<void> {
  const read: Read[] = []
  for (const spending of spendings) read.push(await readOf(tx, ctx, spending))
  const over = read.filter(({ after, most }) => after.spent > most)
  if (over.length > 0) refuse('TOO_OFTEN', { againAt: Math.max(...over.map(({ after }) => after.endsAt)) })
  for (const { before, after } of read) await tx.upsert('budgets', before, after)
}

interface Read {
  before: BudgetDocument | null
  after: New<BudgetDocument>
  most: number
}

async function readOf(
  tx: Transaction,
  { ports, now }: Pick<Needs, 'ports' | 'now'>,
  { limit, key, weight = 1 }: Spending,
): Promise<Read> {
  const { most, inSeconds, per } = OUR_LIMITS[limit]
  const { number, endsAt } = windowAt(now, inSeconds)
  // A provider is no person, and who counts its lines has no key of numbers.
  const whose = per === 'provider' ? key : keyedHash('budget', key, ports.secrets)
  const _id = `${limit}:${whose}:${number}`
  const before = await tx.get('budgets', _id)
  return { before, after: { _id, spent: (before?.spent ?? 0) + weight, endsAt }, most }
}

/** Windows follow one another without a gap; those of whole days begin at midnight in Beijing. */
function windowAt(now: Instant, inSeconds: number): { number: number; endsAt: Instant } {
  const length = inSeconds * 1000
  const number = Math.floor((now + BEIJING_OFFSET_MS) / length)
  return { number, endsAt: instant((number + 1) * length - BEIJING_OFFSET_MS) }
}

const MOST_AT_ONCE = 100

/** Removes what was spent in windows that are over, a bounded number at a time. */
export async function dropSpent({ store, now }: Pick<Needs, 'store' | 'now'>): Promise<{ dropped: number }> {
  const { items } = await store.query('budgets', 'byEnd', { equals: {}, before: now, limit: MOST_AT_ONCE })
  const gone = await Promise.all(items.map((spent) => store.removeIfUnchanged('budgets', spent)))
  return { dropped: gone.filter(Boolean).length }
}
