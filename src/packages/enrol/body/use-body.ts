import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

const SHORTEST_SEARCH = 2
const PAUSE_MS = 350

/** Bodies that others register under, by name: asked once the typing pauses. */
export function useAbove(text: string) {
  const [asked, setAsked] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const found = useInfiniteQuery({
    queryKey: queryKeys.organisation.above(asked),
    queryFn: ({ pageParam }) =>
      cloud.organisation.searchAbove.query({
        text: asked,
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: asked.length >= SHORTEST_SEARCH,
    placeholderData: keepPreviousData,
  })
  const isTooShort = text.trim().length < SHORTEST_SEARCH
  return { found, isTooShort, bodies: found.data?.pages.flatMap((page) => page.bodies) ?? [] }
}

export type BodyKind = 'department' | 'township' | 'unit' | 'private-unit'

export interface BodyForm {
  name: string
  kind: BodyKind
  parentId: string
}

/** The same body registered again is the same registration, so a lost call may be sent again. */
export function useRegisterBody() {
  return useMutation({
    mutationFn: ({ name, kind, parentId }: BodyForm) =>
      cloud.organisation.register.mutate({
        ...{ name, parentId, isPrivate: kind === 'private-unit' },
        kind: kind === 'private-unit' ? 'unit' : kind,
      }),
    retry: retryTransport,
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.organisation.all }),
  })
}
