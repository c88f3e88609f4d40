import { useMutation, useQuery } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

/**
 * People who ask to move into the reviewer's unit; the first twenty, because each decision makes room for the next.
 */
export const useMoves = () =>
  useQuery({ queryKey: queryKeys.organisation.moves, queryFn: () => cloud.organisation.moves.query({}) })

export type MoveDecision =
  | { kind: 'confirm'; personId: string; moveId: string }
  | { kind: 'refuse'; personId: string; moveId: string; reason: string }

export function useDecideMove(onDecided: (decision: MoveDecision) => void) {
  return useMutation({
    mutationFn: async (decision: MoveDecision): Promise<void> => {
      const { personId, moveId } = decision
      if (decision.kind === 'confirm') await cloud.organisation.confirmMove.mutate({ personId, moveId })
      else await cloud.organisation.refuseMove.mutate({ personId, moveId, reason: decision.reason })
    },
    retry: retryTransport,
    onSuccess: (_, decision) => onDecided(decision),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.organisation.all }),
        queries.invalidateQueries({ queryKey: queryKeys.review.all }),
      ]),
  })
}
