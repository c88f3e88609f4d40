import { runClock } from './afterwards/clock/run-clock'
import { contextNow, meterHere } from './door'
import { configHere } from './kernel/config'

/** The timer's door, which does not open without its configuration: what is due is done, and nobody is answered. */
export function clockDoor(): () => Promise<unknown> {
  const config = configHere('clock')
  const meter = meterHere()
  return () => {
    const ctx = contextNow(config, 'clock', 'timer')
    return meter.counting(ctx, () => runClock(ctx))
  }
}
