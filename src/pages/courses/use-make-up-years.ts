import { cloud } from '@/cloud/client'
import { useRead } from '@/cloud/use-cloud'

/** Past years and the last day of each for make-up; fetched only once the trainee looks at another year. */
export function useMakeUpYears(enabled: boolean) {
  const { data } = useRead(cloud.policy.makeUp, undefined, { enabled })
  return data?.years ?? []
}
