import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useReachBottom } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

/** One's own messages, newest first. */
export function useInbox() {
  const inbox = useInfiniteQuery({
    queryKey: queryKeys.inbox.list,
    queryFn: ({ pageParam }) => cloud.inbox.list.query(pageParam === null ? {} : { after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useReachBottom(() => {
    if (inbox.hasNextPage && !inbox.isFetchingNextPage) void inbox.fetchNextPage()
  })
  const pages = inbox.data?.pages ?? []
  return { inbox, first: pages[0], messages: pages.flatMap((page) => page.messages) }
}

/** Read is read, however often it is said: a lost call may be tried again. */
export function useMarkRead() {
  return useMutation({
    mutationFn: (ids: string[]) => cloud.inbox.markRead.mutate({ ids }),
    retry: retryTransport,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.inbox.all }),
        queries.invalidateQueries({ queryKey: queryKeys.home.all }),
      ]),
  })
}
