// Stores in which a test sees each operation that another one is asked for, within transactions too.
import { idiomsOf, oneByOne } from '../../server/kernel/store/idioms'
import type { Reads, Store, Writes } from '../../server/kernel/store/port'

export interface Operation {
  name: 'get' | 'getMany' | 'count' | 'insert' | 'replace' | 'remove' | 'upsert' | 'query'
  collection: string
}

/** Carries an operation out, or does not. */
export type Around = <T>(operation: Operation, carryOut: () => Promise<T>) => Promise<T>

/**
 * The same store, with something around each of its operations. Its idioms are built anew on these: each page of `each`
 * is a query.
 */
export function observed(store: Store, around: Around): Store {
  const operations = within(store, around)
  const query: Store['query'] = (collection, index, asked) =>
    around({ name: 'query', collection }, () => store.query(collection, index, asked))
  return {
    ...operations,
    // Nothing is asked where nothing is named.
    getMany: async (collection, ids) =>
      ids.length === 0 ? [] : around({ name: 'getMany', collection }, () => store.getMany(collection, ids)),
    count: (collection, index, asked, most) =>
      around({ name: 'count', collection }, () => store.count(collection, index, asked, most)),
    ...idiomsOf({ ...operations, query }),
    collections: store.collections,
    query,
    transact: (work) =>
      store.transact((tx) =>
        work({
          ...within(tx, around),
          assert: (collection, document) =>
            around({ name: 'replace', collection }, () => tx.assert(collection, document)),
        }),
      ),
  }
}

/** In a transaction each document is read by itself. */
function within(of: Reads & Writes, around: Around): Reads & Writes {
  const get: Reads['get'] = (collection, id) =>
    around({ name: 'get', collection }, () => of.get(collection, id))
  return {
    get,
    getMany: oneByOne(get),
    insert: (collection, document) =>
      around({ name: 'insert', collection }, () => of.insert(collection, document)),
    replace: (collection, document) =>
      around({ name: 'replace', collection }, () => of.replace(collection, document)),
    remove: (collection, document) =>
      around({ name: 'remove', collection }, () => of.remove(collection, document)),
    upsert: (collection, before, document) =>
      around({ name: 'upsert', collection }, () => of.upsert(collection, before, document)),
  }
}

/** A store that writes down what is asked of it. */
export const counted = (store: Store, done: string[]): Store =>
  observed(store, ({ name, collection }, carryOut) => {
    done.push(`${name} ${collection}`)
    return carryOut()
  })

export interface Price {
  operations: number
  documents: number
}

/** A store, and what has been asked of it until now. */
export function priced(store: Store): { store: Store; price: Price } {
  const price: Price = { operations: 0, documents: 0 }
  const around: Around = async ({ name }, carryOut) => {
    price.operations += 1
    const answer = await carryOut()
    price.documents += documentsIn(name, answer)
    return answer
  }
  return { store: observed(store, around), price }
}

function documentsIn(name: Operation['name'], answer: unknown): number {
  if (name === 'query') return (answer as { items: unknown[] }).items.length
  if (name === 'getMany') return (answer as unknown[]).filter((document) => document !== null).length
  return name === 'count' ? 0 : 1
}
