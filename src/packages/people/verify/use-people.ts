import type { BindingState } from '@server/people/views'
import { cloud } from '@/cloud/client'
import { useAct, usePages, useRead } from '@/cloud/use-cloud'

/** People who claim to belong to the reviewer's unit, one state at a time, page by page. */
export function usePeople(binding: BindingState) {
  const { list, items } = usePages(cloud.review.people, { binding }, 'people')
  return { list, counts: list.data?.counts ?? null, people: items }
}

export type Decision =
  | { kind: 'confirm'; personId: string; version: number; decisionId: string }
  | { kind: 'dispute'; personId: string; version: number; decisionId: string; reason: string }

/** A decision carries its own id: sent twice it is decided once, so a lost call may be tried again. */
export function useDecide(onDecided: (decision: Decision) => void) {
  return useAct(
    (decision: Decision) => {
      const { personId, version, decisionId } = decision
      return decision.kind === 'confirm'
        ? cloud.review.confirm.mutate({ personId, version, decisionId })
        : cloud.review.dispute.mutate({ personId, version, decisionId, reason: decision.reason })
    },
    { touches: ['review', 'home'], onDone: (_, decision) => onDecided(decision) },
  )
}

/** Whether the notice of the caller's unit asks for an archive at all. */
export function useKeepsArchive(): boolean {
  const me = useRead(cloud.account.me, undefined)
  return me.data?.keepsArchive ?? false
}

/**
 * The people who ask to move into the reviewer's unit; the first twenty, because each decision makes room for the next.
 */
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

/** Where the unit's people stand this year, page by page; of those behind alone a page may be short, so it goes on. */
export function useStanding(behindOnly: boolean) {
  const { list, items } = usePages(cloud.review.standing, { behindOnly }, 'people')
  return { list, people: items }
}

/** Once a day and person, however often it is tapped. */
export function useRemind() {
  return useAct((personId: string) => cloud.review.remind.mutate({ personId }), { touches: ['review'] })
}
