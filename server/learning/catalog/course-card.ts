import type { CourseDocument } from '../course/documents'
import type { EnrolmentDocument, WatchDocument } from '../study/documents'
import { type Progress, progressOf } from '../study/progress'
import type { CourseCard } from './views'

/** The evidence of a trainee's progress in a course: the enrolment, and on top of it the lecture that is open now. */
export interface Evidence {
  enrolment: EnrolmentDocument | null
  watch: WatchDocument | null
}

export interface CourseInView {
  /** Without its category's name, which only a list of courses needs. */
  card: Omit<CourseCard, 'categoryName'>
  progress: Progress
}

export function courseInView(
  course: CourseDocument,
  evidence: Evidence,
  coveragePercent: number,
): CourseInView {
  const progress = progressOf({ course, ...evidence, coveragePercent })
  const { _id, title, year, category, hours, baseName, baseLevel, lectures, sample } = course
  return {
    progress,
    card: {
      id: _id,
      title,
      year,
      category,
      hours,
      baseName,
      baseLevel,
      state: progress.state,
      lectureCount: lectures.length,
      lecturesDone: progress.lecturesDone,
      progressPercent: progress.percent,
      sample,
    },
  }
}
