import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-cloud'

/** Figures of a body, or of the caller's highest; of the present year where none is given. */
export function useOverview(orgId: string | null, year: number | null) {
  const input = { ...(orgId === null ? {} : { orgId }), ...(year === null ? {} : { year }) }
  const { list, items } = usePages(cloud.stats.overview, input, 'below')
  return { overview: list, below: items }
}

/** The people of a unit who miss hours of a year, page by page. */
export function useBehind(orgId: string, year: number) {
  const { list, items } = usePages(cloud.stats.behind, { orgId, year }, 'people')
  return { behind: list, people: items }
}
