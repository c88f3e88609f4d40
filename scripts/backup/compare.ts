import { isDeepStrictEqual } from 'node:util'
import type { DocumentStore, Kept } from './port'

export type Difference = 'missing' | 'extra' | 'different'

const PAGE = 100

/**
 * What tells the documents of an environment from those of a backup, both in the order of their ids. The order of fields
 * in a document is no difference.
 */
export async function* differences(
  kept: AsyncIterator<Kept, void, undefined>,
  there: AsyncIterator<Kept, void, undefined>,
): AsyncGenerator<[Difference, id: string], void, undefined> {
  let [ours, theirs] = [await kept.next(), await there.next()]
  while (!ours.done || !theirs.done) {
    const order = orderOf(ours.done ? null : ours.value._id, theirs.done ? null : theirs.value._id)
    if (order < 0 && !ours.done) yield ['missing', ours.value._id]
    if (order > 0 && !theirs.done) yield ['extra', theirs.value._id]
    if (order === 0 && !ours.done && !isDeepStrictEqual(ours.value, theirs.value))
      yield ['different', ours.value._id]
    if (order <= 0) ours = await kept.next()
    if (order >= 0) theirs = await there.next()
  }
}

/** By code points, as a store sorts; null, the end, comes last. */
function orderOf(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/** Every document of a collection, page by page. */
export async function* documentsOf(
  store: Pick<DocumentStore, 'page'>,
  collection: string,
): AsyncGenerator<Kept, void, undefined> {
  let after = ''
  for (;;) {
    const page = await store.page(collection, after, PAGE)
    if (page.length === 0) return
    yield* page
    after = page.at(-1)?._id ?? after
  }
}
