// A store that counts what is asked of it: for the line of a call, and for the sums of all calls.
import type { CollectionName } from './collections'
import { idiomsOf } from './idioms'
import { type Reads, type Store, type Transaction, VersionChanged, type Writes } from './port'

/** What one call asked of the store until now. */
export interface Tally {
  /** Calls that read: documents by their ids, pages of queries, counts. */
  reads: number
  writes: number
  /** Writes and transactions that met another's, and began again or were given up. */
  conflicts: number
  transactions: number
  /** New documents by collection, of what was kept. */
  readonly inserted: Map<CollectionName, number>
}

export const newTally = (): Tally => ({
  reads: 0,
  writes: 0,
  conflicts: 0,
  transactions: 0,
  inserted: new Map(),
})

/**
 * The same store, and what it is asked written into a tally. Its idioms are built anew on the counted operations: each page
 * of `each` is a read.
 */
export function tallied(store: Store, tally: Tally): Store {
  const isKept = (collection: CollectionName): void => {
    tally.inserted.set(collection, (tally.inserted.get(collection) ?? 0) + 1)
  }
  const operations = counting(store, tally, { isKept, isConflict: () => (tally.conflicts += 1) })
  const query: Store['query'] = (collection, index, asked) => {
    tally.reads += 1
    return store.query(collection, index, asked)
  }
  const count: Store['count'] = (...asked) => {
    tally.reads += 1
    return store.count(...asked)
  }
  return {
    ...store,
    ...operations,
    ...idiomsOf({ ...store, ...operations, query }),
    query,
    count,
    transact: (work) => transacted(store, tally, { work, isKept }),
  }
}

interface Counting {
  isKept: (collection: CollectionName) => void
  isConflict: () => void
}

/** A transaction that runs again met another one; what its earlier runs inserted was never kept. */
async function transacted<T>(
  store: Store,
  tally: Tally,
  { work, isKept }: { work: (tx: Transaction) => Promise<T> } & Pick<Counting, 'isKept'>,
): Promise<T> {
  tally.transactions += 1
  let inserted: CollectionName[] = []
  let runs = 0
  const done = await store.transact((tx) => {
    inserted = []
    runs += 1
    if (runs > 1) tally.conflicts += 1
    const counted = counting(tx, tally, {
      isKept: (collection) => inserted.push(collection),
      isConflict: () => undefined,
    })
    const assert: Transaction['assert'] = (collection, document) => {
      tally.writes += 1
      return tx.assert(collection, document)
    }
    return work({ ...tx, ...counted, assert })
  })
  inserted.forEach(isKept)
  return done
}

const counting = (of: Reads & Writes, tally: Tally, { isKept, isConflict }: Counting): Reads & Writes => {
  const written = async <T>(work: Promise<T>): Promise<T> => {
    tally.writes += 1
    try {
      return await work
    } catch (error) {
      if (error instanceof VersionChanged) isConflict()
      throw error
    }
  }
  return {
    get: (collection, id) => {
      tally.reads += 1
      return of.get(collection, id)
    },
    getMany: (collection, ids) => {
      tally.reads += 1
      return of.getMany(collection, ids)
    },
    insert: async (collection, document) => {
      const kept = await written(of.insert(collection, document))
      isKept(collection)
      return kept
    },
    replace: (collection, document) => written(of.replace(collection, document)),
    remove: (collection, document) => written(of.remove(collection, document)),
    upsert: async (collection, before, document) => {
      const kept = await written(of.upsert(collection, before, document))
      if (before === null) isKept(collection)
      return kept
    },
  }
}
