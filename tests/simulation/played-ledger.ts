// The seconds really played, kept apart from the server: the truth against which its books are compared.
import type { SecondRange } from '../../server/learning/study/views'
import { BRISK } from './lecture-world'

interface Session {
  lectureId: string
  number: number
  replacedAt: number | null
  /** Played in time and not told yet. */
  untold: Set<number>
}

/** Opening this many more drops the oldest queue; the server keeps a bounded number of them. */
const REPLACED_MOST = 6

export class Ledger {
  readonly everPlayed = new Map<string, Set<number>>()
  /** Seconds that the server owes: played inside the rules, told in time, not put aside by a wrong answer. */
  readonly owed = new Map<string, Set<number>>()
  private readonly sessions = new Map<string, Session>()
  private opening = 0
  private current: Session | null = null

  opened(sessionId: string, lectureId: string, now: number): void {
    if (this.current) this.current.replacedAt = now
    this.opening += 1
    this.current = { lectureId, number: this.opening, replacedAt: null, untold: new Set() }
    this.sessions.set(sessionId, this.current)
  }

  played(sessionId: string, second: number, now: number): void {
    const session = this.sessions.get(sessionId)
    if (!session) throw new Error('played without a session')
    secondsOf(this.everPlayed, session.lectureId).add(second)
    // A phone that does not know yet that another took over plays on, outside the rules.
    if (session.replacedAt === null || now <= session.replacedAt) session.untold.add(second)
  }

  /**
   * A report with these ranges arrived. Its seconds are owed where it came in time; seconds it leaves out are still
   * unreported.
   */
  told(sessionId: string, ranges: readonly SecondRange[], now: number): void {
    const session = this.sessions.get(sessionId)
    if (!session) return
    const { replacedAt, number, untold, lectureId } = session
    const isTaken =
      replacedAt === null ||
      (now - replacedAt < BRISK.takeOverGraceHours * 3_600_000 && this.opening - number <= REPLACED_MOST)
    for (const [from, to] of ranges) {
      for (let second = from; second < to; second += 1) {
        if (isTaken && untold.has(second)) secondsOf(this.owed, lectureId).add(second)
        untold.delete(second)
      }
    }
  }

  putAside(lectureId: string, ranges: readonly SecondRange[]): void {
    for (const [from, to] of ranges)
      for (let second = from; second < to; second += 1) secondsOf(this.owed, lectureId).delete(second)
  }
}

export function secondsOf(books: Map<string, Set<number>>, lectureId: string): Set<number> {
  const seconds = books.get(lectureId) ?? new Set<number>()
  books.set(lectureId, seconds)
  return seconds
}
