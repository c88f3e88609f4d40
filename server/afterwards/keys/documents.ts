import type { Instant } from '../../../domain/kernel/instant'
import { collection } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'

/**
 * How far the exchange of keys has come. One document: the collections are walked one after another, each in the order of
 * its ids, again and again until nothing is left that another key had written.
 */
export interface KeyExchangeDocument extends Stored {
  /** The keys that all shall be written by; other ones begin the walk anew. */
  target: string
  state: 'running' | 'done'
  startedAt: Instant
  /** Which collection, and the place in it. */
  stage: number
  after: string
  /** Of the present pass. */
  written: number
  left: number
}

export const keyExchanges = collection<KeyExchangeDocument>()({ indexes: {}, personal: 'none' })

declare module '../../kernel/store/collections' {
  interface Collections {
    'key-exchanges': typeof keyExchanges
  }
}
