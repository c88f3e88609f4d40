import { plusSeconds } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import { dueChallenge, heardAgain, type Moment } from './challenge'
import {
  addSecond,
  bitsOf,
  type Coverage,
  coverageOf,
  EMPTY_COVERAGE,
  hasSecond,
  type SecondRange,
  secondsIn,
  union,
} from './coverage'
import { budgetSeconds, isAlive, type WatchSession } from './session'

/** A phone's report: half-open ranges of whole seconds that were really played. */
export interface Report {
  /** Counted from 1 in each session; a report whose answer was lost is sent again under its number. */
  sequence: number
  ranges: readonly SecondRange[]
  phase: 'playing' | 'paused' | 'hidden' | 'ended'
}

export type RefusedReason = 'beyond-lecture' | 'over-budget' | 'after-lease' | 'replaced' | 'queue-too-old'

export interface Applied {
  session: WatchSession
  acceptedSeconds: number
  /** The new seconds of this report. */
  accepted: Coverage
  refused: { range: SecondRange; reason: RefusedReason }[]
}

/** A report holds at most so many ranges; a minute of play with a pause each second has 60. */
export const RANGES_MOST = 200

/** Refuses a malformed report with REPORT_MALFORMED; the clock decides the rest. */
export function checkRanges(ranges: readonly SecondRange[]): Outcome<true, 'REPORT_MALFORMED'> {
  if (ranges.length > RANGES_MOST) return refused('REPORT_MALFORMED', { reason: 'too-many-ranges' })
  for (const [from, to] of ranges) {
    if (from < 0) return refused('REPORT_MALFORMED', { reason: 'negative' })
    if (to === from) return refused('REPORT_MALFORMED', { reason: 'empty-range' })
    if (to < from) return refused('REPORT_MALFORMED', { reason: 'reversed-range' })
  }
  return accepted(true)
}

/**
 * Grants the seconds that can have been played. New seconds are granted in the order of the report, as long
 * as the session's granted seconds do not exceed `rate` × the time it has accrued. Seconds seen before cost
 * nothing and give nothing. So late, repeated and re-ordered reports lose nothing, and no burst exceeds the
 * clock.
 *
 * Worked example, rate 1, opened at 10:00:00: at 10:01:00 a report of [0, 60) is granted whole; of [0, 600)
 * 60 s would be granted, and 540 s refused as over-budget. After eight hours of silence the clock stands at
 * the lease's end, 10:11:00, and a report of eight hours is granted at most ten minutes more: those that the
 * phone could have played in time.
 *
 * Granted seconds stay pending until the next challenge is answered.
 */
export function applyReport(before: WatchSession, report: Report, moment: Moment): Applied {
  const { now, rules } = moment
  const session = heardAgain(before, report, moment)
  const grants = grantSeconds(session, report.ranges, budgetSeconds(session, now, rules.rate.value))
  const reason: RefusedReason =
    session.frozenAt !== null ? 'replaced' : now > session.leaseEndsAt ? 'after-lease' : 'over-budget'
  const refusedRanges = [
    ...grants.beyond.map((range) => ({ range, reason: 'beyond-lecture' as const })),
    ...grants.unpaid.map((range) => ({ range, reason })),
  ]
  const alive = isAlive(session, now)
  const grantedNow = secondsIn(grants.granted)
  const next: WatchSession = {
    ...session,
    pending: union(session.pending, grants.granted),
    grantedSeconds: session.grantedSeconds + grantedNow,
    acknowledged: session.acknowledged + (report.sequence === session.acknowledged + 1 ? 1 : 0),
    leaseEndsAt: alive ? plusSeconds(now, rules.leaseMinutes.value * 60) : session.leaseEndsAt,
  }
  return {
    session: alive ? dueChallenge(next, report, moment) : next,
    acceptedSeconds: grantedNow,
    accepted: grants.granted,
    refused: refusedRanges,
  }
}

interface Grants {
  granted: Coverage
  beyond: SecondRange[]
  unpaid: SecondRange[]
}

function grantSeconds(session: WatchSession, ranges: readonly SecondRange[], budget: number): Grants {
  const { durationSeconds } = session
  const seen = bitsOf(union(session.verified, session.pending, session.handedOn), durationSeconds)
  const granted = bitsOf(EMPTY_COVERAGE, durationSeconds)
  const beyond = ranges
    .filter(([, to]) => to > durationSeconds)
    .map(([from, to]): SecondRange => [Math.max(from, durationSeconds), to])
  const unpaid = new Map<number, SecondRange>()
  let left = budget
  for (const { second, range } of eachOnce(ranges, durationSeconds)) {
    if (hasSecond(seen, second)) continue
    if (left > 0) {
      addSecond(granted, second)
      left -= 1
    } else unpaid.set(range, [unpaid.get(range)?.[0] ?? second, second + 1])
  }
  return { granted: coverageOf(granted), beyond, unpaid: [...unpaid.values()] }
}

/**
 * The seconds of a report in its order, each once, with the place of the range that named it first. A second that was
 * named before is leapt over, so two hundred ranges over one lecture cost what the lecture has seconds, and never their
 * product. What is refused is said by one range for each of the report's, from its first unpaid second to its last.
 */
export function* eachOnce(
  ranges: readonly SecondRange[],
  durationSeconds: number,
): Generator<{ second: number; range: number }> {
  // `next[s]` leads to a second at or after s that no range has named yet; each leap shortens the way of later ones.
  const next = Int32Array.from({ length: durationSeconds + 1 }, (_, second) => second)
  const unnamed = (from: number): number => {
    let second = from
    while (next[second] !== second) {
      next[second] = next[next[second] as number] as number
      second = next[second] as number
    }
    return second
  }
  for (const [range, [from, to]] of ranges.entries()) {
    const end = Math.min(to, durationSeconds)
    for (let second = from < end ? unnamed(from) : end; second < end; second = unnamed(second)) {
      next[second] = second + 1
      yield { second, range }
    }
  }
}
