import type { Hours } from '../../../domain/kernel/hours'
import type { BaseLevel, Category } from '../../../domain/policy/pack'
import type { MakeUpYear } from '../../policy/views'
import type { CourseState, ExamView } from '../study/views'

export type { Category, CourseState }

export interface CourseCard {
  id: string
  title: string
  year: number
  category: Category
  /** As the region's notice calls it: 公需课, 公需科目. */
  categoryName: string
  hours: Hours
  baseName: string
  baseLevel: BaseLevel
  state: CourseState
  lectureCount: number
  lecturesDone: number
  /** 0 to 100, of the seconds that must be watched; floor. */
  progressPercent: number
  sample: boolean
}

export interface LectureLine {
  id: string
  number: number
  title: string
  durationSeconds: number
  nominalMinutes: number
  verifiedSeconds: number
  requiredSeconds: number
  done: boolean
}

/** A course of a past year: which year it fills, until when, and whether the person has confirmed it. */
export interface MakeUpView extends MakeUpYear {
  currentYear: number
  confirmed: boolean
}

export interface CourseView extends CourseCard {
  summary: string
  teacher: { name: string; title: string; unit: string }
  subjectName: string | null
  lectures: LectureLine[]
  nextLectureId: string | null
  exam: ExamView
  /** The hours that finishing it gives, with their clause. */
  gives: { hours: Hours; category: Category; clauseId: string; words: string }
  /** Null where the course is of the present year. */
  makeUp: MakeUpView | null
}
