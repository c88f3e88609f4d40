import { type Instant, plusMs, plusSeconds } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { WatchingRules } from '../policy/pack'
import { bitsOf, type Coverage, EMPTY_COVERAGE, hasSecond, lastSecondOf, union } from './coverage'
import {
  type ContentQuestion,
  drawInterval,
  isAlive,
  pendingSecondsOf,
  requiredSecondsOf,
  verifiedSecondsOf,
  type WatchSession,
} from './session'

export interface Moment {
  now: Instant
  rules: WatchingRules
  /** A random integer: 0 ≤ result < below. */
  integerBelow(below: number): number
}

interface Contact {
  sequence: number
  phase: 'playing' | 'paused' | 'hidden' | 'ended'
}

/**
 * Draws a challenge where one is due, see `isDue`. The clock goes on for `answerWithinSeconds`, because the phone may
 * still be playing while the answer to its report is on the way.
 */
export function dueChallenge(session: WatchSession, contact: Contact, moment: Moment): WatchSession {
  if (!isDue(session, contact.phase !== 'playing', moment)) return session
  const { now, rules } = moment
  return withChallenge(session, moment, {
    answerBy: plusSeconds(now, rules.answerWithinSeconds.value),
    drawnIn: contact.sequence,
    answerAtLatest: session.leaseEndsAt,
  })
}

/**
 * Draws a challenge when a lecture is opened on top of seconds seen before. The question comes with the
 * session, so nothing accrues before the answer: opening again and again cannot avoid the questions.
 */
export function challengeAtOpening(session: WatchSession, moment: Moment): WatchSession {
  if (!isDue(session, true, moment)) return session
  return withChallenge(session, moment, { answerBy: moment.now, drawnIn: 0, answerAtLatest: moment.now })
}

/**
 * Whether a challenge is due. Seconds are verified only by an answer after them, so a challenge is due when
 * the pending seconds reach the drawn number; when they would finish the lecture and the phone stops; and
 * when no second is left to play.
 *
 * Worked example, 1,000 s of which 950 are required: with 900 verified and 60 pending nothing is asked while
 * the lecture plays; at a pause, or at its end, a question is. Seconds beyond the required share are asked
 * about once, when all 1,000 are seen.
 */
function isDue(session: WatchSession, isStopping: boolean, { rules }: Moment): boolean {
  const pending = pendingSecondsOf(session)
  if (session.challenge || pending === 0) return false
  if (pending >= session.challengeAtSeconds) return true
  const verified = verifiedSecondsOf(session)
  const required = requiredSecondsOf(session.durationSeconds, rules.coveragePercent.value)
  if (verified + pending >= session.durationSeconds) return true
  return isStopping && verified < required && verified + pending >= required
}

function withChallenge(
  session: WatchSession,
  { now, integerBelow }: Moment,
  timing: { answerBy: Instant; drawnIn: number; answerAtLatest: Instant },
): WatchSession {
  const question = drawQuestion(session, integerBelow)
  if (!question) throw new Error('a lecture without questions was opened')
  const challengesIssued = session.challengesIssued + 1
  const challenge = { id: `${now}-${challengesIssued}`, questionId: question.id, ...timing }
  return { ...session, challenge, challengesIssued }
}

/** Prefers a question on the pending seconds; otherwise the latest one before them. */
function drawQuestion(
  { questions, pending, durationSeconds }: WatchSession,
  integerBelow: Moment['integerBelow'],
): ContentQuestion | null {
  const bits = bitsOf(pending, durationSeconds)
  const justShown = questions.filter(({ afterSecond }) => hasSecond(bits, Math.max(0, afterSecond - 1)))
  if (justShown.length > 0) return justShown[integerBelow(justShown.length)] ?? null
  const inOrder = [...questions].sort((a, b) => a.afterSecond - b.afterSecond)
  const shownBy = lastSecondOf(pending)
  return inOrder.filter(({ afterSecond }) => afterSecond <= shownBy).at(-1) ?? inOrder[0] ?? null
}

/**
 * Restarts the answering time when a report is repeated: the phone never received the answer to it, and with
 * it the challenge. The time never extends beyond the lease that ran when the challenge was drawn, so that
 * repeating one report for ever does not keep the clock running.
 */
export function heardAgain(
  session: WatchSession,
  { sequence }: Contact,
  { now, rules }: Moment,
): WatchSession {
  const { challenge } = session
  if (!challenge || sequence > challenge.drawnIn) return session
  const again = plusSeconds(now, rules.answerWithinSeconds.value)
  const answerBy = Math.min(challenge.answerAtLatest, Math.max(challenge.answerBy, again)) as Instant
  return { ...session, challenge: { ...challenge, answerBy } }
}

export interface Answered {
  session: WatchSession
  correct: boolean
  /** Pending seconds that a wrong answer removes; the trainee can watch them again. */
  putAside: Coverage
}

/**
 * Takes an answer to a challenge. A right answer verifies all pending seconds; a wrong one removes them. A
 * late answer loses nothing: only the time after `answerBy` does not accrue. The same answer sent twice is
 * one; an unknown challenge id is refused.
 *
 * Worked example: due at 10:00:00, to be answered by 10:02:00, answered at 10:30:00. Seconds played until
 * 10:02:00 are verified or still accepted; the 28 minutes after it are taken out of the clock.
 */
export function answerChallenge(
  session: WatchSession,
  answer: { challengeId: string; choice: number },
  { now, rules, integerBelow }: Moment,
): Outcome<Answered, 'CHALLENGE_UNKNOWN'> {
  const { challenge, lastAnswer } = session
  if (lastAnswer?.challengeId === answer.challengeId) {
    return accepted({ session, correct: lastAnswer.correct, putAside: lastAnswer.putAside })
  }
  const question = session.questions.find(({ id }) => id === challenge?.questionId)
  if (challenge?.id !== answer.challengeId || !question) return refused('CHALLENGE_UNKNOWN', {})
  const correct = question.key === answer.choice
  const putAside = correct ? EMPTY_COVERAGE : session.pending
  // After the lease's end the clock stood anyway; that time must not be taken out a second time.
  const stoodMs = Math.max(0, Math.min(now, session.leaseEndsAt) - challenge.answerBy)
  const alive = isAlive(session, now)
  return accepted({
    correct,
    putAside,
    session: {
      ...session,
      verified: correct ? union(session.verified, session.pending) : session.verified,
      pending: EMPTY_COVERAGE,
      challenge: null,
      lastAnswer: { challengeId: challenge.id, correct, putAside },
      challengeAtSeconds: drawInterval(rules, integerBelow),
      accruesSince: plusMs(session.accruesSince, stoodMs),
      leaseEndsAt: alive ? plusSeconds(now, rules.leaseMinutes.value * 60) : session.leaseEndsAt,
    },
  })
}
