import { type Instant, plusMs, plusSeconds } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { WatchingRules } from '../policy/pack'
import { bitsOf, type Coverage, EMPTY_COVERAGE, hasSecond, lastSecondOf, union } from './coverage'
import {
  type ContentQuestion,
  drawInterval,
  isAlive,
  pendingSecondsOf,
  type Quiz,
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
  if (session.challenge || pending === 0 || isStopped(session.quiz)) return false
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
  const order = shuffled(question.options.length, integerBelow)
  const challenge = { id: `${now}-${challengesIssued}`, questionId: question.id, order, ...timing }
  return { ...session, challenge, challengesIssued, quiz: { ...session.quiz, openQuestionId: question.id } }
}

/**
 * The question that stands open, whoever opens the lecture again. Otherwise one on the pending seconds, or the latest one
 * before them; and never the last one again, as long as there is another.
 */
function drawQuestion(
  { questions, pending, durationSeconds, quiz }: WatchSession,
  integerBelow: Moment['integerBelow'],
): ContentQuestion | null {
  const open = questions.find(({ id }) => id === quiz.openQuestionId)
  if (open) return open
  const others = questions.filter(({ id }) => id !== quiz.lastQuestionId)
  const pool = others.length > 0 ? others : questions
  const bits = bitsOf(pending, durationSeconds)
  const justShown = pool.filter(({ afterSecond }) => hasSecond(bits, Math.max(0, afterSecond - 1)))
  if (justShown.length > 0) return justShown[integerBelow(justShown.length)] ?? null
  const inOrder = [...pool].sort((a, b) => a.afterSecond - b.afterSecond)
  const shownBy = lastSecondOf(pending)
  return inOrder.filter(({ afterSecond }) => afterSecond <= shownBy).at(-1) ?? inOrder[0] ?? null
}

/** A Fisher–Yates shuffle of the places 0 to `count` − 1: the place of a right option tells nothing about the next time. */
function shuffled(count: number, integerBelow: Moment['integerBelow']): number[] {
  const left = Array.from({ length: count }, (_, place) => place)
  return Array.from({ length: count }, () => left.splice(integerBelow(left.length), 1)[0] as number)
}

/**
 * Our own bound, in one place: so many wrong answers in one lecture are anybody's, and one more for each three right ones.
 * By guessing among three options two answers are wrong for each right one, so a guesser is soon over it; whoever answers
 * three in four right never is.
 */
export const WRONG_ALLOWED = 3
export const RIGHT_FOR_ONE_MORE = 3

/** Wrong answers that may still be given before the lecture stops; never negative. */
export const wrongLeft = ({ right, wrong }: Quiz): number =>
  Math.max(0, WRONG_ALLOWED + Math.floor(right / RIGHT_FOR_ONE_MORE) - wrong + 1)

/**
 * Whether so much was answered wrong that a person must look: nothing is asked, and so nothing verified, until a reviewer
 * lifts it. What was verified stays, and what was played waits.
 * Worked example: four wrong answers without a right one stop the lecture; with three right ones it takes five.
 */
export const isStopped = (quiz: Quiz): boolean => wrongLeft(quiz) === 0

/** The stop lifted: counted anew, and what was wrong stays on record. */
export const lifted = (quiz: Quiz): Quiz => ({
  ...quiz,
  right: 0,
  wrong: 0,
  forgiven: quiz.forgiven + quiz.wrong,
})

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
 * Takes an answer to a challenge: the place of an option, as the options were shown. A right answer verifies all pending
 * seconds; a wrong one removes them and counts towards the lecture's stop. A late answer loses nothing: only the time
 * after `answerBy` does not accrue. The same answer sent twice is one; an unknown challenge id is refused.
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
  const correct = question.key === challenge.order[answer.choice]
  const { quiz } = session
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
      quiz: {
        ...quiz,
        right: quiz.right + (correct ? 1 : 0),
        wrong: quiz.wrong + (correct ? 0 : 1),
        openQuestionId: null,
        lastQuestionId: question.id,
      },
      challengeAtSeconds: drawInterval(rules, integerBelow),
      accruesSince: plusMs(session.accruesSince, stoodMs),
      leaseEndsAt: alive ? plusSeconds(now, rules.leaseMinutes.value * 60) : session.leaseEndsAt,
    },
  })
}
