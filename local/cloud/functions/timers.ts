import type { MovableClock } from '../clock'
import { configOf, functionNames } from './config'
import { type Cron, nextRun, parseCron } from './cron'

interface Armed {
  functionName: string
  trigger: string
  cron: Cron
  dueAt: number | null
}

const LOOK_EVERY_MS = 1000

/**
 * Fires declared timers on the cloud's clock. A jump over many firings runs each timer once, at the end of the jump:
 * what it does must not depend on having run each time, as on the platform, where a run can be lost.
 */
export class Timers {
  private readonly armed: Armed[] = []
  private readonly look: NodeJS.Timeout

  constructor(
    functionsDir: string,
    private readonly clock: MovableClock,
    private readonly fire: (functionName: string, trigger: string) => Promise<void>,
  ) {
    for (const functionName of functionNames(functionsDir)) {
      for (const { name, config } of configOf(functionsDir, functionName).triggers) {
        const cron = parseCron(config)
        this.armed.push({ functionName, trigger: name, cron, dueAt: nextRun(cron, clock.now()) })
      }
    }
    clock.onMove((now) => this.runDue(now))
    this.look = setInterval(() => void this.runDue(this.clock.now()), LOOK_EVERY_MS)
    this.look.unref()
  }

  /** After the clock was set: what lies before the new time is not caught up. */
  rearm(): void {
    for (const timer of this.armed) timer.dueAt = nextRun(timer.cron, this.clock.now())
  }

  stop(): void {
    clearInterval(this.look)
  }

  private async runDue(now: number): Promise<void> {
    for (const timer of this.armed) {
      if (timer.dueAt === null || timer.dueAt > now) continue
      timer.dueAt = nextRun(timer.cron, now)
      await this.fire(timer.functionName, timer.trigger)
    }
  }
}
