import { type Instant, plusSeconds } from '../kernel/instant'
import type { WatchingRules } from '../policy/pack'
import { type Coverage, EMPTY_COVERAGE, secondsIn, union, without } from './coverage'

/** A question on what was shown; the key stays on the server. */
export interface ContentQuestion {
  readonly id: string
  /** The content it asks about has been shown by this second. */
  readonly afterSecond: number
  readonly prompt: string
  readonly options: readonly string[]
  readonly key: number
}

export interface OpenChallenge {
  readonly id: string
  readonly questionId: string
  /** Past this moment the clock stands still until it is answered. */
  readonly answerBy: Instant
  /** The report that it was an answer to. Sent again, that report says that the answer never arrived. */
  readonly drawnIn: number
  /** However often an answer gets lost, `answerBy` never moves beyond: the lease that ran when it was drawn. */
  readonly answerAtLatest: Instant
}

export interface LastAnswer {
  readonly challengeId: string
  readonly correct: boolean
  readonly putAside: Coverage
}

/** One lecture on one phone, from opening to the next opening. Plain JSON. */
export interface WatchSession {
  readonly durationSeconds: number
  readonly questions: readonly ContentQuestion[]
  /** Since when the clock counts; pushed forward by the time that a challenge stood unanswered. */
  readonly accruesSince: Instant
  readonly leaseEndsAt: Instant
  /** When another phone, or another lecture, took over; nothing accrues after it. */
  readonly frozenAt: Instant | null
  /** New seconds granted in this session, verified or pending. */
  readonly grantedSeconds: number
  readonly verified: Coverage
  /** Played and in time, waiting for a challenge to be answered. */
  readonly pending: Coverage
  /** Once pending here, now in the hands of whoever took over: only so that a repeat is not granted twice. */
  readonly handedOn: Coverage
  /** Pending seconds at which the next challenge comes. */
  readonly challengeAtSeconds: number
  readonly challenge: OpenChallenge | null
  readonly lastAnswer: LastAnswer | null
  readonly challengesIssued: number
  /** Every report up to this number has arrived. */
  readonly acknowledged: number
}

export interface Opening {
  durationSeconds: number
  questions: readonly ContentQuestion[]
  verified: Coverage
  pending: Coverage
  now: Instant
  /** Drawn by dice, see `drawInterval`. */
  challengeAtSeconds: number
}

/** A session that begins now, on top of what was seen of the lecture before. */
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

/** Content between two challenges: somewhere between the pack's least and most, where no phone can foresee it. */
export const drawInterval = (
  { challengeEverySeconds: { value } }: WatchingRules,
  integerBelow: (below: number) => number,
): number => value.min + integerBelow(value.max - value.min + 1)

/** Seconds that must be verified: 95 % of 61 s is 57.95 s, so 58; rounded up, because less than the share is not the share. */
export const requiredSecondsOf = (durationSeconds: number, coveragePercent: number): number =>
  Math.ceil((durationSeconds * coveragePercent) / 100)

/** Whether it may still accrue: nobody took over, and the phone was heard of within the lease. */
export const isAlive = ({ frozenAt, leaseEndsAt }: WatchSession, now: Instant): boolean =>
  frozenAt === null && now <= leaseEndsAt

/**
 * Another phone or another lecture takes over: the clock stands, and nothing can be answered here any more. An open
 * challenge goes on standing in the clock's way, so that opening again is no way around it.
 */
export const frozen = (session: WatchSession, at: Instant): WatchSession => ({
  ...session,
  frozenAt: session.frozenAt ?? at,
  questions: [],
  lastAnswer: null,
})

/** What was pending here is kept elsewhere from now on. */
export const handedOver = (session: WatchSession): WatchSession => ({
  ...session,
  pending: EMPTY_COVERAGE,
  handedOn: union(session.handedOn, session.pending),
})

/** Seconds that a replaced phone of the same lecture sent late: pending like any other, unless verified meanwhile. */
export const withLateSeconds = (session: WatchSession, late: Coverage): WatchSession => ({
  ...session,
  pending: union(session.pending, without(late, session.verified)),
})

/** The moment up to which play can be granted: the lease's end, the taking over, or an unanswered challenge stop it. */
export function accruesUntil({ leaseEndsAt, frozenAt, challenge }: WatchSession, now: Instant): Instant {
  return Math.min(now, leaseEndsAt, frozenAt ?? now, challenge?.answerBy ?? now) as Instant
}

/** New seconds that may still be granted. Never negative; rounded down, so that no fraction is ever credited early. */
export function budgetSeconds(session: WatchSession, now: Instant, rate: number): number {
  const elapsedMs = Math.max(0, accruesUntil(session, now) - session.accruesSince)
  return Math.max(0, Math.floor((elapsedMs * rate) / 1000) - session.grantedSeconds)
}

export const verifiedSecondsOf = ({ verified }: WatchSession): number => secondsIn(verified)
export const pendingSecondsOf = ({ pending }: WatchSession): number => secondsIn(pending)
