import { useQuery } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { queryKeys } from '@/cloud/query-keys'
import { useEntry } from '@/cloud/use-entry'

/** The region's policy for a year; without a year, for the present one. A newcomer reads their unit's region. */
export function usePolicy(year: number | null) {
  const entry = useEntry()
  const landing = entry.data?.landing
  const region = landing?.page === 'enrol' ? (landing.unit?.region ?? null) : null
  return useQuery({
    queryKey: queryKeys.policy.show(year, region),
    queryFn: () =>
      cloud.policy.show.query({ ...(year === null ? {} : { year }), ...(region === null ? {} : { region }) }),
  })
}
