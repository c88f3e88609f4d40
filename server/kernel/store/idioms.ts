// Idioms that use cases build on a driver's operations again and again, once and the same for every driver.
import { refuse } from '../refused'
import { idsOf } from './asked'
import type { CollectionName, Documents, IndexName } from './collections'
import {
  type Counted,
  DocumentExists,
  MOST_IDS,
  type New,
  type Reads,
  type Store,
  type Transaction,
  VersionChanged,
  type Writes,
} from './port'
import { retried } from './retry'

/** As many as a page holds. */
const PAGE = 100

type Operations = Pick<Store, 'query' | 'insert' | 'replace' | 'remove'>

/** The idioms that a store offers on top of its operations. */
export const idiomsOf = ({
  query,
  insert,
  replace,
  remove,
}: Operations): Pick<Store, 'each' | 'insertIfAbsent' | 'replaceIfUnchanged' | 'removeIfUnchanged'> => ({
  async *each<C extends CollectionName>(
    collection: C,
    index: IndexName<C>,
    { most = Number.POSITIVE_INFINITY, ...range }: Counted & { most?: number },
  ): AsyncGenerator<Documents[C], void, undefined> {
    let left = most
    let after: string | undefined
    while (left > 0) {
      const limit = Math.min(PAGE, left)
      const page = await query(collection, index, { ...range, limit, after })
      yield* page.items
      if (page.next === undefined) return
      left -= page.items.length
      after = page.next
    }
  },
  insertIfAbsent: (collection, document) => unless(DocumentExists, () => insert(collection, document)),
  replaceIfUnchanged: (collection, document) => unless(VersionChanged, () => replace(collection, document)),
  removeIfUnchanged: async (collection, document) =>
    (await unless(VersionChanged, async () => {
      await remove(collection, document)
      return true
    })) ?? false,
})

/** Null where another was faster. */
async function unless<T>(
  faster: typeof DocumentExists | typeof VersionChanged,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof faster) return null
    throw error
  }
}

/** Many documents where only one at a time is read, one after the other. */
export const oneByOne =
  (get: Reads['get']): Reads['getMany'] =>
  async <C extends CollectionName>(
    collection: C,
    ids: readonly string[],
  ): Promise<(Documents[C] | null)[]> => {
    const found = new Map<string, Documents[C] | null>()
    for (const id of idsOf(ids)) found.set(id, await get(collection, id))
    return ids.map((id) => found.get(id) ?? null)
  }

/** Documents by any number of ids, in their order, a hundred in one call. */
export async function getAll<C extends CollectionName>(
  reads: Reads,
  collection: C,
  ids: readonly string[],
): Promise<(Documents[C] | null)[]> {
  const found: (Documents[C] | null)[] = []
  for (let from = 0; from < ids.length; from += MOST_IDS)
    found.push(...(await reads.getMany(collection, ids.slice(from, from + MOST_IDS))))
  return found
}

/** A document in the place of the one that was read, or new where none was found. */
export const upsertOf =
  ({ insert, replace }: Pick<Writes, 'insert' | 'replace'>): Writes['upsert'] =>
  async <C extends CollectionName>(
    collection: C,
    before: Documents[C] | null,
    document: New<Documents[C]>,
  ): Promise<Documents[C]> => {
    if (before)
      return replace(collection, { ...document, version: before.version } as unknown as Documents[C])
    try {
      return await insert(collection, document)
    } catch (error) {
      // Two callers meet on a document that neither found: the second reads again, as if its version had changed.
      throw error instanceof DocumentExists ? new VersionChanged(error.collection, error.id) : error
    }
  }

/** A platform without locks sees a conflict where both write: the document is written as it stands. */
export const assertOf =
  ({ replace }: Pick<Writes, 'replace'>): Transaction['assert'] =>
  async (collection, document) => {
    await replace(collection, document)
  }

/** Reads and writes again when another write came first, a bounded number of times; then refuses with BUSY. */
export const settled = <T>(attempt: () => Promise<T>): Promise<T> =>
  retried({
    attempt,
    isConflict: (error) => error instanceof VersionChanged,
    exhausted: () => refuse('BUSY', {}),
  })
