import { closesAt, startAttempt } from '../../../domain/exam/attempt'
import { drawPaper } from '../../../domain/exam/grading/draw-paper'
import type { KeyedQuestion } from '../../../domain/exam/grading/question'
import { maySit } from '../../../domain/exam/sit-again'
import type { Context } from '../../kernel/context'
import { accept, refuse } from '../../kernel/refused'
import { foundUnder } from '../../kernel/store/found-under'
import { placeOf } from '../../kernel/store/lanes'
import type { Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { visibleCourse } from '../course/visible-course'
import type { EnrolmentDocument } from '../study/documents'
import { progressOf } from '../study/progress'
import { type Closing, closeAttempt } from './close-attempt'
import type { AttemptDocument } from './documents'
import { paperView } from './paper-view'
import { keepTries, triesIdsOf } from './tries'
import type { PaperView } from './views'

/**
 * Starts an exam, or goes on with the one that is open: an interrupted sitting is never a second one. One that time
 * has closed meanwhile is handed in first. The paper is drawn by dice and frozen with the attempt.
 */
export async function startExam(ctx: Context, person: PersonDocument, courseId: string): Promise<PaperView> {
  const { store, packs, now, dice } = ctx
  const course = await visibleCourse(ctx, person, courseId)
  const pack = accept(packs.standardOf(course.region, course.year))
  const closing: Closing = { person, course, pack, by: 'clock' }
  const open = await openAttempt(ctx, closing)
  if (open) return paperView(open, pack.exam, now)
  accept(packs.isYearOpen(course.region, course.year, now))
  const bank = await store.get('question-banks', course.bankId)
  if (!bank) throw new Error(`the bank ${course.bankId} is missing`)
  const tries = await foundUnder(store, 'exam-tries', triesIdsOf(person, course))
  const roll = (below: number): number => dice.integerBelow(below)
  const paper = accept(drawPaper(bank.questions, pack.exam, roll, tries?.papers ?? []))
  const attempt = await store.transact((tx) => commit(tx, ctx, { closing, paper }))
  return paperView(attempt, pack.exam, now)
}

startExam.refuses = [
  'COURSE_UNKNOWN',
  'EXAM_ALREADY_PASSED',
  'EXAM_ATTEMPTS_EXHAUSTED',
  'EXAM_BANK_TOO_SMALL',
  'EXAM_LOCKED',
  'EXAM_TOO_SOON',
  'EXAM_UNVERIFIED',
  'YEAR_CLOSED',
] as const

/** The attempt that is open and still in time; one that is not is closed here. */
async function openAttempt(ctx: Context, closing: Closing): Promise<AttemptDocument | null> {
  const { store, now } = ctx
  const enrolment = await store.get('enrolments', `${closing.person._id}:${closing.course._id}`)
  const id = enrolment?.exam.openAttemptId
  const document = id ? await store.get('attempts', id) : null
  if (!document || document.attempt.submitted) return null
  if (now < closesAt(document.attempt)) return document
  await store.transact(async (tx) => {
    const fresh = await tx.get('attempts', document._id)
    if (fresh) await closeAttempt(tx, ctx, { document: fresh, closing })
  })
  return null
}

async function commit(
  tx: Transaction,
  ctx: Context,
  { closing, paper }: { closing: Closing; paper: KeyedQuestion[] },
): Promise<AttemptDocument> {
  const { person, course, pack } = closing
  const enrolment = await tx.get('enrolments', `${person._id}:${course._id}`)
  const watch = await tx.get('watch', person._id)
  const progress = progressOf({
    course,
    enrolment,
    watch,
    coveragePercent: pack.watching.coveragePercent.value,
  })
  const lecturesLeft = course.lectures.length - progress.lecturesDone
  if (!enrolment) refuse('EXAM_LOCKED', { lecturesLeft })
  const tries = await foundUnder(tx, 'exam-tries', triesIdsOf(person, course))
  const attempts = Math.max(enrolment.exam.attempts, tries?.attempts ?? 0)
  const isVerified = person.binding === 'verified'
  accept(maySit({ ...enrolment.exam, attempts, lecturesLeft, isVerified }, pack.exam, ctx.now))
  const number = enrolment.exam.attempts + 1
  const id = `${enrolment._id}:${number}`
  const open = await tx.get('attempts', id)
  if (open) return open
  const attempt = startAttempt({
    asked: paper.map(({ id: questionId, type, options }) => ({
      id: questionId,
      type,
      optionCount: options.length,
    })),
    now: ctx.now,
    durationMinutes: pack.exam.durationMinutes.value,
    graceSeconds: pack.exam.graceSeconds.value,
  })
  await tx.replace('enrolments', folded(enrolment, progress.lectures, id))
  const sat = paper.map(({ id: questionId }) => questionId)
  const papers = [...(tries?.papers ?? []), sat].slice(-PAPERS_KEPT)
  await keepTries(tx, { person, course }, { attempts: attempts + 1, papers })
  await tx.insert('due-items', {
    _id: `attempt:${id}`,
    kind: 'attempt',
    ref: id,
    dueAt: closesAt(attempt),
    ...placeOf(person._id),
    state: 'waiting',
  })
  const sitting = { personId: person._id, courseId: course._id, courseTitle: course.title, number }
  return tx.insert('attempts', {
    _id: id,
    ...sitting,
    attempt,
    paper,
    entryId: null,
    creditState: null,
    yearComplete: false,
  })
}

/** More papers than anybody sits with one bank; the earliest go first. */
const PAPERS_KEPT = 12

/** The evidence of the exam is kept with the enrolment, because the watch document may hold another course later. */
const folded = (
  enrolment: EnrolmentDocument,
  lectures: EnrolmentDocument['lectures'],
  openAttemptId: string,
): EnrolmentDocument => ({
  ...enrolment,
  lectures,
  exam: { ...enrolment.exam, openAttemptId },
})
