import { cloud } from '@/cloud/client'
import { useAct, useRead } from '@/cloud/use-cloud'

export const useBelonging = () => useRead(cloud.organisation.mine, undefined)

type MoveAct = { kind: 'request'; toUnitId: string; moveId: string } | { kind: 'withdraw' }

export function useMove() {
  return useAct(
    async (act: MoveAct): Promise<void> => {
      if (act.kind === 'withdraw') await cloud.organisation.withdrawMove.mutate()
      else await cloud.organisation.requestMove.mutate({ toUnitId: act.toUnitId, moveId: act.moveId })
    },
    { touches: ['organisation'] },
  )
}
