import type { BindingState } from '@server/people/views'
import { cloud } from '@/cloud/client'
import { useAct, usePages } from '@/cloud/use-cloud'

/** People who claim to belong to the reviewer's unit, one state at a time, page by page. */
export function usePeople(binding: BindingState) {
  const { list, items } = usePages(cloud.review.people, { binding }, 'people')
  return { list, counts: list.data?.counts ?? null, people: items }
}

export type Decision =
  | { kind: 'confirm'; personId: string; decisionId: string }
  | { kind: 'dispute'; personId: string; decisionId: string; reason: string }

/** A decision carries its own id: sent twice it is decided once, so a lost call may be tried again. */
export function useDecide(onDecided: (decision: Decision) => void) {
  return useAct(
    (decision: Decision) => {
      const { personId, decisionId } = decision
      return decision.kind === 'confirm'
        ? cloud.review.confirm.mutate({ personId, decisionId })
        : cloud.review.dispute.mutate({ personId, decisionId, reason: decision.reason })
    },
    { touches: ['review', 'home'], onDone: (_, decision) => onDecided(decision) },
  )
}
