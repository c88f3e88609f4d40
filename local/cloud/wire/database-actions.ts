import { errors } from '../errors'
import type { Filter } from '../store/conditions'
import type { Order } from '../store/plan'
import type { Change, Store } from '../store/store'
import type { Operators } from '../store/update'
import { decode, encode } from './ejson'

/** Fields of a request to the database, as the SDK names them. */
export interface DatabaseRequest {
  action: string
  collectionName?: string
  transactionId?: string
  query?: string
  order?: string
  projection?: string
  data?: string | string[]
  queryType?: string
  limit?: number
  offset?: number
  /** false: `data` is the whole new document. */
  merge?: boolean
  upsert?: boolean
}

type Action = (store: Store, request: DatabaseRequest, now: number) => object | Promise<object>

const filterOf = ({ query }: DatabaseRequest, now: number): Filter => (query ? decode(query, now) : {})

export const databaseActions: Record<string, Action> = {
  'database.insertDocument': async (store, { collectionName = '', data, transactionId }, now) => {
    const documents = (data as string[]).map((text) => decode(text, now))
    return { data: { insertedIds: await store.insert(collectionName, documents, transactionId) } }
  },

  'database.getDocument': (store, request, now) => {
    const { collectionName = '', transactionId, order, limit } = request
    if (request.offset) throw errors.unsupported('skip: page by key')
    if (request.projection) throw errors.unsupported('field: a projection')
    const find = {
      filter: filterOf(request, now),
      ...(order ? { order: decode(order, now) as Order } : {}),
      ...(limit === undefined ? {} : { limit }),
    }
    return { data: { list: store.find(collectionName, find, transactionId).map(encode) } }
  },

  'database.calculateDocument': (store, request, now) => {
    if (request.transactionId) throw errors.unsupported('a count inside a transaction')
    return { data: { total: store.count(request.collectionName ?? '', filterOf(request, now)) } }
  },

  'database.modifyDocument': async (store, request, now) => {
    const { collectionName = '', transactionId } = request
    const wanted = { filter: filterOf(request, now), change: changeOf(request, now) }
    const { updated, createdId } = await store.change(collectionName, wanted, transactionId)
    return { data: { updated, ...(createdId === undefined ? {} : { upsert_id: createdId }) } }
  },

  'database.removeDocument': async (store, request, now) => {
    const { collectionName = '', transactionId } = request
    return { data: { deleted: await store.remove(collectionName, filterOf(request, now), transactionId) } }
  },

  'database.startTransaction': (store) => ({ transactionId: store.begin() }),

  'database.commitTransaction': (store, { transactionId = '' }) => {
    store.commit(transactionId)
    return {}
  },

  'database.abortTransaction': (store, { transactionId = '' }) => {
    store.abort(transactionId)
    return {}
  },
}

function changeOf({ data, merge, upsert }: DatabaseRequest, now: number): Change {
  const given = decode(data as string, now)
  if (merge && upsert) throw errors.unsupported('an update that creates what it does not find')
  return merge ? { kind: 'update', operators: given as Operators } : { kind: 'set', document: given }
}
