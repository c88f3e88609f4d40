// A second driver of the store's port, in memory: ten thousand histories in seconds. It is under the contract of every
// driver (tests/contract/store), and breaks down when it is told to.
import { collections } from '../../server/collections'
import { refuse } from '../../server/kernel/refused'
import { askedOf, type Cursor, cursorAfter, sortOf, storable } from '../../server/kernel/store/asked'
import { type Raw, stamped, upgraded } from '../../server/kernel/store/collection'
import {
  type CollectionList,
  type CollectionName,
  type Documents,
  fieldsOf,
} from '../../server/kernel/store/collections'
import { assertOf, idiomsOf, oneByOne, upsertOf } from '../../server/kernel/store/idioms'
import {
  type Counted,
  DocumentExists,
  type Page,
  type Query,
  type Store,
  type Stored,
  type Transaction,
  VersionChanged,
} from '../../server/kernel/store/port'
import { ATTEMPTS } from '../../server/kernel/store/retry'

/** Documents by their collections; null for one that a transaction removes. */
class Kept {
  private readonly shelves = new Map<CollectionName, Map<string, Stored | null>>()

  /** Undefined for a document of which nothing is known here. */
  get(collection: CollectionName, id: string): Stored | null | undefined {
    return this.shelves.get(collection)?.get(id)
  }

  set(collection: CollectionName, id: string, document: Stored | null): void {
    const shelf = this.shelves.get(collection) ?? new Map<string, Stored | null>()
    this.shelves.set(collection, shelf.set(id, document))
  }

  setAll(staged: Kept): void {
    for (const [collection, shelf] of staged.shelves)
      for (const [id, document] of shelf) this.set(collection, id, document)
  }

  /** Documents are replaced and never changed, so both may hold the same ones. */
  copy(): Kept {
    const copy = new Kept()
    for (const [collection, shelf] of this.shelves) copy.shelves.set(collection, new Map(shelf))
    return copy
  }

  ids(): string[] {
    return [...this.shelves.values()].flatMap((shelf) => [...shelf.keys()])
  }

  all(collection: CollectionName): Stored[] {
    return [...(this.shelves.get(collection)?.values() ?? [])].filter((document) => document !== null)
  }
}

/** The fate of a transaction: another was faster, or it committed and its answer was lost. */
export type Fault = 'none' | 'conflict' | 'answer-lost'

/** The transaction committed, and its caller does not know. */
export class AnswerLost extends Error {}

const shaped = <C extends CollectionName>(list: CollectionList, collection: C, raw: Stored): Documents[C] =>
  upgraded<Documents[C]>(list[collection], raw as Stored & Raw)

function transactionOn(list: CollectionList, kept: Kept, staged: Kept): Transaction {
  const find = (collection: CollectionName, id: string): Stored | null => {
    const found = staged.get(collection, id)
    return (found === undefined ? kept.get(collection, id) : found) ?? null
  }
  const stage = (collection: CollectionName, document: Stored): void => {
    staged.set(collection, document._id, stamped(list[collection], storable(document)))
  }
  const get: Transaction['get'] = async <C extends CollectionName>(
    collection: C,
    id: string,
  ): Promise<Documents[C] | null> => {
    const found = find(collection, id)
    return found && shaped(list, collection, found)
  }
  const operations: Omit<Transaction, 'upsert' | 'assert'> = {
    get,
    getMany: oneByOne(get),
    async insert(collection, document) {
      if (find(collection, document._id)) throw new DocumentExists(collection, document._id)
      const stored = { ...document, version: 1 } as unknown as Documents[typeof collection]
      stage(collection, stored)
      return stored
    },
    async replace(collection, document) {
      if (find(collection, document._id)?.version !== document.version)
        throw new VersionChanged(collection, document._id)
      const stored = { ...document, version: document.version + 1 }
      stage(collection, stored)
      return stored
    },
    async remove(collection, document) {
      if (find(collection, document._id)?.version !== document.version)
        throw new VersionChanged(collection, document._id)
      staged.set(collection, document._id, null)
    },
  }
  return { ...operations, upsert: upsertOf(operations), assert: assertOf(operations) }
}

