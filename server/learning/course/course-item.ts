import type { Instant } from '../../../domain/kernel/instant'
import { creditOf } from '../../../domain/policy/credit-of'
import { excludedTopicOf } from '../../../domain/policy/excluded-topic'
import type { LearningItem } from '../../../domain/policy/facts'
import type { Notice, PersonKind } from '../../../domain/policy/pack'
import type { CourseDocument } from './documents'

/** A course as the packs judge it, once it is watched in whole and its exam passed. */
const courseItem = (
  course: CourseDocument,
  { id, earnedAt }: { id: string; earnedAt: Instant },
): LearningItem => ({
  id,
  kind: course.kind,
  category: course.category,
  earnedAt,
  hours: course.hours,
  meets: [...course.meets, 'exam-passed'],
  providerId: course.providerId,
  base: { name: course.baseName, level: course.baseLevel, audience: course.audience ?? 'province' },
  title: course.title,
  evidenceKey: `course:${course._id}`,
  ...(course.subjectId === null ? {} : { subjectId: course.subjectId }),
})

/**
 * The item that a passed course is posted as. A topic that its title tells of was judged when the exam began, for the
 * person who sits it (QH23-19): the item is asked nothing more about it.
 */
export function passedItem(
  pack: Notice,
  course: CourseDocument,
  of: { id: string; earnedAt: Instant },
): LearningItem {
  const item = courseItem(course, of)
  if (excludedTopicOf(pack.exclusions, course.title) === null) return item
  const { title: _judged, ...asked } = item
  return asked
}

/**
 * Whether a course can give a person hours at all under its pack: audited (SX22-8), within its base's specialties
 * (SX22-3), from a lawful provider, of no topic that is excluded for such people (QH23-19). Any other course is neither
 * listed nor played. Where nobody recorded who a person is, a topic is excluded as if it were for them.
 */
export const isCreditable = (
  pack: Notice,
  course: CourseDocument,
  { at, personKind }: { at: Instant; personKind?: PersonKind | undefined },
): boolean => {
  const facts = {
    region: course.region,
    year: course.year,
    ...(personKind === undefined ? {} : { personKind }),
  }
  return creditOf(pack, facts, courseItem(course, { id: course._id, earnedAt: at })).reason === 'COUNTED'
}
