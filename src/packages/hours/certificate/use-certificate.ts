import { cloud } from '@/cloud/client'
import { touch, useRead, useReadBy } from '@/cloud/use-cloud'

/** One certificate: by its number, or issued for a year. Issuing again gives the same one, so it may be asked like a query. */
export function useCertificate({ year, number }: { year: string; number: string }) {
  const { issue, view } = cloud.certificate
  const issued = async () => {
    const certificate = await issue.mutate({ year: Number(year) })
    void touch('hours', 'home')
    return certificate
  }
  const byYear = number === ''
  return useReadBy(
    byYear ? issue : view,
    byYear ? { year } : { number },
    byYear ? issued : () => view.query({ number }),
  )
}

/** All certificates of the person, newest first. */
export const useMyCertificates = () => useRead(cloud.certificate.mine, undefined)
