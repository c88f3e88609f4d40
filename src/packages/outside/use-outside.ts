import type { RowState } from '@server/outside/documents'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { openSheet } from '@/cloud/open-sheet'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

interface Paged {
  data: unknown
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** Loads more at the end of the page, and refetches when the page is shown again. */
function usePaging(list: Paged): void {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = list
  useDidShow(() => {
    if (data !== undefined) refetch()
  })
  useReachBottom(() => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage()
  })
}

const from = (after: string | null) => (after === null ? {} : { after })

/** The batches of providers, newest first, page by page. */
export function useBatches() {
  const list = useInfiniteQuery({
    queryKey: queryKeys.outside.batches,
    queryFn: ({ pageParam }) => cloud.outside.batches.query(from(pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  usePaging(list)
  return { list, batches: list.data?.pages.flatMap((page) => page.batches) ?? [] }
}

/** Rows that wait for their person to register or be confirmed, over all batches. */
export function useUnmatched() {
  const list = useInfiniteQuery({
    queryKey: queryKeys.outside.unmatched,
    queryFn: ({ pageParam }) => cloud.outside.unmatched.query(from(pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  usePaging(list)
  return { list, rows: list.data?.pages.flatMap((page) => page.rows) ?? [] }
}

/** One batch, line by line: all of them, or those of one state. */
export function useBatch(batchId: string, state: RowState | null) {
  const list = useInfiniteQuery({
    queryKey: queryKeys.outside.batch(batchId, state),
    queryFn: ({ pageParam }) => cloud.outside.batch.query({ batchId, state, ...from(pageParam) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  usePaging(list)
  return {
    list,
    batch: list.data?.pages[0]?.batch ?? null,
    rows: list.data?.pages.flatMap((page) => page.rows) ?? [],
  }
}

/** The whole batch as a spreadsheet, opened by the phone; from there it can be sent on. */
export const useSheet = (batchId: string) =>
  useMutation({
    mutationFn: async () => openSheet(await cloud.outside.sheet.query({ batchId })),
    retry: retryTransport,
  })

export const useProviders = () =>
  useQuery({ queryKey: queryKeys.outside.providers, queryFn: () => cloud.outside.providers.query() })

export type KeyAct =
  | { kind: 'set'; providerId: string; publicKeyHex: string }
  | { kind: 'withdraw'; providerId: string; keyId: number }

/** The same key set twice is one, and one withdrawn twice too: a lost call may be sent again. */
export function useKeyAct(onDone: (act: KeyAct) => void) {
  return useMutation({
    mutationFn: (act: KeyAct) => {
      const { providerId } = act
      return act.kind === 'set'
        ? cloud.outside.setKey.mutate({ providerId, publicKeyHex: act.publicKeyHex })
        : cloud.outside.withdrawKey.mutate({ providerId, keyId: act.keyId })
    },
    retry: retryTransport,
    onSuccess: (list, act) => {
      queries.setQueryData(queryKeys.outside.providers, list)
      onDone(act)
    },
  })
}
