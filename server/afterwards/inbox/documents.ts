import type { Instant } from '../../../domain/kernel/instant'
import { by, collection, type Raw } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'
import type { MessagePlace } from './views'

/**
 * A message to a person, kept whether or not a WeChat message arrives. `_id` is the event's id and the person's, so
 * that an event is told once. Indexes byPerson: (personId, -at), byState: (personId, state, -at), byAge: (state, at).
 */
export interface InboxMessageDocument extends Stored {
  personId: string
  kind: string
  title: string
  text: string
  place: MessagePlace
  state: 'unread' | 'read'
  at: Instant
}

/** How far the walk of a reminder has come. `_id` is `region:year:date's id:days before`; one for each date and day. */
export interface ReminderWalkDocument extends Stored {
  state: 'walking' | 'done'
  /** Where the next chunk begins; empty at the beginning. */
  after: string
  told: number
}

/** The first shape told a reviewer the name of the person who contested. */
const withoutContester = (old: Raw): Raw =>
  old.kind === 'contest-waiting'
    ? { ...old, text: String(old.text).replace(/^.*?(?=说身份证号绑在)/, '有人') }
    : old

export const inboxMessages = collection<InboxMessageDocument>()({
  upgrades: [withoutContester],
  indexes: {
    byPerson: by('personId', '-at'),
    byState: by('personId', 'state', '-at'),
    byAge: by('state', 'at'),
  },
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '消息' },
    onErasure: 'remove',
  },
})

export const reminderWalks = collection<ReminderWalkDocument>()({ indexes: {}, personal: 'none' })

declare module '../../kernel/store/collections' {
  interface Collections {
    'inbox-messages': typeof inboxMessages
    'reminder-walks': typeof reminderWalks
  }
}
