import { cloud } from '@/cloud/client'
import { showMore, usePages } from '@/cloud/use-cloud'

/** The log of a body and of the bodies below it, newest first. */
export function useLog(orgId: string, action: string) {
  const { list: log, items } = usePages(
    cloud.audit.search,
    {
      ...(orgId === '' ? {} : { scopeOrgId: orgId }),
      ...(action === '' ? {} : { action }),
    },
    'lines',
  )
  return { log, next: () => showMore(log), lines: items }
}
