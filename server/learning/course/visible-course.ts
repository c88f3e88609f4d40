import type { Context } from '../../kernel/context'
import { accept, refuse } from '../../kernel/refused'
import type { PersonDocument } from '../../people/documents'
import { isCreditable } from './course-item'
import type { CourseDocument } from './documents'

/** A course that this person may see: of their own region, able to give hours, and a sample only where samples are shown. */
export async function visibleCourse(
  ctx: Pick<Context, 'store' | 'ports' | 'packs' | 'now'>,
  person: PersonDocument,
  courseId: string,
): Promise<CourseDocument> {
  const course = await ctx.store.get('courses', courseId)
  const hidden = course?.sample && ctx.ports.sampleContent === 'refused'
  if (!course || hidden || course.region !== person.region) refuse('COURSE_UNKNOWN', {})
  const pack = accept(ctx.packs.standardOf(course.region, course.year))
  if (!isCreditable(pack, course, ctx.now)) refuse('COURSE_UNKNOWN', {})
  return course
}
