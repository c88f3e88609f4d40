import type { Instant } from '../../../domain/kernel/instant'
import { by, collection } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'
import type { MessagePlace } from './views'

/**
 * A message to a person, kept whether or not a WeChat message arrives. `_id` is the event's id and the person's, so
 * that an event is told once. Indexes byPerson: (personId, -at), byState: (personId, state, -at).
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

export const inboxMessages = collection<InboxMessageDocument>()({
  indexes: { byPerson: by('personId', '-at'), byState: by('personId', 'state', '-at') },
})

export const reminderWalks = collection<ReminderWalkDocument>()({ indexes: {} })

declare module '../../kernel/store/collections' {
  interface Collections {
    'inbox-messages': typeof inboxMessages
    'reminder-walks': typeof reminderWalks
  }
}
