import { cloud } from '@/cloud/client'
import { useRead } from '@/cloud/use-cloud'
import { useEntry } from '@/cloud/use-entry'

/** The region's policy for a year; without a year, for the present one. A newcomer reads their unit's region. */
export function usePolicy(year: number | null) {
  const entry = useEntry()
  const landing = entry.data?.landing
  const region = landing?.page === 'enrol' ? (landing.unit?.region ?? null) : null
  return useRead(cloud.policy.show, {
    ...(year === null ? {} : { year }),
    ...(region === null ? {} : { region }),
  })
}
