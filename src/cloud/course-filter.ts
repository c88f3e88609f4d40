import type { Category } from '@server/learning/catalog/views'
import { persisted } from '@/cloud/persisted'

/** Lengths that people look for; bounds in hundredths of a 学时, from ≤ hours < before. */
export const LENGTHS = {
  short: { label: '10 学时以内', from: 0, before: 10_01 },
  middle: { label: '10–24 学时', from: 10_01, before: 24_01 },
  long: { label: '24 学时以上', from: 24_01, before: 1000_00 },
} as const

export type Length = keyof typeof LENGTHS

export interface CourseFilter {
  /** Null is the year that the server takes as the present one. */
  year: number | null
  category: Category | null
  length: Length | null
}

/** A tab page takes no parameters: a page that leads to the courses leaves the filter here. */
export const courseFilter = persisted<CourseFilter>('course-filter', (stored) => {
  if (typeof stored !== 'object' || stored === null) return null
  const { year, category, length } = stored as Record<string, unknown>
  return {
    year: typeof year === 'number' ? year : null,
    category: category === 'public' || category === 'professional' ? category : null,
    length: typeof length === 'string' && length in LENGTHS ? (length as Length) : null,
  }
})
