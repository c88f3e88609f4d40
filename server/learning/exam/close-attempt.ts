import { answersOf, closesAt } from '../../../domain/exam/attempt'
import { grade } from '../../../domain/exam/grading/grade'
import { nextSittingAt } from '../../../domain/exam/sit-again'
import { formatHours } from '../../../domain/kernel/hours'
import { dayOf, type Instant } from '../../../domain/kernel/instant'
import type { PolicyPack } from '../../../domain/policy/pack'
import { countsAtOnce, postHours } from '../../books/hours/post-hours'
import type { Context } from '../../kernel/context'
import { recordNew } from '../../kernel/record'
import { foundUnder } from '../../kernel/store/found-under'
import type { Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { passedItem } from '../course/course-item'
import type { CourseDocument } from '../course/documents'
import type { EnrolmentDocument } from '../study/documents'
import type { AttemptDocument } from './documents'
import { triesIdsOf } from './tries'

export interface Closing {
  person: PersonDocument
  course: CourseDocument
  pack: PolicyPack
  by: 'trainee' | 'clock'
}

/** When it was handed in: now, or, where time closed it, the moment the time was up. */
const handedInAt = ({ attempt }: AttemptDocument, now: Instant, by: Closing['by']): Instant =>
  by === 'clock' ? closesAt(attempt) : now

/**
 * Grades an attempt and, where it is passed, posts the course's hours: one transaction with attempt, enrolment,
 * account, entry, what was learned, the tries with its bank and outbox; at most six reads and seven writes. An attempt
 * that was handed in before is left as it is.
 */
export async function closeAttempt(
  tx: Transaction,
  ctx: Pick<Context, 'now'>,
  { document, closing }: { document: AttemptDocument; closing: Closing },
): Promise<AttemptDocument> {
  if (document.attempt.submitted) return document
  const { pack, by } = closing
  const at = handedInAt(document, ctx.now, by)
  const { scorePercent } = grade(document.paper, answersOf(document.attempt))
  const passed = scorePercent >= pack.exam.passScorePercent.value
  const enrolment = await tx.get('enrolments', `${document.personId}:${document.courseId}`)
  if (!enrolment) throw new Error(`${document._id} has no enrolment`)
  const posted = passed ? await postCourse(tx, ctx, { document, enrolment, closing, at, scorePercent }) : null
  if (passed) await beginAnew(tx, closing)
  await tx.replace('enrolments', {
    ...enrolment,
    exam: {
      attempts: document.number,
      openAttemptId: null,
      nextAt: passed ? null : nextSittingAt(at, pack.exam),
      bestScorePercent: Math.max(scorePercent, enrolment.exam.bestScorePercent ?? 0),
      passed: passed || enrolment.exam.passed,
    },
  })
  const { personId, _id: attemptId } = document
  const { unitId } = closing.person
  await recordNew(tx, ctx, {
    id: `exam:${attemptId}`,
    kind: 'exam-closed',
    subject: { of: 'attempt', id: attemptId },
    by: { actorId: by === 'clock' ? 'clock' : personId, role: by, scope: unitId },
    payload: { personId, attemptId, passed },
  })
  return tx.replace('attempts', {
    ...document,
    attempt: { ...document.attempt, submitted: { at, by, scorePercent, passed } },
    entryId: posted?.entryId ?? null,
    creditState: posted?.state ?? null,
    yearComplete: posted?.yearComplete ?? false,
  })
}

/** Whoever passed may sit again another year, where the same bank is asked: the papers stay known. */
async function beginAnew(tx: Transaction, { person, course }: Closing): Promise<void> {
  const tries = await foundUnder(tx, 'exam-tries', triesIdsOf(person, course))
  if (tries) await tx.replace('exam-tries', { ...tries, attempts: 0 })
}

interface Passed {
  document: AttemptDocument
  enrolment: EnrolmentDocument
  closing: Closing
  at: Instant
  scorePercent: number
}

async function postCourse(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  { document, enrolment, closing, at, scorePercent }: Passed,
) {
  const { person, course, pack } = closing
  const { entry, yearComplete } = await postHours(tx, {
    person,
    region: course.region,
    targetYear: enrolment.targetYear,
    item: passedItem(pack, course, { id: enrolment._id, earnedAt: at }),
    title: course.title,
    cause: { kind: 'course-exam', courseId: course._id, attemptId: document._id, enrolmentId: enrolment._id },
    earnedAt: at,
    recordedAt: now,
    evidence: evidenceOf(course, pack.labels.hour, { enrolment, document, at, scorePercent }),
    pack,
  })
  const state = countsAtOnce(person, pack) ? ('counted' as const) : ('pending' as const)
  return { entryId: entry._id, state, yearComplete }
}

/** The evidence of the hours, worded for the trainee: seconds watched by lecture, the exam, the course. */
function evidenceOf(
  course: CourseDocument,
  hour: string,
  { enrolment, document, at, scorePercent }: Omit<Passed, 'closing'>,
): { at: Instant; text: string }[] {
  const watched = course.lectures.map(({ id, number, title, durationSeconds }) => {
    const { verifiedSeconds = 0, wrong = 0 } = enrolment.lectures[id] ?? {}
    const answered = wrong > 0 ? `，随堂问题答错 ${wrong} 次` : ''
    return {
      at: document.attempt.startedAt,
      text: `第 ${number} 讲《${title}》：已核验观看 ${verifiedSeconds} 秒，全长 ${durationSeconds} 秒${answered}`,
    }
  })
  return [
    { at: enrolment.startedAt, text: `${dayOf(enrolment.startedAt)} 开始学习《${course.title}》` },
    ...watched,
    { at: document.attempt.startedAt, text: `第 ${document.number} 次考试开始` },
    { at, text: `考试 ${scorePercent} 分，合格` },
    { at, text: `《${course.title}》${formatHours(course.hours)} ${hour}` },
  ]
}
