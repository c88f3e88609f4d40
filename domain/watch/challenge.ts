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
  /** Dice: 0 ≤ result < below. */
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
 * The same when a lecture is opened on top of what was seen before. Whoever has the session also has its question, so
 * nothing accrues before the answer: opening again and again is no way to watch without being asked.
 */
export function challengeAtOpening(session: WatchSession, moment: Moment): WatchSession {
  if (!isDue(session, true, moment)) return session
  return withChallenge(session, moment, { answerBy: moment.now, drawnIn: 0, answerAtLatest: moment.now })
}

/**
 * Nothing is ever verified without an answer after it, so a challenge is due when as much is pending as the dice said;
 * when the pending seconds would finish the lecture and the phone stops; and when no second is left to play.
 *
 * Example, 1,000 s of which 950 are required: with 900 verified and 60 pending nothing is asked while it plays; at a
 * pause, or at its end, it is. What is seen beyond the required share is asked about once, when all 1,000 are seen.
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

/** On the content just watched: what was shown within the pending seconds; else what was shown last before them. */
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
 * A report that comes again has not been answered, as far as its phone knows: where a challenge went along with that
 * answer, the time to answer it begins now. Never beyond the lease that ran when it was drawn, so that repeating one
 * report for ever does not keep the clock running.
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
  /** Seconds that a wrong answer takes out of pending; they can be watched again. */
  putAside: Coverage
}

/**
 * A right answer verifies all that is pending; a wrong one puts it aside. Answering late loses nothing: only the time
 * past `answerBy` does not count for the clock. The same answer sent twice is one; an id that was never issued is refused.
 *
 * Example: due at 10:00:00, to be answered by 10:02:00, answered at 10:30:00. What was played until 10:02:00 is
 * verified or still accepted; the 28 minutes after it are taken out of the clock.
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
  // Past its lease the clock stood anyway; that time must not be taken out a second time.
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
