import * as z from 'zod'
import { yearOf } from '../../../domain/kernel/instant'
import type { Context } from '../../kernel/context'
import { calendarYear, identifier } from '../../kernel/inputs'
import { accept, refuse } from '../../kernel/refused'
import type { Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { CourseDocument } from '../course/documents'
import { visibleCourse } from '../course/visible-course'
import type { EnrolmentDocument } from './documents'
import type { EnrolmentView } from './views'

export const wantedCourse = z.object({ courseId: identifier, targetYear: calendarYear })

interface Enrolling {
  person: PersonDocument
  course: CourseDocument
  /** The past year that the trainee confirmed; null where no confirmation was needed. */
  confirmedYear: number | null
}

/**
 * Enrols in a course for its year, while that year is open. A past year needs the trainee's confirmation that they
 * know which year these hours fill; the year itself is the course's, never the phone's.
 */
export async function enrol(
  ctx: Context,
  person: PersonDocument,
  input: z.infer<typeof wantedCourse>,
): Promise<EnrolmentView> {
  const course = await visibleCourse(ctx, person, input.courseId)
  accept(ctx.packs.isYearOpen(course.region, course.year, ctx.now))
  const enrolling = { person, course, confirmedYear: input.targetYear }
  const { targetYear, makeUpConfirmedAt } = await ctx.store.transact((tx) => enrolled(tx, ctx, enrolling))
  return { courseId: course._id, targetYear, makeUpConfirmedAt }
}

enrol.refuses = ['COURSE_UNKNOWN', 'MAKE_UP_UNCONFIRMED', 'YEAR_CLOSED'] as const

/** The enrolment; the first lecture opened makes it, where the year is the present one and so needs no word. */
export async function enrolled(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  { person, course, confirmedYear }: Enrolling,
): Promise<EnrolmentDocument> {
  const id = `${person._id}:${course._id}`
  const before = await tx.get('enrolments', id)
  if (before) return before
  const currentYear = yearOf(now)
  const isMakeUp = course.year < currentYear
  if (isMakeUp && confirmedYear !== course.year)
    refuse('MAKE_UP_UNCONFIRMED', { year: course.year, currentYear })
  return tx.insert('enrolments', {
    _id: id,
    personId: person._id,
    courseId: course._id,
    courseTitle: course.title,
    targetYear: course.year,
    lectures: {},
    exam: { attempts: 0, openAttemptId: null, nextAt: null, bestScorePercent: null, passed: false },
    startedAt: now,
    makeUpConfirmedAt: isMakeUp ? now : null,
  })
}
