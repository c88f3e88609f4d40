import { instant, yearOf } from '@domain/kernel/instant'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { type CourseFilter, courseFilter, LENGTHS } from '@/cloud/course-filter'
import { usePages } from '@/cloud/use-cloud'
import { useEntry } from '@/cloud/use-entry'
import { categoryText } from '@/wording/labels'

const ANY: CourseFilter = { year: null, category: null, length: null }

/** The filter survives the tab and the app; a page that leads here sets it first. */
export function useCourseFilter() {
  const [filter, setFilter] = useState<CourseFilter>(() => courseFilter.load() ?? ANY)
  useDidShow(() => setFilter(courseFilter.load() ?? ANY))
  const change = (part: Partial<CourseFilter>) => {
    const next = { ...filter, ...part }
    courseFilter.save(next)
    setFilter(next)
  }
  return { filter, change }
}

const boundsOf = (length: keyof typeof LENGTHS) => ({
  from: LENGTHS[length].from,
  before: LENGTHS[length].before,
})

/** Courses of one year, page by page as the list is scrolled. */
export function useCourses(filter: CourseFilter) {
  const entry = useEntry()
  const isRegistered = entry.data !== undefined && entry.data.person !== null
  const year = filter.year ?? entry.data?.standard?.year ?? yearOf(instant(Date.now()))
  const { list, items } = usePages(
    cloud.catalog.list,
    {
      year,
      ...(filter.category === null ? {} : { category: filter.category }),
      ...(filter.length === null ? {} : { hours: boundsOf(filter.length) }),
    },
    'courses',
    { enabled: isRegistered, onShow: 'ask-if-stale' },
  )
  return {
    list,
    year,
    isNewcomer: entry.data !== undefined && !isRegistered,
    courses: items,
    years: list.data?.years ?? [year],
    categoryNames: list.data?.categoryNames ?? categoryText,
  }
}
