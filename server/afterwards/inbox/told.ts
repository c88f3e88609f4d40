import type { MessagePlace } from './views'

/** A subscription message of WeChat: the template by our name, its words in the platform's fields. */
export interface Subscription {
  template: 'binding-decided' | 'exam-passed' | 'claim-decided' | 'reminder'
  data: Record<string, string>
  page: string
}

/** The text of one event or reminder for its person: the inbox's message, and WeChat's beside it where there is one. */
export interface Told {
  title: string
  text: string
  place: MessagePlace
  subscription: Subscription | null
}

export const HOME = 'pages/home/index'
export const ME = 'pages/me/index'

/** WeChat cuts a "thing" at 20 characters and refuses more. Worked example: 25 characters → the first 19 and `…`. */
export const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}…` : text)

/** A message of the inbox alone. */
export const plain = (title: string, text: string, place: MessagePlace): Told => ({
  title,
  text,
  place,
  subscription: null,
})

/** The sentence that gives the reason; nothing where there is none. */
export const because = (reason: string): string => (reason === '' ? '' : `原因：${reason}。`)
