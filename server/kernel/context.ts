import type { Instant } from '../../domain/kernel/instant'
import type { PackLookup } from '../../domain/policy/lookup'
import type { Call } from './log'
import type { Dice, Ports } from './ports/port'
import type { Store } from './store/port'

/** The outside world of a use case: caller, time, chance, data and ports. */
export interface Context {
  /** The call that this is, for the log. */
  call: Call
  /** From the platform, never from the event; empty where there is no caller. */
  openid: string
  /** The phone's own description, for the audit log: a hint, never a proof. */
  device?: string | undefined
  now: Instant
  dice: Dice
  store: Store
  ports: Ports
  packs: PackLookup
}
