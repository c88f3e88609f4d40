import type { BatchView, QueueLine } from '@server/claims/review/claim-views'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

/** So many in one call: a lost call costs no more than these, and progress is told often enough. */
const CHUNK = 5
const MOST_TRIES = 3

/** The claims that wait for a body's decision, due first, page by page. */
export function useQueue(orgId: string | null) {
  const list = useInfiniteQuery({
    queryKey: queryKeys.review.queue(orgId),
    queryFn: ({ pageParam }) =>
      cloud.review.queue.query({
        ...(orgId === null ? {} : { orgId }),
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  })
  return { list, first: list.data?.pages[0], lines: list.data?.pages.flatMap((page) => page.lines) ?? [] }
}

export const useDone = () => {
  const list = useInfiniteQuery({
    queryKey: queryKeys.review.done,
    queryFn: ({ pageParam }) => cloud.review.done.query(pageParam === null ? {} : { after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  })
  return { list, lines: list.data?.pages.flatMap((page) => page.lines) ?? [] }
}

export interface Batch {
  total: number
  done: number
  result: BatchView
  isRunning: boolean
  error: unknown
}

/**
 * Approves claims without oddities, a few at a time. Each carries an id of its own, made once: a lost call's
 * decisions stand, and sending it again goes on from there.
 */
export function useBatch() {
  const [batch, setBatch] = useState<Batch | null>(null)
  const run = async (lines: readonly QueueLine[]) => {
    const stamp = newActId()
    const items = lines.map(({ claimId, revision, stepIndex }, index) => ({
      claimId,
      decisionId: `${stamp}-${index}`,
      revision,
      stepIndex,
    }))
    const state: Batch = {
      total: items.length,
      done: 0,
      result: { approved: [], held: [] },
      isRunning: true,
      error: null,
    }
    setBatch({ ...state })
    try {
      for (let from = 0; from < items.length; from += CHUNK) {
        const chunk = items.slice(from, from + CHUNK)
        const { approved, held } = await sent(() => cloud.review.decideMany.mutate({ items: chunk }))
        state.result = {
          approved: [...state.result.approved, ...approved],
          held: [...state.result.held, ...held],
        }
        state.done += chunk.length
        setBatch({ ...state })
      }
    } catch (error) {
      state.error = error
    }
    setBatch({ ...state, isRunning: false })
    await refreshReview()
  }
  return { batch, run, close: () => setBatch(null) }
}

async function sent<T>(call: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await call()
    } catch (error) {
      if (failures + 1 >= MOST_TRIES || !retryTransport(failures, error)) throw error
    }
  }
}

export const refreshReview = () =>
  Promise.all([
    queries.invalidateQueries({ queryKey: queryKeys.review.all }),
    queries.invalidateQueries({ queryKey: queryKeys.home.all }),
  ])

/** Random enough to be unique among one reviewer's acts; it guards against repetition, not against attackers. */
export const newActId = (): string =>
  `${Date.now().toString(36)}-${Math.floor(Math.random() * 36 ** 6).toString(36)}`

/** Colleagues who can stand in, and those who do. */
export const useDelegations = () =>
  useQuery({ queryKey: queryKeys.review.delegations, queryFn: () => cloud.review.delegations.query() })
