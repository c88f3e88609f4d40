import type { Hashes } from '../ports/sealing'
import type { CollectionName, Documents } from './collections'
import type { New, Reads, Transaction } from './port'

/**
 * The first document that stands under one of these ids: while index keys are exchanged a thing may stand under either.
 * All are read in every case, because the work must not tell whether there is one.
 */
export async function foundUnder<C extends CollectionName>(
  reads: Reads,
  collection: C,
  ids: readonly string[],
): Promise<Documents[C] | null> {
  // All but while keys are exchanged.
  const [only] = ids
  if (only !== undefined && ids.length === 1) return reads.get(collection, only)
  const found: Documents[C][] = []
  for (const id of ids) {
    const document = await reads.get(collection, id)
    if (document) found.push(document)
  }
  return found[0] ?? null
}

/** Writes a document under its first id, in the place of what stood under any of them. */
export async function putUnder<C extends CollectionName>(
  tx: Transaction,
  collection: C,
  [id, ...others]: Hashes,
  document: Omit<New<Documents[C]>, '_id'>,
): Promise<Documents[C]> {
  const before = await tx.get(collection, id)
  for (const other of others) {
    const old = await tx.get(collection, other)
    if (old) await tx.remove(collection, old)
  }
  return tx.upsert(collection, before, { ...document, _id: id } as unknown as New<Documents[C]>)
}
