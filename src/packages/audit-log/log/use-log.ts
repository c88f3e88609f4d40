import { cloud } from '@/cloud/client'
import { showMore, usePages } from '@/cloud/use-cloud'

/** The log of a body and of the bodies below it, newest first. */
export function useLog(orgId: string, action: string) {
  const input = { ...(orgId === '' ? {} : { scopeOrgId: orgId }), ...(action === '' ? {} : { action }) }
  const { list, items } = usePages(cloud.audit.search, input, 'lines')
  return { log: list, next: () => showMore(list), lines: items }
}
