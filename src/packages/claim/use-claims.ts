import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useReachBottom } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'
import { useFresh } from '@/cloud/use-fresh'

/** The claimable kinds of a year; null is the present one. */
export const useKinds = (year: number | null) =>
  useQuery({
    queryKey: queryKeys.claim.kinds(year),
    queryFn: () => cloud.claim.kinds.query(year === null ? {} : { year }),
  })

export function useDrafts() {
  const drafts = useQuery({
    queryKey: queryKeys.claim.drafts,
    queryFn: () => cloud.claim.drafts.query(),
  })
  useFresh(drafts)
  return drafts
}

/** One's own claims, newest first. */
export function useMyClaims() {
  const list = useInfiniteQuery({
    queryKey: queryKeys.claim.mine,
    queryFn: ({ pageParam }) => cloud.claim.mine.query(pageParam === null ? {} : { after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  })
  useFresh(list)
  return { list, claims: list.data?.pages.flatMap((page) => page.claims) ?? [] }
}

export function useClaim(claimId: string) {
  const claim = useQuery({
    queryKey: queryKeys.claim.claim(claimId),
    queryFn: () => cloud.claim.claim.query({ claimId }),
  })
  useFresh(claim)
  return claim
}

/** After a claim changed: its lists, the home page, and the ledger that it may have changed. */
export const claimsChanged = (): Promise<unknown> =>
  Promise.all([
    queries.invalidateQueries({ queryKey: queryKeys.claim.all }),
    queries.invalidateQueries({ queryKey: queryKeys.home.all }),
  ])

/** Taking it back twice is once, so a lost call is tried again. */
export const useWithdraw = (claimId: string) =>
  useMutation({
    mutationFn: () => cloud.claim.withdraw.mutate({ claimId }),
    retry: retryTransport,
    onSettled: claimsChanged,
  })

export const usePreview = (draftId: string) =>
  useQuery({
    queryKey: queryKeys.claim.preview(draftId),
    queryFn: () => cloud.claim.preview.query({ draftId }),
    staleTime: 0,
  })

/** The same draft is the same claim, so a lost call is tried again. */
export const useSubmit = (draftId: string, onSubmitted: (claimId: string) => void) =>
  useMutation({
    mutationFn: () => cloud.claim.submit.mutate({ draftId }),
    retry: retryTransport,
    onSuccess: ({ claimId }) => onSubmitted(claimId),
    onSettled: claimsChanged,
  })
