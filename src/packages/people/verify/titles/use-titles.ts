import { cloud } from '@/cloud/client'
import { useAct, usePages } from '@/cloud/use-cloud'

/** People whose title waits for the reviewer, page by page. */
export function useTitlesToVerify() {
  const { list, items } = usePages(cloud.review.titles, {}, 'people')
  return { list, people: items, count: list.data?.count ?? 0 }
}

export interface TitleDecision {
  personId: string
  titleId: string
  decisionId: string
  verdict: { kind: 'confirm' } | { kind: 'doubt'; reason: string }
}

export function useDecideTitle(onDecided: () => void) {
  return useAct((decision: TitleDecision) => cloud.review.decideTitle.mutate(decision), {
    touches: ['review'],
    onDone: onDecided,
  })
}
