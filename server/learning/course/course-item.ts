import type { Instant } from '../../../domain/kernel/instant'
import { creditOf } from '../../../domain/policy/credit-of'
import type { LearningItem } from '../../../domain/policy/facts'
import type { Notice } from '../../../domain/policy/pack'
import type { CourseDocument } from './documents'

/** A course as the packs judge it, once it is watched in whole and its exam passed. */
export const courseItem = (
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
 * Whether a course can give hours at all under its pack: audited (SX22-8), within its base's specialties (SX22-3),
 * from a lawful provider. Any other course is neither listed nor played.
 */
export const isCreditable = (pack: Notice, course: CourseDocument, at: Instant): boolean =>
  creditOf(pack, course, courseItem(course, { id: course._id, earnedAt: at })).reason === 'COUNTED'
