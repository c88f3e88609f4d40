import type { EnterView } from '@server/people/views'
import { useQuery } from '@tanstack/react-query'
import { enter } from './arrive'
import { cloud } from './client'
import { keyOf } from './use-cloud'

/** The caller as the server described them on arrival. `arrive` fills it; no page asks a second time. */
export const useEntry = () =>
  useQuery<EnterView>({
    queryKey: keyOf(cloud.account.enter),
    queryFn: enter,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    enabled: false,
  })
