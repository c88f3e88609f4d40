import type { MovableClock } from '../clock'
import { configOf, functionNames } from './config'
import { type Cron, nextRun, parseCron } from './cron'

export interface TimerRun {
  functionName: string
  trigger: string
  /** The firing that ran: the last one that had come due. */
  dueAt: number
  /** Earlier firings that the same jump passed and that did not run; no more than a thousand are counted. */
  skipped: number
  /** How it failed; null where it did not. */
  error: string | null
}

interface Armed {
  functionName: string
  trigger: string
  cron: Cron
  dueAt: number | null
}

export type Fire = (functionName: string, trigger: string, dueAt: number) => Promise<{ error?: string }>

const LOOK_EVERY_MS = 1000
const SKIPPED_COUNTED = 1000
const RUNS_KEPT = 200

/**
 * Fires declared timers on the cloud's clock. A jump over many firings runs each timer once, at its last
 * firing, and reports the number skipped: a timer must not depend on each of its runs, because on the
 * platform a run can be lost.
 */
export class Timers {
  readonly runs: TimerRun[] = []
  private readonly armed: Armed[] = []
  private readonly look: NodeJS.Timeout

  constructor(
    functionsDir: string,
    private readonly clock: MovableClock,
    private readonly fire: Fire,
  ) {
    for (const functionName of functionNames(functionsDir)) {
      for (const { name, config } of configOf(functionsDir, functionName).triggers) {
        const cron = parseCron(config)
        this.armed.push({ functionName, trigger: name, cron, dueAt: nextRun(cron, clock.now()) })
      }
    }
    clock.onMove((move) => (move === 'forward' ? this.runDue() : this.rearm()))
    this.look = setInterval(() => void this.runDue(), LOOK_EVERY_MS)
    this.look.unref()
  }

  stop(): void {
    clearInterval(this.look)
  }

  /** The clock went back: each firing after the new time is still to come. */
  private async rearm(): Promise<void> {
    for (const timer of this.armed) timer.dueAt = nextRun(timer.cron, this.clock.now())
  }

  private async runDue(): Promise<void> {
    const now = this.clock.now()
    for (const timer of this.armed) {
      if (timer.dueAt === null || timer.dueAt > now) continue
      const { dueAt, skipped } = lastDue(timer.cron, timer.dueAt, now)
      timer.dueAt = nextRun(timer.cron, now)
      const { functionName, trigger } = timer
      const { error = null } = await this.fire(functionName, trigger, dueAt)
      this.runs.push({ functionName, trigger, dueAt, skipped, error })
      this.runs.splice(0, this.runs.length - RUNS_KEPT)
    }
  }
}

function lastDue(cron: Cron, first: number, now: number): { dueAt: number; skipped: number } {
  let dueAt = first
  for (let skipped = 0; ; skipped += 1) {
    const next = skipped < SKIPPED_COUNTED ? nextRun(cron, dueAt) : null
    if (next === null || next > now) return { dueAt, skipped }
    dueAt = next
  }
}
