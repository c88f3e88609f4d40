import { useQuery } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { queryKeys } from '@/cloud/query-keys'

/** Past years and the last day of each for make-up; fetched only once the trainee looks at another year. */
export function useMakeUpYears(enabled: boolean) {
  const { data } = useQuery({
    queryKey: queryKeys.policy.makeUp,
    queryFn: () => cloud.policy.makeUp.query(),
    enabled,
  })
  return data?.years ?? []
}
