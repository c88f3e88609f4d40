import { closesAt } from '../../domain/exam/attempt'
import type { Context } from '../context'
import { closingOf } from '../exam/answer-exam'
import { closeAttempt } from '../exam/close-attempt'
import type { DueItemDocument } from './documents'

const MOST_AT_ONCE = 50

/**
 * Finishes a bounded number of what time has closed: an exam that nobody handed in is graded with what was saved.
 * Each step is idempotent, so two runs at once, or one that died half-way, do no harm.
 */
export async function settleDue(ctx: Context): Promise<{ settled: number }> {
  const due = await ctx.store.query('due-items', 'byDue', {
    equals: { state: 'waiting' },
    before: ctx.now + 1,
    limit: MOST_AT_ONCE,
  })
  for (const item of due.items) await settle(ctx, item)
  return { settled: due.items.length }
}

async function settle(ctx: Context, item: DueItemDocument): Promise<void> {
  const { store, now } = ctx
  const document = await store.get('attempts', item.ref)
  const person = document ? await store.get('persons', document.personId) : null
  if (document && person && !document.attempt.submitted && now >= closesAt(document.attempt)) {
    const { closing } = await closingOf(ctx, person, document)
    await store.transact(async (tx) => {
      const fresh = await tx.get('attempts', item.ref)
      if (fresh) await closeAttempt(tx, ctx, { document: fresh, closing })
    })
  }
  await store.replace('due-items', { ...item, state: 'done' })
}
