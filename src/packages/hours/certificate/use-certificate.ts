import { useQuery } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { keyOf, touch, useRead } from '@/cloud/use-cloud'

/** One certificate: by its number, or issued for a year. Issuing again gives the same one, so it may be asked like a query. */
export function useCertificate({ year, number }: { year: string; number: string }) {
  return useQuery({
    queryKey:
      number === '' ? keyOf(cloud.certificate.issue, { year }) : keyOf(cloud.certificate.view, { number }),
    queryFn: async () => {
      if (number !== '') return cloud.certificate.view.query({ number })
      const issued = await cloud.certificate.issue.mutate({ year: Number(year) })
      void touch('hours', 'home')
      return issued
    },
  })
}

/** All that somebody has, newest first. */
export const useMyCertificates = () => useRead(cloud.certificate.mine, undefined)
