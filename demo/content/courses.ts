import type { DemoCourse } from '../shapes'
import { professionalCourses } from './professional-courses'
import { publicCourses } from './public-courses'

export const courses: readonly DemoCourse[] = [...publicCourses, ...professionalCourses]
