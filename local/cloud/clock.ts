type Listener = (now: number) => Promise<void>

/** Real time, moved forward: timers, expiry of addresses and every instance's Date follow it. */
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

  /** Resolves when whatever has come due is done. */
  async advanceMs(ms: number): Promise<void> {
    if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`the clock goes forward only: ${ms}`)
    this.offsetMs += ms
    for (const listener of this.listeners) await listener(this.now())
  }

  /** Sets the clock; before anything has happened it may also be set back. Timers that a jump skips do not run. */
  async set(at: number): Promise<void> {
    if (!Number.isFinite(at)) throw new RangeError(`not a time: ${at}`)
    this.offsetMs = at - Date.now()
  }
}
