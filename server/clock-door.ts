import { runClock } from './afterwards/clock/run-clock'
import { contextNow } from './door'

/** The timer's door: what is due is done, and nobody is answered. */
export const clockDoor = (): Promise<unknown> => runClock(contextNow('clock', 'timer'))
