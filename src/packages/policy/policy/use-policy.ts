import { useQuery } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { queryKeys } from '@/cloud/query-keys'
import { useEntry } from '@/cloud/use-entry'

/** What the region asks of a year; without a year, of the present one. Somebody new reads their unit's region. */
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
