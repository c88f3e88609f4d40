import type { EnterView } from '@server/people/views'
import { useQuery } from '@tanstack/react-query'
import { enter } from './arrive'
import { queryKeys } from './query-keys'

/** Who is here, as the server said on arrival. `arrive` fills it; nothing asks twice. */
export const useEntry = () =>
  useQuery<EnterView>({
    queryKey: queryKeys.entry,
    queryFn: enter,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    enabled: false,
  })
