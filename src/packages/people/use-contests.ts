import type { DecidedContestView } from '@server/membership/contests/views'
import { cloud } from '@/cloud/client'
import { useAct, usePages } from '@/cloud/use-cloud'

export type ContestLevel = 'unit' | 'above'

/** Numbers that two WeChat accounts say are theirs: of one's own unit, or of those right below one's body. */
export function useContests(level: ContestLevel) {
  const { list, items } = usePages(cloud.review.contests, { level }, 'contests')
  return { list, open: list.data?.open ?? null, contests: items }
}

export interface ContestDecision {
  contestId: string
  decisionId: string
  verdict: { kind: 'rebind' | 'keep'; reason: string }
}

/** A decision carries its own id: sent twice it is decided once, so a lost call may be tried again. */
export function useDecideContest(onDecided: (decided: DecidedContestView) => void) {
  return useAct(cloud.review.decideContest, {
    touches: ['review', 'home'],
    onDone: onDecided,
  })
}
