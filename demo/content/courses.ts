import type { DemoCourse } from '../shapes'
import { pastCourses } from './past-courses'
import { professionalCourses } from './professional-courses'
import { publicCourses } from './public-courses'
import { courses as ningxia } from './regions/ningxia'
import { courses as qinghai } from './regions/qinghai'
import { courses as shandong } from './regions/shandong'

export const courses: readonly DemoCourse[] = [
  ...publicCourses,
  ...professionalCourses,
  ...pastCourses,
  ...qinghai,
  ...shandong,
  ...ningxia,
]
