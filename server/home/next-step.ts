import type { Instant } from '../../domain/kernel/instant'
import type { CategoryRing } from '../books/hours/views'
import type { CourseInView } from '../learning/catalog/course-card'
import type { PersonDocument } from '../people/documents'
import type { NextStep } from './views'

interface Standing {
  person: PersonDocument
  year: number
  complete: boolean
  rings: readonly CategoryRing[]
  courses: readonly CourseInView[]
  now: Instant
  attempts: number
  /** Whose turn the year's application is, empty before it is handed in; null where a year is not handed in. */
  handedInTo: string | null
}

/**
 * The one thing to do next. A course begun goes before a new one, an exam that may be taken before another lecture; of
 * the new courses, the first of a category that still lacks hours.
 */
export function nextStep({
  person,
  year,
  complete,
  rings,
  courses,
  now,
  attempts,
  handedInTo,
}: Standing): NextStep {
  if (complete && person.binding === 'verified') return { kind: 'certificate', year }
  const when = { now, attempts, isVerified: person.binding === 'verified' }
  const exam = courses.find(({ progress }) => /^(ready|open)$/.test(progress.examAt(when).state))
  if (exam) return { kind: 'exam', courseId: exam.card.id, courseTitle: exam.card.title }
  const lacking = rings
    .filter(({ counted, pending, required }) => required === null || counted + pending < required)
    .map(({ category }) => category)
  if (lacking.length === 0 && handedInTo === '' && person.binding === 'verified')
    return { kind: 'submit-year', year }
  if (lacking.length === 0) return { kind: 'wait-verification', unitName: handedInTo || person.unitName }
  const open = courses.filter(
    ({ card, progress }) =>
      card.state !== 'passed' && progress.nextLectureId && lacking.includes(card.category),
  )
  const course = open.find(({ card }) => card.state === 'learning') ?? open[0]
  const lectureId = course?.progress.nextLectureId
  if (!course || !lectureId) return { kind: 'choose', category: lacking[0] ?? 'professional' }
  const { id, title } = course.card
  return {
    kind: 'learn',
    courseId: id,
    courseTitle: title,
    lectureId,
    lectureNumber: course.progress.nextLectureNumber ?? 1,
  }
}
