import { cloud } from '@/cloud/client'
import { useAct, usePages } from '@/cloud/use-cloud'

/** Where the unit's people stand this year, page by page; of those behind alone a page may be short, so it goes on. */
export function useStanding(behindOnly: boolean) {
  const { list, items } = usePages(cloud.review.standing, { behindOnly }, 'people')
  return { list, people: items }
}

/** Once a day and person, however often it is tapped. */
export function useRemind() {
  return useAct((personId: string) => cloud.review.remind.mutate({ personId }), { touches: ['review'] })
}
