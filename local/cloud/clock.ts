type Listener = (move: 'forward' | 'back') => Promise<void>

/** Real time, moved: timers, expiry of addresses and every instance's Date follow it. */
export class MovableClock {
  private offsetMs = 0
  private readonly listeners: Listener[] = []

  now(): number {
    return Date.now() + this.offsetMs
  }

  offset(): number {
    return this.offsetMs
  }

  onMove(listener: Listener): void {
    this.listeners.push(listener)
  }

  /** Advances the clock; resolves when all timers due by then are done. */
  async advanceMs(ms: number): Promise<void> {
    if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`the clock advances forward only: ${ms}`)
    await this.move(ms)
  }

  /** Sets the time, forward or back. Forward, it resolves when all timers due by then are done. */
  async set(at: number): Promise<void> {
    if (!Number.isFinite(at)) throw new RangeError(`not a time: ${at}`)
    await this.move(at - this.now())
  }

  private async move(ms: number): Promise<void> {
    this.offsetMs += Math.round(ms)
    for (const listener of this.listeners) await listener(ms < 0 ? 'back' : 'forward')
  }
}
