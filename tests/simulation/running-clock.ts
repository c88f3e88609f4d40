// How long a lecture can have been playing, kept apart from the server: between an opening and the next one, while the
// phone was heard of within the lease, and while no question stood unanswered for longer than a lease.
import { BRISK, type LectureWorld } from './lecture-world'

const LEASE_MS = BRISK.leaseMinutes * 60_000

export class RunningClock {
  private runningMs = 0
  private leaseEndsAt = 0
  private stopsAt = Number.POSITIVE_INFINITY

  constructor(private readonly world: LectureWorld) {}

  get seconds(): number {
    return Math.floor(this.runningMs / 1000)
  }

  pass(seconds: number): void {
    const from = this.world.now
    this.world.pass(seconds)
    this.runningMs += Math.max(0, Math.min(this.world.now, this.leaseEndsAt, this.stopsAt) - from)
  }

  opened(isAsked: boolean): void {
    this.leaseEndsAt = this.world.now + LEASE_MS
    this.stopsAt = isAsked ? this.world.now : Number.POSITIVE_INFINITY
  }

  /** The session that plays was heard of; an unanswered question lets the clock run for one more lease at the most. */
  heard(isAsked: boolean): void {
    if (this.world.now <= this.leaseEndsAt) this.leaseEndsAt = this.world.now + LEASE_MS
    if (!isAsked) this.stopsAt = Number.POSITIVE_INFINITY
    else if (this.stopsAt === Number.POSITIVE_INFINITY) this.stopsAt = this.world.now + LEASE_MS
  }
}
