import { wrongLeft } from '../../../domain/watch/challenge'
import { type Coverage, rangesOf, secondsIn, union, without } from '../../../domain/watch/coverage'
import { requiredSecondsOf, verifiedSecondsOf, type WatchSession } from '../../../domain/watch/session'
import type { SecondRange, WatchState } from './views'

/** A session as its phone sees it: the question of a challenge without its key. */
export function watchView(session: WatchSession, coveragePercent: number): WatchState {
  const requiredSeconds = requiredSecondsOf(session.durationSeconds, coveragePercent)
  const verifiedSeconds = verifiedSecondsOf(session)
  const { challenge } = session
  // A replaced phone still shows the seconds it handed over as pending: the other phone must answer for them.
  const pending = without(union(session.pending, session.handedOn), session.verified)
  const question = challenge ? session.questions.find(({ id }) => id === challenge.questionId) : undefined
  return {
    verified: ranges(session.verified),
    pending: ranges(pending),
    verifiedSeconds,
    pendingSeconds: secondsIn(pending),
    requiredSeconds,
    done: verifiedSeconds >= requiredSeconds,
    challenge:
      challenge && question
        ? {
            id: challenge.id,
            prompt: question.prompt,
            options: challenge.order.map((place) => question.options[place] ?? ''),
            answerBy: challenge.answerBy,
          }
        : null,
    wrongLeft: wrongLeft(session.quiz),
    leaseEndsAt: session.leaseEndsAt,
  }
}

export const ranges = (coverage: Coverage): SecondRange[] => rangesOf(coverage)
