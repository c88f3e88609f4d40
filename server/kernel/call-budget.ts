// What one caller may ask of one instance of a function. Counted in the instance's memory: a write for each call would cost
// more than most calls do, and a loop on one phone stays with the instance that is warm.
import { type Instant, instant } from '../../domain/kernel/instant'

export interface Allowance {
  /** So many points may be spent at once, */
  readonly points: number
  /** and so many come back each second. */
  readonly perSecond: number
}

interface Purse {
  points: number
  at: Instant
}

/** More callers than an instance has at one time; who has long been silent has a full purse and need not be kept. */
const MOST_PURSES = 5_000

/** Points by caller, refilled as time passes. */
export class CallBudget {
  private readonly purses = new Map<string, Purse>()

  constructor(private readonly allowance: Allowance) {}

  /**
   * Takes the price of a call. Answers null, or the instant from which it can be paid; then nothing is taken.
   * Worked example: 10 points and 2 a second; five calls at 3 within one second: three are paid, the fourth is told to
   * come back a second later.
   */
  pay(caller: string, price: number, now: Instant): Instant | null {
    const { points: most, perSecond } = this.allowance
    const purse = this.purses.get(caller)
    const passed = purse ? Math.max(0, now - purse.at) / 1000 : 0
    const points = purse ? Math.min(most, purse.points + passed * perSecond) : most
    // A price above the whole purse is paid by a full one: a procedure must not be out of everybody's reach.
    const due = Math.min(price, most)
    if (points < due) return instant(now + Math.ceil(((due - points) / perSecond) * 1000))
    this.purses.delete(caller)
    this.purses.set(caller, { points: points - due, at: now })
    this.forget()
    return null
  }

  /** The longest silent go first; a map keeps the order in which they were last heard. */
  private forget(): void {
    while (this.purses.size > MOST_PURSES) {
      const [silent] = this.purses.keys()
      if (silent === undefined) return
      this.purses.delete(silent)
    }
  }
}
