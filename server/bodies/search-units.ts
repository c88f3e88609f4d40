import type { Context } from '../kernel/context'
import type { UnitView } from '../people/views'
import { type BodySearch, termsOf } from './search-terms'

const PAGE = 20

/** Units whose name contains the typed text. One query by its first two characters; longer text is compared here. */
export async function searchUnits(
  { store }: Context,
  { text, after }: BodySearch,
): Promise<{ units: UnitView[]; next: string | null }> {
  const [term = ''] = termsOf(text)
  const wanted = text.replace(/\s/g, '')
  const page = await store.query('organisation-terms', 'byTerm', {
    equals: { as: 'unit', term },
    limit: PAGE,
    after,
  })
  const units = page.items
    .filter(({ name, otherNames }) => name.includes(wanted) || otherNames.includes(wanted))
    .map(({ orgId, name, parentName, region }) => ({ id: orgId, name, parentName, region }))
  return { units, next: page.next ?? null }
}
