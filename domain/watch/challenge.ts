import { type Instant, plusMs, plusSeconds } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { WatchingRules } from '../policy/pack'
import { type Coverage, EMPTY_COVERAGE, lastSecondOf, union } from './coverage'
import {
  type ContentQuestion,
  drawInterval,
  isAlive,
  pendingSecondsOf,
  requiredSecondsOf,
  verifiedSecondsOf,
  type WatchSession,
} from './session'

interface Moment {
  now: Instant
  rules: WatchingRules
  integerBelow(below: number): number
}

/**
 * Draws a challenge where one is due: when as much is pending as was drawn, or when the lecture is seen and only an
 * answer is missing. So nothing is ever verified without an answer after it.
 */
export function dueChallenge(session: WatchSession, { now, rules, integerBelow }: Moment): WatchSession {
  const pendingSeconds = pendingSecondsOf(session)
  if (session.challenge || pendingSeconds === 0) return session
  const required = requiredSecondsOf(session.durationSeconds, rules.coveragePercent.value)
  const isSeen = verifiedSecondsOf(session) + pendingSeconds >= required
  if (pendingSeconds < session.challengeAtSeconds && !isSeen) return session
  const question = drawQuestion(session, integerBelow)
  if (!question) throw new Error('a lecture without questions was opened')
  return {
    ...session,
    challenge: {
      id: `${now}-${session.challengesIssued + 1}`,
      questionId: question.id,
      answerBy: plusSeconds(now, rules.answerWithinSeconds.value),
    },
    challengesIssued: session.challengesIssued + 1,
  }
}

/** On the content just watched: one of those whose moment has been shown; else the earliest. */
function drawQuestion(
  { questions, pending }: WatchSession,
  integerBelow: Moment['integerBelow'],
): ContentQuestion | null {
  const shownBy = lastSecondOf(pending)
  const shown = questions.filter(({ afterSecond }) => afterSecond <= shownBy)
  if (shown.length > 0) return shown[integerBelow(shown.length)] ?? null
  return [...questions].sort((a, b) => a.afterSecond - b.afterSecond)[0] ?? null
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
  const stoodMs = Math.max(0, now - challenge.answerBy)
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
