import type { RoleName } from '@domain/organisation/roles'
import { cloud } from '@/cloud/client'
import { useAct, usePages } from '@/cloud/use-cloud'

/** The role holders of a body. */
export function useHolders(orgId: string) {
  const { list, items } = usePages(cloud.organisation.holders, { orgId }, 'holders', { byHand: true })
  return { list, holders: items }
}

/** Verified people of the body, page by page, once the sheet is open. */
export function useCandidates(orgId: string, isOpen: boolean) {
  const { list, items } = usePages(cloud.organisation.candidates, { orgId }, 'people', {
    enabled: isOpen,
    byHand: true,
  })
  return { list, people: items }
}

export interface RoleAct {
  kind: 'grant' | 'revoke'
  personId: string
  role: RoleName
  orgId: string
  actId: string
}

/** Gives or ends a role: it takes effect on the next call, so all shown data is fetched again. */
export function useRoleAct(onDone: (act: RoleAct) => void) {
  return useAct(
    async ({ kind, ...act }: RoleAct): Promise<void> => {
      if (kind === 'grant') await cloud.organisation.grant.mutate({ ...act, until: null })
      else await cloud.organisation.revoke.mutate(act)
    },
    { touches: ['organisation', 'account'], onDone: (_, act) => onDone(act) },
  )
}
