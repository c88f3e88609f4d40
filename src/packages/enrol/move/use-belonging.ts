import { useMutation, useQuery } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

export const useBelonging = () =>
  useQuery({ queryKey: queryKeys.organisation.mine, queryFn: () => cloud.organisation.mine.query() })

type MoveAct = { kind: 'request'; toUnitId: string; moveId: string } | { kind: 'withdraw' }

export function useMove() {
  return useMutation({
    mutationFn: async (act: MoveAct): Promise<void> => {
      if (act.kind === 'withdraw') await cloud.organisation.withdrawMove.mutate()
      else await cloud.organisation.requestMove.mutate({ toUnitId: act.toUnitId, moveId: act.moveId })
    },
    retry: retryTransport,
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.organisation.all }),
  })
}
