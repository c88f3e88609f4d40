import type { Context } from '../context'
import type { UnitView } from './views'

const PAGE = 20

/** The pairs of neighbouring characters of a name, which a search goes by; a single character is its own. */
export function termsOf(name: string): string[] {
  const letters = [...name.replace(/\s/g, '')]
  if (letters.length === 1) return letters
  return [...new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))]
}

/** Units whose name contains what was typed. One query by its first two characters; what is longer is compared here. */
export async function searchUnits(
  { store }: Context,
  { text, after }: { text: string; after?: string | undefined },
): Promise<{ units: UnitView[]; next: string | null }> {
  const [term = ''] = termsOf(text)
  const wanted = text.replace(/\s/g, '')
  const page = await store.query('organisation-terms', 'byTerm', {
    equals: { term },
    limit: PAGE,
    ...(after === undefined ? {} : { after }),
  })
  const units = page.items
    .filter(({ name }) => name.includes(wanted))
    .map(({ orgId, name, parentName, region }) => ({ id: orgId, name, parentName, region }))
  return { units, next: page.next ?? null }
}
