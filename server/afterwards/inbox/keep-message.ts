import type { Instant } from '../../../domain/kernel/instant'
import type { Context } from '../../kernel/context'
import { logFault } from '../../kernel/log'
import { type Subscription, wordsFor } from '../../kernel/templates'
import type { PersonDocument } from '../../people/documents'
import type { Told } from './told'

interface Keeping {
  /** Of the event or of the reminder: the same one twice is one message. */
  id: string
  personId: string
  kind: string
  told: Told
  at: Instant
}

/** Puts a message into a person's inbox; false where it was there before. */
export async function keepMessage(
  { store }: Pick<Context, 'store'>,
  { id, personId, kind, told: { title, text, place }, at }: Keeping,
): Promise<boolean> {
  const message = { personId, kind, title, text, place, state: 'unread' as const, at }
  return (await store.insertIfAbsent('inbox-messages', { _id: `${id}:${personId}`, ...message })) !== null
}

/** A message of WeChat is a courtesy: a person who did not subscribe finds everything in the inbox. */
export async function sendSubscription(
  ctx: Pick<Context, 'call' | 'ports'>,
  { openid }: Pick<PersonDocument, 'openid'>,
  subscription: Subscription | null,
): Promise<void> {
  const { messages } = ctx.ports
  const template = subscription && messages.templates[subscription.template]
  if (!template || openid === '') return
  const data = wordsFor(subscription, template)
  await messages
    .send({ openid, templateId: template.id, data, page: subscription.page })
    .catch((error: unknown) => logFault({ call: ctx.call, openid }, error, { about: subscription.template }))
}
