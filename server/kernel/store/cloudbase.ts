import cloud from 'wx-server-sdk'
import { cloudEnvironment } from '../config'
import { refuse } from '../refused'
import { askedOf, cursorAfter, idsOf, sortOf, storable } from './asked'
import { type Fields, type Raw, stamped, upgraded } from './collection'
import { type CollectionList, type CollectionName, type Documents, fieldsOf } from './collections'
import { assertOf, idiomsOf, oneByOne, upsertOf } from './idioms'
import {
  type Counted,
  DocumentExists,
  type New,
  type Page,
  type Query,
  type Reads,
  type Store,
  type Stored,
  type Transaction,
  VersionChanged,
  type Writes,
} from './port'
import { retried } from './retry'

type Database = ReturnType<typeof cloud.database>
type Holder = Pick<Database, 'collection'>

let database: Database | null = null

/** One connection an instance; missing documents read as nothing. */
function connected(): Database {
  if (!database) {
    cloud.init({ env: cloudEnvironment() ?? (cloud.DYNAMIC_CURRENT_ENV as unknown as string) })
    database = cloud.database({ throwOnNotFound: false } as Parameters<typeof cloud.database>[0])
  }
  return database
}

export function cloudbaseStore(list: CollectionList): Store {
  const db = connected()
  const writes = writesOf(list, db, false)
  const query: Store['query'] = (collection, index, asked) =>
    queryPage(db, { list, collection, fields: fieldsOf(list, collection, index), query: asked })
  return {
    get: getOf(list, db),
    getMany: (collection, ids) => readMany(db, { list, collection, ids }),
    ...writes,
    ...idiomsOf({ ...writes, query }),
    collections: list,
    query,
    count: (collection, index, asked, most) =>
      countOf(db, { collection, fields: fieldsOf(list, collection, index), query: asked, most }),
    transact: (work) =>
      retried({
        attempt: () => runTransaction(list, db, work),
        isConflict: (error) => isConflict(error) || error instanceof VersionChanged,
        exhausted: () => refuse('BUSY', {}),
      }),
  }
}

const getOf =
  (list: CollectionList, holder: Holder): Reads['get'] =>
  async <C extends CollectionName>(collection: C, id: string): Promise<Documents[C] | null> => {
    // An empty id would name the collection itself.
    if (id === '') return null
    const { data } = (await holder.collection(collection).doc(id).get()) as { data?: Raw | null }
    return data ? upgraded<Documents[C]>(list[collection], data) : null
  }

/** A transaction reads one document by its id, and nothing else. */
function readsWithin(list: CollectionList, transaction: Holder): Reads {
  const get = getOf(list, transaction)
  return { get, getMany: oneByOne(get) }
}

/** The platform answers in the order of its index, and without those that are missing. */
async function readMany<C extends CollectionName>(
  db: Database,
  { list, collection, ids }: { list: CollectionList; collection: C; ids: readonly string[] },
): Promise<(Documents[C] | null)[]> {
  const asked = idsOf(ids)
  if (asked.length === 0) return ids.map(() => null)
  const found = db
    .collection(collection)
    .where({ _id: db.command.in(asked) })
    .limit(asked.length)
  const { data } = (await found.get()) as unknown as { data: StoredRaw[] }
  const byId = new Map(data.map((raw) => [raw._id, upgraded<Documents[C]>(list[collection], raw)]))
  return ids.map((id) => byId.get(id) ?? null)
}

interface CountOf {
  collection: CollectionName
  fields: Fields
  query: Counted
  most: number
}

async function countOf(db: Database, { collection, fields, query, most }: CountOf): Promise<number> {
  const sort = sortOf(fields, query)
  const bounds = rangeOf(query, db.command)
  const where = { ...query.equals, ...(bounds ? { [sort.path]: bounds } : {}) }
  const { total } = (await db.collection(collection).where(where).count()) as { total: number }
  return Math.min(total, most)
}

