import { type Instant, plusSeconds } from '../kernel/instant'
import type { WatchingRules } from '../policy/pack'
import { type Coverage, EMPTY_COVERAGE, secondsIn, union, without } from './coverage'

/** A question on the lecture's content; the key stays on the server. */
export interface ContentQuestion {
  readonly id: string
  /** By this second of the lecture, the content that it asks about has been shown. */
  readonly afterSecond: number
  readonly prompt: string
  readonly options: readonly string[]
  readonly key: number
}

export interface OpenChallenge {
  readonly id: string
  readonly questionId: string
  /** The options as they are shown: an answer names its place in this order. */
  readonly order: readonly number[]
  /** After this moment the clock stands still until the challenge is answered. */
  readonly answerBy: Instant
  /**
   * Sequence of the report whose answer carried the challenge. When that report comes again, the answer never
   * arrived.
   */
  readonly drawnIn: number
  /**
   * The end of the lease that ran when the challenge was drawn: lost answers never move `answerBy` beyond it.
   */
  readonly answerAtLatest: Instant
}

export interface LastAnswer {
  readonly challengeId: string
  readonly correct: boolean
  readonly putAside: Coverage
}

/** How the questions of one lecture were answered, whatever phone or session they were asked in. */
export interface Quiz {
  readonly right: number
  /** Wrong answers that count towards the stop. */
  readonly wrong: number
  /** Wrong answers of before a reviewer lifted a stop. */
  readonly forgiven: number
  /** The question that was asked and not answered: opening again does not choose another. */
  readonly openQuestionId: string | null
  readonly lastQuestionId: string | null
}

export const NEW_QUIZ: Quiz = { right: 0, wrong: 0, forgiven: 0, openQuestionId: null, lastQuestionId: null }

/** One lecture on one phone, from opening to the next opening. Plain JSON. */
export interface WatchSession {
  readonly durationSeconds: number
  readonly questions: readonly ContentQuestion[]
  /** The start of the clock; pushed forward by the time that a challenge stood unanswered. */
  readonly accruesSince: Instant
  readonly leaseEndsAt: Instant
  /** When another phone or another lecture took over; nothing accrues after it. */
  readonly frozenAt: Instant | null
  /** New seconds granted in this session, verified or pending. */
  readonly grantedSeconds: number
  readonly verified: Coverage
  /** Seconds played in time, waiting for a challenge to be answered. */
  readonly pending: Coverage
  /**
   * Seconds once pending here and handed to the session that took over; kept so that a repeat is not granted
   * twice.
   */
  readonly handedOn: Coverage
  /** The number of pending seconds at which the next challenge comes. */
  readonly challengeAtSeconds: number
  readonly challenge: OpenChallenge | null
  readonly lastAnswer: LastAnswer | null
  readonly challengesIssued: number
  readonly quiz: Quiz
  /** Every report up to this number has arrived. */
  readonly acknowledged: number
}

export interface Opening {
  durationSeconds: number
  questions: readonly ContentQuestion[]
  verified: Coverage
  pending: Coverage
  quiz: Quiz
  now: Instant
  /** A random number, see `drawInterval`. */
  challengeAtSeconds: number
}

/** Opens a session at `now`, on top of the seconds of the lecture seen before. */
export function openSession(opening: Opening, rules: WatchingRules): WatchSession {
  const { now, ...rest } = opening
  return {
    ...rest,
    accruesSince: now,
    leaseEndsAt: plusSeconds(now, rules.leaseMinutes.value * 60),
    frozenAt: null,
    grantedSeconds: 0,
    handedOn: EMPTY_COVERAGE,
    challenge: null,
    lastAnswer: null,
    challengesIssued: 0,
    acknowledged: 0,
  }
}

/**
 * The seconds of content between two challenges, drawn between the pack's least and most, so that no phone
 * can foresee them.
 */
export const drawInterval = (
  { challengeEverySeconds: { value } }: WatchingRules,
  integerBelow: (below: number) => number,
): number => value.min + integerBelow(value.max - value.min + 1)

/**
 * The seconds that must be verified, rounded up, because less than the share is not the share: 95 % of 61 s
 * is 57.95 s, so 58.
 */
export const requiredSecondsOf = (durationSeconds: number, coveragePercent: number): number =>
  Math.ceil((durationSeconds * coveragePercent) / 100)

/**
 * Whether the session may still accrue: no other session took over, and the phone reported within the lease.
 */
export const isAlive = ({ frozenAt, leaseEndsAt }: WatchSession, now: Instant): boolean =>
  frozenAt === null && now <= leaseEndsAt

/**
 * Freezes a session when another phone or another lecture takes over: the clock stands, and no challenge can
 * be answered here. An open challenge stays in the clock's way, so that opening again is no way around it.
 */
export const frozen = (session: WatchSession, at: Instant): WatchSession => ({
  ...session,
  frozenAt: session.frozenAt ?? at,
  questions: [],
  lastAnswer: null,
})

/** Marks the pending seconds as handed on to the session that took over. */
export const handedOver = (session: WatchSession): WatchSession => ({
  ...session,
  pending: EMPTY_COVERAGE,
  handedOn: union(session.handedOn, session.pending),
})

/**
 * Adds seconds that a replaced phone of the same lecture sent late: pending like any other, unless verified
 * meanwhile.
 */
export const withLateSeconds = (session: WatchSession, late: Coverage): WatchSession => ({
  ...session,
  pending: union(session.pending, without(late, session.verified)),
})

/**
 * The moment until which play can be granted: the earliest of now, the lease's end, the take-over and an
 * unanswered challenge's `answerBy`.
 */
export function accruesUntil({ leaseEndsAt, frozenAt, challenge }: WatchSession, now: Instant): Instant {
  return Math.min(now, leaseEndsAt, frozenAt ?? now, challenge?.answerBy ?? now) as Instant
}

/**
 * The new seconds that may still be granted (时间额度), never negative. Rounded down, so that no fraction is
 * credited early.
 */
export function budgetSeconds(session: WatchSession, now: Instant, rate: number): number {
  const elapsedMs = Math.max(0, accruesUntil(session, now) - session.accruesSince)
  return Math.max(0, Math.floor((elapsedMs * rate) / 1000) - session.grantedSeconds)
}

export const verifiedSecondsOf = ({ verified }: WatchSession): number => secondsIn(verified)
export const pendingSecondsOf = ({ pending }: WatchSession): number => secondsIn(pending)
