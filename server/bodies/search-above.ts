import type { Context } from '../kernel/context'
import type { UnitView } from '../people/views'
import { type BodySearch, termsOf } from './search-terms'

const PAGE = 20

/** Verified bodies under which others register, whose name contains the typed text. */
export async function searchAbove(
  { store }: Context,
  { text, after }: BodySearch,
): Promise<{ bodies: UnitView[]; next: string | null }> {
  const [term = ''] = termsOf(text)
  const wanted = text.replace(/\s/g, '')
  const page = await store.query('organisation-terms', 'byTerm', {
    equals: { as: 'above', term },
    limit: PAGE,
    after,
  })
  const bodies = page.items
    .filter(({ name, otherNames }) => name.includes(wanted) || otherNames.includes(wanted))
    .map(({ orgId, name, parentName, region }) => ({ id: orgId, name, parentName, region }))
  return { bodies, next: page.next ?? null }
}
