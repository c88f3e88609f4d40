import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-cloud'

/** Figures of a body, or of the caller's highest; of the present year where none is given. */
export function useOverview(orgId: string | null, year: number | null) {
  const {
    list: overview,
    first,
    items,
  } = usePages(
    cloud.stats.overview,
    {
      ...(orgId === null ? {} : { orgId }),
      ...(year === null ? {} : { year }),
    },
    'below',
  )
  return { overview, first, below: items }
}

/** The people of a unit who miss hours of a year, page by page. */
export function useBehind(orgId: string, year: number) {
  const { list: behind, first, items } = usePages(cloud.stats.behind, { orgId, year }, 'people')
  return { behind, first, people: items }
}
