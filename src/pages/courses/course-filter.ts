import type { Category } from '@server/catalog/views'
import { persisted } from '@/cloud/persisted'

export interface CourseFilter {
  /** Null is the year that the server takes as the present one. */
  year: number | null
  category: Category | null
}

/** A tab page takes no parameters: who sends somebody to the courses leaves the filter here. */
export const courseFilter = persisted<CourseFilter>('course-filter', (stored) => {
  if (typeof stored !== 'object' || stored === null) return null
  const { year, category } = stored as Record<string, unknown>
  return {
    year: typeof year === 'number' ? year : null,
    category: category === 'public' || category === 'professional' ? category : null,
  }
})
