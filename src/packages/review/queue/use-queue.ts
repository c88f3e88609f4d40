import type { BatchView, QueueLine } from '@server/claims/review/claim-views'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { retryTransport } from '@/cloud/queries'
import { touch, usePages, useRead } from '@/cloud/use-cloud'

/** So many in one call: a lost call costs no more than these, and progress is told often enough. */
const CHUNK = 5
const MOST_TRIES = 3

/** The claims that wait for a body's decision, due first, page by page. */
export function useQueue(orgId: string | null) {
  const { list, items } = usePages(cloud.review.queue, orgId === null ? {} : { orgId }, 'lines')
  return { list, lines: items }
}

export const useDone = () => {
  const { list, items } = usePages(cloud.review.done, {}, 'lines')
  return { list, lines: items }
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
    await touch('review', 'home')
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

/** Colleagues who can stand in, and those who do. */
export const useDelegations = () => useRead(cloud.review.delegations, undefined)
