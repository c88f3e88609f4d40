import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useReachBottom } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

/** Where the unit's people stand this year, page by page; of those behind alone a page may be short, so it goes on. */
export function useStanding(behindOnly: boolean) {
  const list = useInfiniteQuery({
    queryKey: queryKeys.review.standing(behindOnly),
    queryFn: ({ pageParam }) =>
      cloud.review.standing.query({ behindOnly, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  })
  return { list, people: list.data?.pages.flatMap((page) => page.people) ?? [] }
}

/** Once a day and person, however often it is tapped. */
export function useRemind() {
  return useMutation({
    mutationFn: (personId: string) => cloud.review.remind.mutate({ personId }),
    retry: retryTransport,
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.review.all }),
  })
}
