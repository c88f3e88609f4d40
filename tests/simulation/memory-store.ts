// A second driver of the store's port, in memory: ten thousand histories in seconds. What a driver must do is tested
// on the real SDK; here it only has to keep the port's promises.
import {
  DocumentExists,
  type Store,
  type Stored,
  type Transaction,
  VersionChanged,
} from '../../server/store/port'
import type { CollectionName, Documents } from '../../server/store/schema'

type Kept = Map<string, Stored>

const keyOf = (collection: CollectionName, id: string): string => `${collection}/${id}`

function transactionOn(kept: Kept, staged: Kept): Transaction {
  const find = (key: string): Stored | null => staged.get(key) ?? kept.get(key) ?? null
  return {
    get: async <C extends CollectionName>(collection: C, id: string) =>
      find(keyOf(collection, id)) as Documents[C] | null,
    async insert(collection, document) {
      const key = keyOf(collection, document._id)
      if (find(key)) throw new DocumentExists(collection, document._id)
      const stored = { ...document, version: 1 } as unknown as Documents[typeof collection]
      staged.set(key, stored)
      return stored
    },
    async replace(collection, document) {
      const key = keyOf(collection, document._id)
      if (find(key)?.version !== document.version) throw new VersionChanged(collection, document._id)
      const stored = { ...document, version: document.version + 1 }
      staged.set(key, stored)
      return stored
    },
  }
}

/** One caller at a time, as a simulation is: transactions never meet. */
export function memoryStore(): Store {
  const kept: Kept = new Map()
  const direct = transactionOn(kept, kept)
  return {
    ...direct,
    query: () => {
      throw new Error('no query is needed to watch')
    },
    async transact(work) {
      const staged: Kept = new Map()
      const result = await work(transactionOn(kept, staged))
      for (const [key, document] of staged) kept.set(key, document)
      return result
    },
  }
}
