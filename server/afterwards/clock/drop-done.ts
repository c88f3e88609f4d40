import { plusDays } from '../../../domain/kernel/instant'
import type { Context } from '../../kernel/context'
import { OUR_PERIODS } from '../../kernel/our-periods'

const MOST_AT_ONCE = 100

/**
 * Removes events from which all has followed, a bounded number at a time: what people are told is in their inbox, what
 * was done is in the log, and the words of an event would outlast a person who leaves.
 */
export async function dropDone({ store, now }: Pick<Context, 'store' | 'now'>): Promise<{ dropped: number }> {
  const { items } = await store.query('outbox', 'byState', {
    equals: { state: 'done' },
    before: plusDays(now, -OUR_PERIODS.outboxKeptDays),
    limit: MOST_AT_ONCE,
  })
  const gone = await Promise.all(items.map((event) => store.removeIfUnchanged('outbox', event)))
  return { dropped: gone.filter(Boolean).length }
}
