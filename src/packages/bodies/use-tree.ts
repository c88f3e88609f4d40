import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useReachBottom } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'
import { useFresh } from '@/cloud/use-fresh'

/** One level of the tree: the first page has the body and the waiting bodies, each further page adds children. */
export function useTree(parentId: string | null) {
  const level = useInfiniteQuery({
    queryKey: queryKeys.organisation.tree(parentId),
    queryFn: ({ pageParam }) =>
      cloud.organisation.tree.query({
        ...(parentId === null ? {} : { parentId }),
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useReachBottom(() => {
    if (level.hasNextPage && !level.isFetchingNextPage) void level.fetchNextPage()
  })
  // A new body may have registered while this page lay underneath.
  useFresh(level)
  return {
    level,
    top: level.data?.pages[0] ?? null,
    children: level.data?.pages.flatMap((page) => page.children) ?? [],
  }
}

export type TreeAct =
  | { kind: 'verify'; orgId: string; actId: string }
  | { kind: 'return'; orgId: string; actId: string; reason: string }
  | { kind: 'rename'; orgId: string; actId: string; name: string }
  | { kind: 'line'; orgId: string; actId: string; line: 'health' | 'accounting' | null }
  | { kind: 'self-reviewing'; orgId: string; actId: string; selfReviewing: boolean }

/** An act carries its own id, so that a lost call may be sent again. */
export function useTreeAct(onDone: (act: TreeAct) => void) {
  return useMutation({
    mutationFn: (act: TreeAct) => send(act),
    retry: retryTransport,
    onSuccess: (_, act) => onDone(act),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.organisation.all }),
  })
}

function send(act: TreeAct): Promise<unknown> {
  const { orgId, actId } = act
  switch (act.kind) {
    case 'verify':
      return cloud.organisation.verify.mutate({ orgId, decisionId: actId })
    case 'return':
      return cloud.organisation.return.mutate({ orgId, decisionId: actId, reason: act.reason })
    case 'rename':
      return cloud.organisation.rename.mutate({ orgId, actId, name: act.name })
    case 'line':
      return cloud.organisation.setLine.mutate({ orgId, actId, line: act.line })
    case 'self-reviewing':
      return cloud.organisation.setSelfReviewing.mutate({ orgId, actId, selfReviewing: act.selfReviewing })
  }
}