function writesOf(list: CollectionList, holder: Holder, inTransaction: boolean): Writes {
  const writes: Omit<Writes, 'upsert'> = {
    async insert<C extends CollectionName>(
      collection: C,
      document: New<Documents[C]>,
    ): Promise<Documents[C]> {
      const data = { ...document, version: 1 } as unknown as Documents[C]
      try {
        await holder.collection(collection).add({ data: storable(stamped(list[collection], data)) })
      } catch (error) {
        if (isDuplicate(error)) throw new DocumentExists(collection, (document as unknown as Stored)._id)
        throw error
      }
      return data
    },

    async replace<C extends CollectionName>(collection: C, document: Documents[C]): Promise<Documents[C]> {
      const next = { ...document, version: document.version + 1 } as Documents[C]
      const { _id, ...fields } = storable(stamped(list[collection], next)) as unknown as Stored &
        Record<string, unknown>
      if (inTransaction) {
        // The transaction's own snapshot keeps it conditional: another write meanwhile makes the commit conflict.
        await holder.collection(collection).doc(_id).set({ data: fields })
        return next
      }
      const { set, remove } = connected().command
      // A nested object would be flattened to dotted paths, and keep removed fields: each field is set whole.
      const whole = Object.fromEntries(
        Object.entries(fields).map(([field, value]): [string, unknown] => [field, set(value)]),
      )
      for (const field of list[collection].dropped) whole[field] = remove()
      const { stats } = (await connected()
        .collection(collection)
        .where({ _id, version: document.version })
        .update({ data: whole })) as unknown as { stats: { updated: number } }
      if (stats.updated === 0) throw new VersionChanged(collection, _id)
      return next
    },

    async remove<C extends CollectionName>(collection: C, { _id, version }: Documents[C]): Promise<void> {
      if (inTransaction) {
        await holder.collection(collection).doc(_id).remove()
        return
      }
      const { stats } = (await connected()
        .collection(collection)
        .where({ _id, version })
        .remove()) as unknown as { stats: { removed: number } }
      if (stats.removed === 0) throw new VersionChanged(collection, _id)
    },
  }
  return { ...writes, upsert: upsertOf(writes) }
}

async function runTransaction<T>(
  list: CollectionList,
  db: Database,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  // The SDK wraps an exception of its callback; the original is kept beside it.
  let thrown: { error: unknown } | null = null
  try {
    return (await db.runTransaction(async (transaction: unknown) => {
      try {
        const holder = transaction as Holder
        const writes = writesOf(list, holder, true)
        return await work({ ...readsWithin(list, holder), ...writes, assert: assertOf(writes) })
      } catch (error) {
        thrown = { error }
        throw error
      }
    }, 1)) as T
  } catch (error) {
    throw thrown ? (thrown as { error: unknown }).error : error
  }
}

type StoredRaw = Raw & Pick<Stored, '_id'>

interface QueryOf<C extends CollectionName> {
  list: CollectionList
  collection: C
  fields: Fields
  query: Query
}

/**
 * Pages by key: first the rest of the documents that share the last one's sort value, then the documents after it.
 */
async function queryPage<C extends CollectionName>(
  db: Database,
  { list, collection, fields, query }: QueryOf<C>,
): Promise<Page<Documents[C]>> {
  const { sort, limit, cursor } = askedOf(fields, query)
  const { command } = db
  const read = async (
    condition: object,
    by: readonly (readonly [string, 'asc' | 'desc'])[],
    most: number,
  ): Promise<StoredRaw[]> => {
    let found = db.collection(collection).where({ ...query.equals, ...condition })
    for (const [path, direction] of by) found = found.orderBy(path, direction)
    return ((await found.limit(most).get()) as unknown as { data: StoredRaw[] }).data
  }
  const bounds = rangeOf(query, command)
  const items: StoredRaw[] = []
  const isById = sort.path === '_id'
  if (cursor && !isById)
    items.push(
      ...(await read({ [sort.path]: cursor.value, _id: command.gt(cursor.id) }, [['_id', 'asc']], limit + 1)),
    )
  if (items.length <= limit) {
    const beyond = cursor
      ? sort.direction === 'asc'
        ? command.gt(cursor.value)
        : command.lt(cursor.value)
      : null
    const range = beyond && bounds ? bounds.and(beyond) : (beyond ?? bounds)
    items.push(
      ...(await read(
        range ? { [sort.path]: range } : {},
        // Ties in the order of their ids, because a page that ends between two of them goes on by id.
        isById
          ? [['_id', 'asc']]
          : [
              [sort.path, sort.direction],
              ['_id', 'asc'],
            ],
        limit + 1 - items.length,
      )),
    )
  }
  const stored = items.slice(0, limit)
  const page = stored.map((raw) => upgraded<Documents[C]>(list[collection], raw))
  const last = stored.at(-1)
  if (items.length <= limit || !last) return { items: page }
  return { items: page, next: cursorAfter(last, sort) }
}

function rangeOf({ from, before }: Counted, command: Database['command']) {
  if (from !== undefined && before !== undefined) return command.gte(from).and(command.lt(before))
  if (from !== undefined) return command.gte(from)
  return before === undefined ? null : command.lt(before)
}

const textOf = (error: unknown): string => {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? String(error)
  return `${error.message} ${(error as { errMsg?: string }).errMsg ?? ''} ${(error as { code?: string }).code ?? ''}`
}

/** Two shapes are documented and both occur. */
export const isDuplicate = (error: unknown): boolean => /E11000|DATABASE_DUPLICATE_WRITE/.test(textOf(error))

/** The SDK strips the code of a conflict raised inside its callback; the message stays. */
const isConflict = (error: unknown): boolean =>
  /TransactionConflict|TRANSACTION_CONFLICT|TransactionNotExist/.test(textOf(error))