export interface MemoryStore extends Store {
  all<C extends CollectionName>(collection: C): Documents[C][]
  /** Keeps a document as an earlier program left it. */
  keep(collection: CollectionName, raw: Raw & Stored): void
  /** Of all documents, of those too that were removed. */
  ids(): string[]
  /** A store of its own with the same documents; what is written to one of them is not in the other. */
  twin(): MemoryStore
}

/** Transactions wait for each other, so that two meet only where a fault says that they did. */
export const memoryStore = (
  faultOf: () => Fault = () => 'none',
  list: CollectionList = collections,
): MemoryStore => storeOf(new Kept(), faultOf, list)

function storeOf(kept: Kept, faultOf: () => Fault, list: CollectionList): MemoryStore {
  const operations = transactionOn(list, kept, kept)
  // As on the platform, an index sees a document as it is stored.
  const query: Store['query'] = async (collection, index, asked) => {
    const fields = fieldsOf(list, collection, index)
    const { items, ...next } = pageOf(kept.all(collection), { fields, query: asked })
    return { items: items.map((raw) => shaped(list, collection, raw)), ...next }
  }
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    ...operations,
    ...idiomsOf({ ...operations, query }),
    collections: list,
    all: (collection) => kept.all(collection).map((raw) => shaped(list, collection, raw)),
    keep: (collection, raw) => void kept.set(collection, raw._id, raw),
    ids: () => kept.ids(),
    twin: () => storeOf(kept.copy(), faultOf, list),
    query,
    count: async (collection, index, asked, most) =>
      Math.min(most, foundIn(kept.all(collection), fieldsOf(list, collection, index), asked).length),
    transact: (work) =>
      inTurn(async () => {
        for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
          const staged = new Kept()
          const fault = faultOf()
          try {
            const result = await work(transactionOn(list, kept, staged))
            if (fault === 'conflict') continue
            kept.setAll(staged)
            if (fault === 'answer-lost') throw new AnswerLost()
            return result
          } catch (error) {
            if (!(error instanceof VersionChanged)) throw error
          }
        }
        return refuse('BUSY', {})
      }),
  }
}

function pageOf<D extends Stored>(
  documents: readonly D[],
  { fields, query }: { fields: ReturnType<typeof fieldsOf>; query: Query },
): Page<D> {
  const { sort, limit, cursor } = askedOf(fields, query)
  const sign = sort.direction === 'asc' ? 1 : -1
  const order = (a: Cursor, b: Cursor): number => sign * compare(a.value, b.value) || compare(a.id, b.id)
  const placeOf = (document: D): Cursor => ({ value: valueAt(document, sort.path), id: document._id })
  const found = foundIn(documents, fields, query)
    .filter((document) => cursor === null || order(placeOf(document), cursor) > 0)
    .sort((a, b) => order(placeOf(a), placeOf(b)))
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return last && limit < found.length ? { items, next: cursorAfter(last, sort) } : { items }
}

/** All that a query finds, in no order. */
function foundIn<D extends Stored>(
  documents: readonly D[],
  fields: ReturnType<typeof fieldsOf>,
  query: Counted,
): D[] {
  const { path } = sortOf(fields, query)
  const equals = Object.entries(query.equals)
  return documents
    .filter((document) => equals.every(([field, equal]) => valueAt(document, field) === equal))
    .filter((document) => query.from === undefined || valueAt(document, path) >= query.from)
    .filter((document) => query.before === undefined || valueAt(document, path) < query.before)
}

const valueAt = (document: Stored, path: string): string | number =>
  (document as unknown as Record<string, unknown>)[path] as string | number

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
