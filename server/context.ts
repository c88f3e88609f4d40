import type { Instant } from '../domain/kernel/instant'
import type { PackLookup } from '../domain/policy/lookup'
import type { Dice, Ports } from './ports/port'
import type { Store } from './store/port'

/** What a use case needs from outside the rules: who, when, chance, data, and the rest of the world. */
export interface Context {
  /** From the platform, never from the event; empty where nobody is calling. */
  openid: string
  now: Instant
  dice: Dice
  store: Store
  ports: Ports
  packs: PackLookup
}
