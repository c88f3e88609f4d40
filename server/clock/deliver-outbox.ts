import type { OutboxDocument } from '../account/documents'
import type { Context } from '../context'
import { VersionChanged } from '../store/port'

const MOST_AT_ONCE = 50

/** What each event tells its person; an event that tells nobody anything is only marked as done. */
const TEXTS: Record<
  string,
  (payload: Record<string, string>) => { template: string; data: Record<string, string>; page: string } | null
> = {
  'binding-decided': ({ binding }) => ({
    template: 'binding-decided',
    data: {
      phrase1: binding === 'verified' ? '核对通过' : '需要更正',
      thing2: binding === 'verified' ? '之前学到的学时已全部计入' : '请打开“我的”查看原因并更正',
    },
    page: 'pages/me/index',
  }),
  'exam-closed': ({ passed }) =>
    passed === 'true'
      ? {
          template: 'exam-passed',
          data: { phrase1: '合格', thing2: '学时已入账，可以查看凭什么' },
          page: 'pages/home/index',
        }
      : null,
}

/** Sends what commits left to be told, a bounded number at a time. Marked as done first: nobody is told twice. */
export async function deliverOutbox(ctx: Context): Promise<{ delivered: number }> {
  const { store } = ctx
  const waiting = await store.query('outbox', 'byState', {
    equals: { state: 'waiting' },
    limit: MOST_AT_ONCE,
  })
  let delivered = 0
  for (const event of waiting.items) {
    if (!(await isOurs(ctx, event))) continue
    await tell(ctx, event)
    delivered += 1
  }
  return { delivered }
}

/** Whoever marks it tells it; another run at the same time leaves it alone. */
async function isOurs({ store }: Context, event: OutboxDocument): Promise<boolean> {
  try {
    await store.replace('outbox', { ...event, state: 'done' })
    return true
  } catch (error) {
    if (error instanceof VersionChanged) return false
    throw error
  }
}

async function tell({ store, ports }: Context, { kind, payload }: OutboxDocument): Promise<void> {
  const message = TEXTS[kind]?.(payload)
  const person = payload.personId ? await store.get('persons', payload.personId) : null
  if (!message || !person) return
  // A message is a courtesy: whoever did not subscribe still finds everything in the mini-program.
  await ports.messages
    .send({ openid: person.openid, ...message })
    .catch((error: unknown) => console.warn(kind, error))
}
