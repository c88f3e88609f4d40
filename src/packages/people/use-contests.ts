import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useReachBottom } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

export type ContestLevel = 'unit' | 'above'

/** Numbers that two WeChat accounts say are theirs: of one's own unit, or of those right below one's body. */
export function useContests(level: ContestLevel) {
  const list = useInfiniteQuery({
    queryKey: queryKeys.review.contests(level),
    queryFn: ({ pageParam }) =>
      cloud.review.contests.query({ level, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  })
  return {
    list,
    open: list.data?.pages[0]?.open ?? null,
    contests: list.data?.pages.flatMap((page) => page.contests) ?? [],
  }
}

export interface ContestDecision {
  contestId: string
  decisionId: string
  verdict: { kind: 'rebind' | 'keep'; reason: string }
}

/** A decision carries its own id: sent twice it is decided once, so a lost call may be tried again. */
export function useDecideContest(onDecided: (decision: ContestDecision) => void) {
  return useMutation({
    mutationFn: (decision: ContestDecision) => cloud.review.decideContest.mutate(decision),
    retry: retryTransport,
    onSuccess: (_, decision) => onDecided(decision),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.review.all }),
        queries.invalidateQueries({ queryKey: queryKeys.home.all }),
      ]),
  })
}
