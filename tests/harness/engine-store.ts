// The engine of the local cloud without wire and SDK: a driver whose transactions really run beside each other, each on
// its own snapshot, and whose every operation may take a round trip.
import type { Filter } from '../../local/cloud/store/conditions'
import type { Document } from '../../local/cloud/store/document'
import { Store as Engine } from '../../local/cloud/store/store'
import { collections, declarations } from '../../server/collections'
import { refuse } from '../../server/kernel/refused'
import { askedOf, cursorAfter, idsOf, sortOf, storable } from '../../server/kernel/store/asked'
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
  type New,
  type Page,
  type Query,
  type Store,
  type Stored,
  type Transaction,
  VersionChanged,
} from '../../server/kernel/store/port'
import { retried } from '../../server/kernel/store/retry'

interface Opening {
  /** Where the engine keeps its journal. */
  file: string
  list?: CollectionList
  /** Asked before each operation, as a call over a network would take its time. */
  roundTrip?: () => Promise<void>
  /** Told each time that a transaction begins, once more for each conflict. */
  onTransaction?: () => void
}

export interface EngineStore extends Store {
  close(): void
  /** The same documents under another program's declarations. */
  under(list: CollectionList): Store
  /** Keeps a document as an earlier program left it. */
  keep(collection: CollectionName, raw: Raw & Stored): Promise<void>
}

const here = async (): Promise<void> => undefined

export function engineStore({
  file,
  list = collections,
  roundTrip = here,
  onTransaction,
}: Opening): EngineStore {
  const engine = Engine.open(declarations, file)
  const under = (of: CollectionList): Store => storeOn({ engine, list: of, roundTrip, onTransaction })
  return {
    ...under(list),
    under,
    keep: async (collection, raw) => void (await engine.insert(collection, [{ ...raw }])),
    close: () => engine.close(),
  }
}

interface On {
  engine: Engine
  list: CollectionList
  roundTrip: () => Promise<void>
  onTransaction: (() => void) | undefined
}

function storeOn(on: On): Store {
  const { engine, list, roundTrip } = on
  const operations = operationsOn(on)
  const shaped = <C extends CollectionName>(collection: C, raw: Document): Documents[C] =>
    upgraded<Documents[C]>(list[collection], raw)
  const query: Store['query'] = async (collection, index, asked) => {
    await roundTrip()
    const { items, ...next } = pageOf(engine, collection, {
      fields: fieldsOf(list, collection, index),
      asked,
    })
    return { items: items.map((raw) => shaped(collection, raw)), ...next }
  }
  return {
    ...operations,
    async getMany(collection, ids) {
      const asked = idsOf(ids)
      if (asked.length === 0) return ids.map(() => null)
      await roundTrip()
      const found = engine.find(collection, { filter: { _id: { $in: asked } } })
      const byId = new Map(found.map((raw) => [raw._id, shaped(collection, raw)]))
      return ids.map((id) => byId.get(id) ?? null)
    },
    ...idiomsOf({ ...operations, query }),
    collections: list,
    query,
    async count(collection, index, asked, most) {
      await roundTrip()
      return Math.min(most, engine.count(collection, filterOf(fieldsOf(list, collection, index), asked)))
    },
    transact: (work) =>
      retried({
        attempt: () => attempt(on, work),
        isConflict: (error) => isConflict(error) || error instanceof VersionChanged,
        exhausted: () => refuse('BUSY', {}),
      }),
  }
}

async function attempt<T>(on: On, work: (tx: Transaction) => Promise<T>): Promise<T> {
  on.onTransaction?.()
  await on.roundTrip()
  const id = on.engine.begin()
  try {
    const result = await work(operationsOn(on, id))
    await on.roundTrip()
    on.engine.commit(id)
    return result
  } catch (error) {
    // A conflict has ended it already.
    if (!isConflict(error)) on.engine.abort(id)
    throw error
  }
}

