import type { BindingState } from '@server/people/views'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useReachBottom } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

/** People who claim to belong to the reviewer's unit, one state at a time, page by page. */
export function usePeople(binding: BindingState) {
  const list = useInfiniteQuery({
    queryKey: queryKeys.review.people(binding),
    queryFn: ({ pageParam }) =>
      cloud.review.people.query({ binding, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  })
  return {
    list,
    counts: list.data?.pages[0]?.counts ?? null,
    people: list.data?.pages.flatMap((page) => page.people) ?? [],
  }
}

export type Decision =
  | { kind: 'confirm'; personId: string; decisionId: string }
  | { kind: 'dispute'; personId: string; decisionId: string; reason: string }

/** A decision carries its own id: sent twice it is decided once, so a lost call may be tried again. */
export function useDecide(onDecided: (decision: Decision) => void) {
  return useMutation({
    mutationFn: (decision: Decision) => {
      const { personId, decisionId } = decision
      return decision.kind === 'confirm'
        ? cloud.review.confirm.mutate({ personId, decisionId })
        : cloud.review.dispute.mutate({ personId, decisionId, reason: decision.reason })
    },
    retry: retryTransport,
    onSuccess: (_, decision) => onDecided(decision),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.review.all }),
        queries.invalidateQueries({ queryKey: queryKeys.home.all }),
      ]),
  })
}

/** Random enough to be unique among one reviewer's decisions; it guards against repetition, not against attackers. */
export const newDecisionId = (): string =>
  `${Date.now().toString(36)}-${Math.floor(Math.random() * 36 ** 6).toString(36)}`
