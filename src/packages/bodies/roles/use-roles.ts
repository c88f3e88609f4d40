import type { RoleName } from '@server/people/views'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

/** The role holders of a body. */
export function useHolders(orgId: string) {
  const list = useInfiniteQuery({
    queryKey: queryKeys.organisation.holders(orgId),
    queryFn: ({ pageParam }) =>
      cloud.organisation.holders.query({ orgId, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  return { list, holders: list.data?.pages.flatMap((page) => page.holders) ?? [] }
}

/** Verified people of the body, page by page, once the sheet is open. */
export function useCandidates(orgId: string, isOpen: boolean) {
  const list = useInfiniteQuery({
    queryKey: queryKeys.organisation.candidates(orgId),
    queryFn: ({ pageParam }) =>
      cloud.organisation.candidates.query({ orgId, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: isOpen,
  })
  return { list, people: list.data?.pages.flatMap((page) => page.people) ?? [] }
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
  return useMutation({
    mutationFn: async ({ kind, ...act }: RoleAct): Promise<void> => {
      if (kind === 'grant') await cloud.organisation.grant.mutate({ ...act, until: null })
      else await cloud.organisation.revoke.mutate(act)
    },
    retry: retryTransport,
    onSuccess: (_, act) => onDone(act),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.organisation.all }),
        queries.invalidateQueries({ queryKey: queryKeys.account.all }),
      ]),
  })
}