function operationsOn({ engine, list, roundTrip }: On, transaction?: string): Transaction {
  const get: Transaction['get'] = async <C extends CollectionName>(
    collection: C,
    id: string,
  ): Promise<Documents[C] | null> => {
    if (id === '') return null
    await roundTrip()
    const [raw] = engine.find(collection, { filter: { _id: id } }, transaction)
    return raw ? upgraded<Documents[C]>(list[collection], raw) : null
  }
  const operations: Omit<Transaction, 'upsert' | 'assert'> = {
    get,
    getMany: oneByOne(get),
    async insert<C extends CollectionName>(
      collection: C,
      document: New<Documents[C]>,
    ): Promise<Documents[C]> {
      const stored = { ...document, version: 1 } as unknown as Documents[C]
      await roundTrip()
      try {
        await engine.insert(collection, [rawOf(list, collection, stored)], transaction)
      } catch (error) {
        throw isDuplicate(error) ? new DocumentExists(collection, stored._id) : error
      }
      return stored
    },
    async replace(collection, document) {
      const next = { ...document, version: document.version + 1 }
      const { _id, version } = document
      const { _id: _same, ...fields } = rawOf(list, collection, next)
      const gone = Object.fromEntries(list[collection].dropped.map((field) => [field, '']))
      const operators = { $set: fields, ...(Object.keys(gone).length > 0 ? { $unset: gone } : {}) }
      await roundTrip()
      const wanted = { filter: { _id, version }, change: { kind: 'update', operators } } as const
      const { updated } = await engine.change(collection, wanted, transaction)
      if (updated === 0) throw new VersionChanged(collection, _id)
      return next
    },
    async remove(collection, { _id, version }) {
      await roundTrip()
      const removed = await engine.remove(collection, { _id, version }, transaction)
      if (removed === 0) throw new VersionChanged(collection, _id)
    },
  }
  return { ...operations, upsert: upsertOf(operations), assert: assertOf(operations) }
}

const rawOf = (list: CollectionList, collection: CollectionName, document: Stored): Record<string, unknown> =>
  storable(stamped(list[collection], document)) as unknown as Record<string, unknown>

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code

const isConflict = (error: unknown): boolean =>
  codeOf(error) === 'DATABASE_TRANSACTION_CONFLICT' || codeOf(error) === 'DATABASE_TRANSACTION_FAIL'

const isDuplicate = (error: unknown): boolean => error instanceof Error && error.message.includes('E11000')

type Fields = ReturnType<typeof fieldsOf>

function filterOf(fields: Fields, query: Counted): Filter {
  const { path } = sortOf(fields, query)
  const { from, before, equals } = query
  const range = {
    ...(from === undefined ? {} : { $gte: from }),
    ...(before === undefined ? {} : { $lt: before }),
  }
  return { ...equals, ...(Object.keys(range).length > 0 ? { [path]: range } : {}) }
}

/** As the platform's driver: the rest of those that share the last one's sort value, then those after it. */
function pageOf(
  engine: Engine,
  collection: CollectionName,
  { fields, asked }: { fields: Fields; asked: Query },
): Page<Document> {
  const { sort, limit, cursor } = askedOf(fields, asked)
  const { path } = sort
  const isById = path === '_id'
  const direction = sort.direction === 'asc' ? 1 : -1
  const items: Document[] = []
  const read = (filter: Filter, order: Record<string, 1 | -1>): void => {
    items.push(...engine.find(collection, { filter, order, limit: limit + 1 - items.length }))
  }
  if (cursor && !isById) read({ ...asked.equals, [path]: cursor.value, _id: { $gt: cursor.id } }, { _id: 1 })
  if (items.length <= limit) {
    const beyond = cursor ? { [path]: direction === 1 ? { $gt: cursor.value } : { $lt: cursor.value } } : {}
    const filter = { $and: [filterOf(fields, asked), beyond].filter((part) => Object.keys(part).length > 0) }
    read(filter, isById ? { _id: 1 } : { [path]: direction, _id: 1 })
  }
  const page = items.slice(0, limit)
  const last = page.at(-1)
  if (items.length <= limit || !last) return { items: page }
  return { items: page, next: cursorAfter(last as unknown as Stored, sort) }
}
