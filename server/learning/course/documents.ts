import type { Hours } from '../../../domain/kernel/hours'
import type { ConditionId } from '../../../domain/policy/learning-kind'
import type { BaseLevel, Category } from '../../../domain/policy/pack'
import { by, collection } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'

export interface Lecture {
  id: string
  number: number
  title: string
  fileId: string
  /** Of the real file; the required seconds are a share of it. */
  durationSeconds: number
  /** Nominal minutes (标称时长) of a sample; equal to the real minutes otherwise. */
  nominalMinutes: number
}

/** A course with its lectures: one document, because a course has few of them and they are always shown together. */
export interface CourseDocument extends Stored {
  region: string
  year: number
  category: Category
  /** The pack's learning kind, the provider, and the facts established by the approval. */
  kind: string
  providerId: string
  meets: ConditionId[]
  /** Place in its list. */
  order: number
  title: string
  summary: string
  hours: Hours
  subjectId: string | null
  baseName: string
  baseLevel: BaseLevel
  /** Whom the base teaches; everyone of the province where it is absent. */
  audience?: 'province' | 'own-staff'
  teacher: { name: string; title: string; unit: string }
  bankId: string
  lectures: Lecture[]
  /** Sample lectures give hours in a demonstration only; production refuses them. */
  sample: boolean
}

/** `_id` is the lecture's id. Challenges on the content just shown; keys never leave the server. */
export interface LectureChallengesDocument extends Stored {
  courseId: string
  challenges: { id: string; afterSecond: number; prompt: string; options: string[]; key: number }[]
}

/** `_id` is the lecture's id: which course it belongs to, so that a lecture is found by one read. */
export interface LectureCourseDocument extends Stored {
  courseId: string
}

export const courses = collection<CourseDocument>()({
  indexes: {
    byYear: by('region', 'year', 'order'),
    byCategory: by('region', 'year', 'category', 'order'),
    byHours: by('region', 'year', 'hours'),
    byCategoryHours: by('region', 'year', 'category', 'hours'),
  },
  personal: {
    leads: [],
    exported: { no: '公开的课程' },
    onErasure: 'stays',
    fields: { subjectId: { nobody: '公需科目' }, 'teacher.name': { nobody: '公开课程的授课教师' } },
  },
})

export const lectureCourses = collection<LectureCourseDocument>()({ indexes: {}, personal: 'none' })

export const lectureChallenges = collection<LectureChallengesDocument>()({ indexes: {}, personal: 'none' })

declare module '../../kernel/store/collections' {
  interface Collections {
    courses: typeof courses
    'lecture-courses': typeof lectureCourses
    'lecture-challenges': typeof lectureChallenges
  }
}
