import { useInfiniteQuery } from '@tanstack/react-query'
import { useReachBottom } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queryKeys } from '@/cloud/query-keys'

/** Figures of a body, or of the caller's highest; of the present year where none is given. */
export function useOverview(orgId: string | null, year: number | null) {
  const overview = useInfiniteQuery({
    queryKey: queryKeys.stats.overview(orgId, year),
    queryFn: ({ pageParam }) =>
      cloud.stats.overview.query({
        ...(orgId === null ? {} : { orgId }),
        ...(year === null ? {} : { year }),
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useReachBottom(() => {
    if (overview.hasNextPage && !overview.isFetchingNextPage) void overview.fetchNextPage()
  })
  const pages = overview.data?.pages ?? []
  return { overview, first: pages[0], below: pages.flatMap(({ below }) => below) }
}

/** The people of a unit who miss hours of a year, page by page. */
export function useBehind(orgId: string, year: number) {
  const behind = useInfiniteQuery({
    queryKey: queryKeys.stats.behind(orgId, year),
    queryFn: ({ pageParam }) =>
      cloud.stats.behind.query({ orgId, year, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useReachBottom(() => {
    if (behind.hasNextPage && !behind.isFetchingNextPage) void behind.fetchNextPage()
  })
  const pages = behind.data?.pages ?? []
  return { behind, first: pages[0], people: pages.flatMap(({ people }) => people) }
}
