import { cloud } from '@/cloud/client'
import { useRead } from '@/cloud/use-cloud'

/** Asked again whenever watching or an exam has made it stale. */
export const useCourse = (courseId: string) => useRead(cloud.catalog.course, { courseId })
