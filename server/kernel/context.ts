import type { Instant } from '../../domain/kernel/instant'
import type { PackLookup } from '../../domain/policy/lookup'
import type { Dice, Ports } from './ports/port'
import type { Store } from './store/port'

/** What a use case needs from outside the rules: who, when, chance, data, and the rest of the world. */
export interface Context {
  /** From the platform, never from the event; empty where nobody is calling. */
  openid: string
  /** What the phone says it is, for the audit log: a hint, never a proof. */
  device?: string | undefined
  now: Instant
  dice: Dice
  store: Store
  ports: Ports
  packs: PackLookup
}
