import type { OrganisationView } from '@server/bodies/views'
import { cloud } from '@/cloud/client'
import { useAct } from '@/cloud/use-cloud'

interface Read {
  personId: string
  version: number
}

export type TreeAct =
  | { kind: 'verify'; orgId: string; actId: string; registrar: Read; beside: string[] }
  | { kind: 'return'; orgId: string; actId: string; reason: string }
  | { kind: 'rename'; orgId: string; actId: string; name: string }
  | { kind: 'line'; orgId: string; actId: string; line: 'health' | 'accounting' | null }
  | { kind: 'standing'; orgId: string; actId: string; nature: OrganisationView['nature']; county: string }
  | { kind: 'self-reviewing'; orgId: string; actId: string; selfReviewing: boolean }

/** An act carries its own id, so that a lost call may be sent again. */
export function useTreeAct(onDone: (act: TreeAct) => void) {
  return useAct((act: TreeAct) => send(act), { touches: ['organisation'], onDone: (_, act) => onDone(act) })
}

function send(act: TreeAct): Promise<unknown> {
  const { orgId, actId } = act
  switch (act.kind) {
    case 'verify':
      return cloud.organisation.verify.mutate({
        orgId,
        decisionId: actId,
        registrar: act.registrar,
        beside: act.beside,
      })
    case 'return':
      return cloud.organisation.return.mutate({ orgId, decisionId: actId, reason: act.reason })
    case 'rename':
      return cloud.organisation.rename.mutate({ orgId, actId, name: act.name })
    case 'line':
      return cloud.organisation.setLine.mutate({ orgId, actId, line: act.line })
    case 'standing':
      return cloud.organisation.setStanding.mutate({ orgId, actId, nature: act.nature, county: act.county })
    case 'self-reviewing':
      return cloud.organisation.setSelfReviewing.mutate({ orgId, actId, selfReviewing: act.selfReviewing })
  }
}
