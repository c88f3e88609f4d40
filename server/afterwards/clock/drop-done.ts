import { plusDays } from '../../../domain/kernel/instant'
import type { Context } from '../../kernel/context'
import { OUR_PERIODS } from '../../kernel/our-periods'

const MOST_AT_ONCE = 100

type Needs = Pick<Context, 'store' | 'now'>

/**
 * Removes what is over, a bounded number at a time: events from which all has followed, because what people are told is
 * in their inbox, what was done is in the log, and the words of an event would outlast a person who leaves; items that
 * time has closed; messages that were read long ago; sums of calls.
 */
export async function dropDone({ store, now }: Needs): Promise<{ dropped: number }> {
  const { outboxKeptDays, dueKeptDays, readMessagesKeptDays, callSumsKeptDays } = OUR_PERIODS
  const done = { equals: { state: 'done' }, limit: MOST_AT_ONCE }
  const read = { equals: { state: 'read' }, limit: MOST_AT_ONCE }
  const parts = { equals: { of: 'part' }, limit: MOST_AT_ONCE }
  const [events, items, messages, sums] = await Promise.all([
    store.query('outbox', 'byState', { ...done, before: plusDays(now, -outboxKeptDays) }),
    store.query('due-items', 'byDue', { ...done, before: plusDays(now, -dueKeptDays) }),
    store.query('inbox-messages', 'byAge', { ...read, before: plusDays(now, -readMessagesKeptDays) }),
    store.query('call-sums', 'byFrom', { ...parts, before: plusDays(now, -callSumsKeptDays) }),
  ])
  const gone = await Promise.all([
    ...events.items.map((event) => store.removeIfUnchanged('outbox', event)),
    ...items.items.map((item) => store.removeIfUnchanged('due-items', item)),
    ...messages.items.map((message) => store.removeIfUnchanged('inbox-messages', message)),
    ...sums.items.map((part) => store.removeIfUnchanged('call-sums', part)),
  ])
  return { dropped: gone.filter(Boolean).length }
}
