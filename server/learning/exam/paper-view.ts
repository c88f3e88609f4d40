import { answersOf, savedStepOf } from '../../../domain/exam/attempt'
import type { Instant } from '../../../domain/kernel/instant'
import type { ExamRules } from '../../../domain/policy/pack'
import type { AttemptDocument } from './documents'
import type { PaperView } from './views'

/** A paper as a phone sees it: no key ever leaves the server. */
export function paperView(document: AttemptDocument, rules: ExamRules, now: Instant): PaperView {
  const { attempt, paper } = document
  return {
    attemptId: document._id,
    courseId: document.courseId,
    courseTitle: document.courseTitle,
    attemptNumber: document.number,
    attemptsLeft: Math.max(0, rules.attempts.value - document.number),
    questions: paper.map(({ id, type, stem, options }, i) => ({
      id,
      number: i + 1,
      type,
      stem,
      options: [...options],
    })),
    answers: Object.fromEntries(Object.entries(answersOf(attempt)).map(([id, choice]) => [id, [...choice]])),
    savedStep: savedStepOf(attempt),
    startedAt: attempt.startedAt,
    deadlineAt: attempt.deadlineAt,
    passScorePercent: rules.passScorePercent.value,
    serverNow: now,
  }
}
