import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { cloud } from '@/cloud/client'
import { queryKeys } from '@/cloud/query-keys'

const SHORTEST_SEARCH = 2
const PAUSE_MS = 350

/** Units by name: asked once the typing pauses. */
export function useUnits(text: string) {
  const [asked, setAsked] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const found = useInfiniteQuery({
    queryKey: queryKeys.account.units(asked),
    queryFn: ({ pageParam }) =>
      cloud.account.searchUnits.query({
        text: asked,
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: asked.length >= SHORTEST_SEARCH,
    placeholderData: keepPreviousData,
  })
  const isTooShort = text.trim().length < SHORTEST_SEARCH
  return { found, isTooShort, units: found.data?.pages.flatMap((page) => page.units) ?? [] }
}
