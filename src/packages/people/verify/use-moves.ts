import { cloud } from '@/cloud/client'
import { useAct, useRead } from '@/cloud/use-cloud'

/** Who asks to move into the reviewer's unit; the first twenty, because each decision makes room for the next. */
export const useMoves = () => useRead(cloud.organisation.moves, {})

export type MoveDecision =
  | { kind: 'confirm'; personId: string; moveId: string }
  | { kind: 'refuse'; personId: string; moveId: string; reason: string }

export function useDecideMove(onDecided: (decision: MoveDecision) => void) {
  return useAct(
    async (decision: MoveDecision): Promise<void> => {
      const { personId, moveId } = decision
      if (decision.kind === 'confirm') await cloud.organisation.confirmMove.mutate({ personId, moveId })
      else await cloud.organisation.refuseMove.mutate({ personId, moveId, reason: decision.reason })
    },
    { touches: ['organisation', 'review'], onDone: (_, decision) => onDecided(decision) },
  )
}
