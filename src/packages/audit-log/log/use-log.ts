import { cloud } from '@/cloud/client'
import { showMore, usePages } from '@/cloud/use-cloud'

interface Asked {
  orgId: string
  personId: string
  action: string
}

/** The log of a body and of the bodies below it, newest first; of one person where one is named. */
export function useLog({ orgId, personId, action }: Asked) {
  const input = {
    ...(orgId === '' ? {} : { scopeOrgId: orgId }),
    ...(personId === '' ? {} : { subjectId: personId }),
    ...(action === '' ? {} : { action }),
  }
  const { list, items } = usePages(cloud.audit.search, input, 'lines')
  return { log: list, next: () => showMore(list), lines: items }
}
