import * as z from 'zod'
import { answersOf, closesAt, saveAnswers, savedStepOf } from '../../../domain/exam/attempt'
import { grade, toldAfter } from '../../../domain/exam/grading/grade'
import type { Hours } from '../../../domain/kernel/hours'
import type { Context } from '../../kernel/context'
import { identifier } from '../../kernel/inputs'
import { accept, refuse } from '../../kernel/refused'
import { settled } from '../../kernel/store/idioms'
import type { PersonDocument } from '../../people/documents'
import type { CourseDocument } from '../course/documents'
import { type Closing, closeAttempt } from './close-attempt'
import type { AttemptDocument } from './documents'
import type { ResultView, SaveView } from './views'

export const oneAttempt = z.object({ attemptId: identifier })

export const givenAnswers = oneAttempt.extend({
  step: z.int().min(0).max(100_000),
  answers: z
    .record(z.string().max(64), z.array(z.int().min(0).max(20)).max(20))
    .refine((given) => Object.keys(given).length <= 200),
})
type GivenAnswers = z.infer<typeof givenAnswers>

/** Keeps answers as they come: one read and one conditional write; the same answers again write nothing. */
export function saveExam(
  ctx: Context,
  person: PersonDocument,
  { attemptId, step, answers }: GivenAnswers,
): Promise<SaveView> {
  return settled(async () => {
    const document = await ownAttempt(ctx, person, attemptId)
    const next = accept(saveAnswers(document.attempt, { step, answers }, ctx.now))
    if (next !== document.attempt) await ctx.store.replace('attempts', { ...document, attempt: next })
    return {
      savedStep: Math.max(step, savedStepOf(next)),
      savedAt: ctx.now,
      deadlineAt: next.deadlineAt,
      serverNow: ctx.now,
    }
  })
}

saveExam.refuses = [
  'ANSWER_MALFORMED',
  'ATTEMPT_CLOSED',
  'ATTEMPT_DEADLINE_PASSED',
  'ATTEMPT_FOREIGN',
  'ATTEMPT_UNKNOWN',
  'QUESTION_NOT_ON_PAPER',
] as const

/**
 * Submits the exam. The last answers come with the call; after the time is up they are too late, and the saved
 * answers are graded. A second submission answers with the same result.
 */
export async function submitExam(
  ctx: Context,
  person: PersonDocument,
  { attemptId, step, answers }: GivenAnswers,
): Promise<ResultView> {
  const before = await ownAttempt(ctx, person, attemptId)
  const { course, closing } = await closingOf(ctx, person, before)
  const document = await ctx.store.transact(async (tx) => {
    const fresh = await tx.get('attempts', attemptId)
    if (!fresh) refuse('ATTEMPT_UNKNOWN', {})
    if (fresh.attempt.submitted) return fresh
    const inTime = ctx.now < closesAt(fresh.attempt)
    const attempt = inTime ? accept(saveAnswers(fresh.attempt, { step, answers }, ctx.now)) : fresh.attempt
    return closeAttempt(tx, ctx, {
      document: { ...fresh, attempt },
      closing: { ...closing, by: inTime ? 'trainee' : 'clock' },
    })
  })
  return resultView(ctx, document, course)
}

submitExam.refuses = [
  'ANSWER_MALFORMED',
  'ATTEMPT_FOREIGN',
  'ATTEMPT_UNKNOWN',
  'QUESTION_NOT_ON_PAPER',
] as const
/** An attempt handed in before is answered as it was, and after the time is up the saved answers are graded. */
submitExam.cannotRefuse = ['ATTEMPT_CLOSED', 'ATTEMPT_DEADLINE_PASSED'] as const

/** The result of an attempt; one that time has closed is handed in by this read. */
export async function examResult(
  ctx: Context,
  person: PersonDocument,
  { attemptId }: z.infer<typeof oneAttempt>,
): Promise<ResultView> {
  const before = await ownAttempt(ctx, person, attemptId)
  const { course, closing } = await closingOf(ctx, person, before)
  if (before.attempt.submitted) return resultView(ctx, before, course)
  if (ctx.now < closesAt(before.attempt)) refuse('ATTEMPT_UNKNOWN', {})
  const document = await ctx.store.transact(async (tx) => {
    const fresh = await tx.get('attempts', attemptId)
    return fresh ? closeAttempt(tx, ctx, { document: fresh, closing }) : before
  })
  return resultView(ctx, document, course)
}

examResult.refuses = ['ATTEMPT_FOREIGN', 'ATTEMPT_UNKNOWN'] as const

async function ownAttempt(
  { store }: Context,
  person: PersonDocument,
  attemptId: string,
): Promise<AttemptDocument> {
  const document = await store.get('attempts', attemptId)
  if (!document) refuse('ATTEMPT_UNKNOWN', {})
  if (document.personId !== person._id) refuse('ATTEMPT_FOREIGN', {})
  return document
}

export async function closingOf(
  { store, packs }: Pick<Context, 'store' | 'packs'>,
  person: PersonDocument,
  { courseId }: AttemptDocument,
): Promise<{ course: CourseDocument; closing: Closing }> {
  const course = await store.get('courses', courseId)
  if (!course) throw new Error(`the course ${courseId} is gone`)
  const pack = accept(packs.standardOf(course.region, course.year))
  return { course, closing: { person, course, pack, by: 'clock' } }
}

function resultView({ packs }: Context, document: AttemptDocument, course: CourseDocument): ResultView {
  const { submitted } = document.attempt
  if (!submitted) throw new Error('a result of an attempt that is open')
  const { exam, labels } = accept(packs.standardOf(course.region, course.year))
  const passScorePercent = exam.passScorePercent.value
  const { passed } = submitted
  const told = toldAfter(grade(document.paper, answersOf(document.attempt)), { passed, passScorePercent })
  const waitMs = exam.waitBetweenMinutes.value * 60_000
  const attemptsLeft = Math.max(0, exam.attempts.value - document.number)
  const { entryId, creditState } = document
  return {
    attemptId: document._id,
    courseId: document.courseId,
    courseTitle: document.courseTitle,
    passed,
    scorePercent: submitted.scorePercent,
    passScorePercent,
    ...told,
    attemptsLeft,
    nextAt: passed || attemptsLeft === 0 ? null : submitted.at + waitMs,
    credited:
      entryId && creditState
        ? {
            hours: course.hours as Hours,
            categoryName: labels[course.category],
            year: course.year,
            state: creditState,
            entryId,
          }
        : null,
    yearComplete: document.yearComplete,
    submittedBy: submitted.by,
    submittedAt: submitted.at,
  }
}
