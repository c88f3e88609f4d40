import { useMutation, useQuery } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'
import { useFresh } from '@/cloud/use-fresh'

/** Why one's line was taken back, and how one's objection goes. */
export function useVoiding(entryId: string) {
  const voiding = useQuery({
    queryKey: queryKeys.hours.voiding(entryId),
    queryFn: () => cloud.oversight.voiding.query({ entryId }),
    enabled: entryId !== '',
  })
  useFresh(voiding)
  return voiding
}

/** The same statement sent twice is one, so a lost call may be sent again. */
export function useObject(onFiled: () => void) {
  return useMutation({
    mutationFn: (input: { entryId: string; statement: string }) => cloud.oversight.object.mutate(input),
    retry: retryTransport,
    onSuccess: onFiled,
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.hours.all }),
  })
}
