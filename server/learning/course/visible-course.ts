import type { Instant } from '../../../domain/kernel/instant'
import type { PolicyPack } from '../../../domain/policy/pack'
import { standingOf } from '../../bodies/standing'
import type { Context } from '../../kernel/context'
import { accept, refuse } from '../../kernel/refused'
import type { Reads } from '../../kernel/store/port'
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
  const [visible] = await creditableTo(ctx.store, person, { pack, courses: [course], at: ctx.now })
  return visible ?? refuse('COURSE_UNKNOWN', {})
}

/**
 * Of some courses of one year those that can give this person hours. The register is asked who the person is only where
 * some course gives none to everybody, because most notices exclude nothing.
 */
export async function creditableTo(
  reads: Reads,
  person: PersonDocument,
  { pack, courses, at }: { pack: PolicyPack; courses: readonly CourseDocument[]; at: Instant },
): Promise<readonly CourseDocument[]> {
  if (courses.every((course) => isCreditable(pack, course, { at }))) return courses
  const { personKind } = await standingOf(reads, person)
  return courses.filter((course) => isCreditable(pack, course, { at, personKind }))
}
