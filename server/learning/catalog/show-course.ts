import { yearOf } from '../../../domain/kernel/instant'
import type { Value } from '../../../domain/policy/pack'
import type { Context } from '../../kernel/context'
import { accept } from '../../kernel/refused'
import { foundUnder } from '../../kernel/store/found-under'
import type { PersonDocument } from '../../people/documents'
import { makeUpYear } from '../../policy/make-up-years'
import type { CourseDocument } from '../course/documents'
import { visibleCourse } from '../course/visible-course'
import { triesIdsOf } from '../exam/tries'
import { courseInView } from './course-card'
import type { CourseView } from './views'

export async function showCourse(
  ctx: Context,
  person: PersonDocument,
  courseId: string,
): Promise<CourseView> {
  const { store, packs, now } = ctx
  const [course, enrolment, watch] = await Promise.all([
    visibleCourse(ctx, person, courseId),
    store.get('enrolments', `${person._id}:${courseId}`),
    store.get('watch', person._id),
  ])
  const tries = await foundUnder(store, 'exam-tries', triesIdsOf(person, course))
  const pack = accept(packs.standardOf(course.region, course.year))
  const { card, progress } = courseInView(course, { enrolment, watch }, pack.watching.coveragePercent.value)
  const subject = pack.publicSubjects.subjects.find(({ id }) => id === course.subjectId) ?? null
  const asked = 'total' in pack.requirement ? pack.requirement[course.category] : null
  const basis: Value<unknown> | null = subject?.hours ?? asked
  return {
    ...card,
    categoryName: pack.labels[card.category],
    summary: course.summary,
    teacher: course.teacher,
    subjectName: subject?.title ?? null,
    lectures: course.lectures.map(({ id, number, title, durationSeconds, nominalMinutes }) => ({
      id,
      number,
      title,
      durationSeconds,
      nominalMinutes,
      ...(progress.lectures[id] ?? { verifiedSeconds: 0, requiredSeconds: 0, done: false }),
    })),
    nextLectureId: progress.nextLectureId,
    exam: progress.examAt({
      now,
      attempts: pack.exam.attempts.value,
      isVerified: person.binding === 'verified',
      sat: tries?.attempts ?? 0,
    }),
    gives: {
      hours: course.hours,
      category: course.category,
      clauseId: basis?.clause ?? '',
      words: basis?.words ?? '',
    },
    makeUp: makeUpOf(ctx, course, enrolment !== null),
  }
}

showCourse.refuses = ['COURSE_UNKNOWN'] as const

/** A trainee who is enrolled has confirmed already, or began while the year was the present one. */
function makeUpOf(ctx: Context, { region, year }: CourseDocument, confirmed: boolean): CourseView['makeUp'] {
  const currentYear = yearOf(ctx.now)
  return year < currentYear ? { ...makeUpYear(ctx, region, year), currentYear, confirmed } : null
}
