import type { Context } from '../../kernel/context'
import type { PersonDocument } from '../../people/documents'
import type { InboxMessageDocument } from './documents'
import type { InboxMessageView, InboxView } from './views'

const PAGE = 20
/** A badge says "99+" beyond this. */
const COUNTED_TO = 100

/** The person's own messages, newest first. */
export async function listInbox(
  ctx: Pick<Context, 'store'>,
  { _id: personId }: PersonDocument,
  after: string | undefined,
): Promise<InboxView> {
  const [page, unread] = await Promise.all([
    ctx.store.query('inbox-messages', 'byPerson', {
      equals: { personId },
      limit: PAGE,
      after,
    }),
    unreadOf(ctx, personId),
  ])
  return { messages: page.items.map(messageView), next: page.next ?? null, unread }
}

const messageView = ({
  _id: id,
  kind,
  title,
  text,
  place,
  state,
  at,
}: InboxMessageDocument): InboxMessageView => ({
  id,
  kind,
  title,
  text,
  place,
  isUnread: state === 'unread',
  at,
})

export const unreadOf = ({ store }: Pick<Context, 'store'>, personId: string): Promise<number> =>
  store.count('inbox-messages', 'byState', { equals: { personId, state: 'unread' } }, COUNTED_TO)

/** Marks messages as read; an id of another person's message is ignored, as if it did not exist. */
export async function markRead(
  ctx: Pick<Context, 'store'>,
  { _id: personId }: PersonDocument,
  ids: readonly string[],
): Promise<{ unread: number }> {
  const messages = await ctx.store.getMany('inbox-messages', [...new Set(ids)])
  for (const message of messages) {
    if (message?.personId === personId && message.state === 'unread')
      // Another phone of the same person may have been here: read is read.
      await ctx.store.replaceIfUnchanged('inbox-messages', { ...message, state: 'read' })
  }
  return { unread: await unreadOf(ctx, personId) }
}
