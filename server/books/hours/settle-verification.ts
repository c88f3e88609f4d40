import { release } from '../../../domain/ledger/release'
import type { Context } from '../../kernel/context'
import { accept } from '../../kernel/refused'
import type { Transaction } from '../../kernel/store/port'
import { entryDocument } from './post-hours'

/** More years than a working life has. */
const MOST_ACCOUNTS = 60

type Needs = Pick<Context, 'store' | 'now' | 'packs'>

/**
 * Counts the pending hours of a trainee who became verified, in all their years. One transaction an account, which
 * does nothing where nothing is pending; so it may run twice, or be cut off and run again. It runs after a
 * confirmation and on the next view of an account, so that an exam posted at that same moment is not left pending.
 */
export async function settleVerification(ctx: Needs, personId: string): Promise<void> {
  const { items } = await ctx.store.query('accounts', 'byPerson', {
    equals: { personId },
    limit: MOST_ACCOUNTS,
  })
  for (const { _id, portions, region, year } of items) {
    if (portions.public.pending + portions.professional.pending === 0) continue
    // In such a year the application releases pending hours (QH23-11), not the trainee's verification.
    if (accept(ctx.packs.standardOf(region, year)).review.yearlySubmission.value) continue
    await ctx.store.transact((tx) => settleAccount(tx, ctx, _id))
  }
}

async function settleAccount(tx: Transaction, ctx: Needs, accountId: string): Promise<void> {
  const account = await tx.get('accounts', accountId)
  if (!account) return
  const person = await tx.get('persons', account.personId)
  if (person?.binding !== 'verified') return
  const { version } = accept(ctx.packs.standardOf(account.region, account.year))
  const released = release(account, { accountId, at: ctx.now, policyVersion: version })
  if (!released) return
  await tx.insert('entries', entryDocument(released.entry, accountId, { kind: 'release' }))
  await tx.replace('accounts', { ...account, ...released.account })
}
