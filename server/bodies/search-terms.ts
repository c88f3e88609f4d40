import * as z from 'zod'
import type { OrganisationKind } from '../../domain/organisation/roles'
import { cursor, typed } from '../kernel/inputs'
import type { New, Store } from '../kernel/store/port'
import type { OrganisationDocument, OrganisationTermDocument } from './documents'

export const bodySearch = z.object({ text: typed(40), after: cursor })
export type BodySearch = z.infer<typeof bodySearch>

/**
 * The pairs of neighbouring characters of a name, which a search goes by; a single character is its own. Worked
 * example: 农科站 → 农科, 科站.
 */
export function termsOf(name: string): string[] {
  const letters = [...name.replace(/\s/g, '')]
  if (letters.length === 1) return letters
  return [...new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))]
}

/** A township is found as the unit of people who have none, and as the body above those who do (NY22-15). */
const FOUND_AS: Record<OrganisationKind, readonly OrganisationTermDocument['as'][]> = {
  bureau: ['above'],
  department: ['above'],
  township: ['unit', 'above'],
  unit: ['unit'],
  base: [],
}

type Named = Pick<OrganisationDocument, '_id' | 'name' | 'kind' | 'parentName' | 'region' | 'aliases'>

/**
 * Makes a body searchable by its present and former names. One small write a term, each harmless when repeated: it
 * runs after the act that named the body, and again whenever that act is sent again.
 */
export async function keepTerms(
  store: Pick<Store, 'get' | 'insertIfAbsent' | 'replace'>,
  body: Named,
): Promise<void> {
  for (const document of termDocuments(body)) await keepTerm(store, document)
}

function termDocuments({
  _id,
  name,
  kind,
  parentName,
  region,
  aliases,
}: Named): New<OrganisationTermDocument>[] {
  const otherNames = aliases.map((alias) => alias.name).join('、')
  const terms = new Set([name, ...aliases.map((alias) => alias.name)].flatMap(termsOf))
  return FOUND_AS[kind].flatMap((as) =>
    [...terms].map((term) => ({
      _id: as === 'unit' ? `${term}:${_id}` : `above:${term}:${_id}`,
      as,
      term,
      orgId: _id,
      name,
      otherNames,
      parentName,
      region,
    })),
  )
}

async function keepTerm(
  store: Pick<Store, 'get' | 'insertIfAbsent' | 'replace'>,
  document: New<OrganisationTermDocument>,
): Promise<void> {
  if (await store.insertIfAbsent('organisation-terms', document)) return
  const before = await store.get('organisation-terms', document._id)
  if (!before || (before.name === document.name && before.otherNames === document.otherNames)) return
  await store.replace('organisation-terms', { ...before, ...document })
}
