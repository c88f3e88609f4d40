import { useInfiniteQuery } from '@tanstack/react-query'
import { useReachBottom } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queryKeys } from '@/cloud/query-keys'

/** The log of a body and of the bodies below it, newest first. */
export function useLog(orgId: string, action: string) {
  const log = useInfiniteQuery({
    queryKey: queryKeys.audit.search(orgId, action),
    queryFn: ({ pageParam }) =>
      cloud.audit.search.query({
        ...(orgId === '' ? {} : { scopeOrgId: orgId }),
        ...(action === '' ? {} : { action }),
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const next = () => {
    if (log.hasNextPage && !log.isFetchingNextPage) void log.fetchNextPage()
  }
  useReachBottom(next)
  return { log, next, lines: log.data?.pages.flatMap((page) => page.lines) ?? [] }
}
