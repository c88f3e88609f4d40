import type { Subscription } from '../../kernel/templates'
import type { MessagePlace } from './views'

/** The text of one event or reminder for its person: the inbox's message, and WeChat's beside it where there is one. */
export interface Told {
  title: string
  text: string
  place: MessagePlace
  subscription: Subscription | null
}

export const HOME = 'pages/home/index'
export const ME = 'pages/me/index'

/** A message of the inbox alone. */
export const plain = (title: string, text: string, place: MessagePlace): Told => ({
  title,
  text,
  place,
  subscription: null,
})

/** The sentence that gives the reason; nothing where there is none. */
export const because = (reason: string): string => (reason === '' ? '' : `原因：${reason}。`)
