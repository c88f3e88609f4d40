/** The place that a message opens; empty where there is nothing more to see. The screen knows the route. */
export type MessagePlace =
  | {
      page:
        | 'home'
        | 'me'
        | 'claims'
        | 'queue'
        | 'people'
        | 'contests'
        | 'contests-below'
        | 'rebind'
        | 'title'
        | 'objections'
        | 'none'
    }
  | { page: 'ledger' | 'certificate'; year: number }
  | { page: 'claim'; claimId: string }

export interface InboxMessageView {
  id: string
  kind: string
  title: string
  text: string
  place: MessagePlace
  isUnread: boolean
  at: number
}

export interface InboxView {
  messages: InboxMessageView[]
  next: string | null
  /** Counted up to 100; a screen says "99+" there. */
  unread: number
}
