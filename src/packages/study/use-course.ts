import { useQuery } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { queryKeys } from '@/cloud/query-keys'

/** Asked again whenever watching or an exam has made it stale. */
export const useCourse = (courseId: string) =>
  useQuery({
    queryKey: queryKeys.catalog.course(courseId),
    queryFn: () => cloud.catalog.course.query({ courseId }),
  })
