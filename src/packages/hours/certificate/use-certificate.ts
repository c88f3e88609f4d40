import { useQuery } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { queries } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

/** One certificate: by its number, or issued for a year. Issuing again gives the same one, so it may be asked like a query. */
export function useCertificate({ year, number }: { year: string; number: string }) {
  return useQuery({
    queryKey: queryKeys.certificate.view(number === '' ? `year-${year}` : number),
    queryFn: async () => {
      if (number !== '') return cloud.certificate.view.query({ number })
      const issued = await cloud.certificate.issue.mutate({ year: Number(year) })
      void queries.invalidateQueries({ queryKey: queryKeys.hours.all })
      void queries.invalidateQueries({ queryKey: queryKeys.home.all })
      return issued
    },
  })
}

/** The trainee's certificates, newest first. */
export const useMyCertificates = () =>
  useQuery({ queryKey: queryKeys.certificate.mine, queryFn: () => cloud.certificate.mine.query() })
