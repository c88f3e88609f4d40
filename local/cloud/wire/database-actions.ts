import { errors } from '../errors'
import type { Filter, Order } from '../store/plan'
import type { Store } from '../store/store'
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
  multi?: boolean
  merge?: boolean
  upsert?: boolean
}

type Action = (store: Store, request: DatabaseRequest, now: number) => object | Promise<object>

const filterOf = (request: DatabaseRequest, now: number): Filter =>
  request.query ? decode(request.query, now) : {}

export const databaseActions: Record<string, Action> = {
  'database.insertDocument': async (store, request, now) => {
    const documents = (request.data as string[]).map((text) => decode(text, now))
    return {
      data: {
        insertedIds: await store.insert(request.collectionName ?? '', documents, request.transactionId),
      },
    }
  },

  'database.getDocument': (store, request, now) => {
    if (request.offset) throw errors.unsupported('skip: page by key')
    const found = store.find(
      request.collectionName ?? '',
      {
        filter: filterOf(request, now),
        ...(request.order ? { order: decode(request.order, now) as Order } : {}),
        ...(request.limit === undefined ? {} : { limit: request.limit }),
        ...(request.projection
          ? { projection: decode(request.projection, now) as Record<string, 0 | 1> }
          : {}),
      },
      request.transactionId,
    )
    return { data: { list: found.map(encode) } }
  },

  'database.modifyDocument': async (store, request, now) => {
    const change = {
      filter: filterOf(request, now),
      data: decode(request.data as string, now),
      merge: request.merge ?? false,
      upsert: request.upsert ?? false,
      multi: request.multi ?? false,
    }
    return { data: await store.modify(request.collectionName ?? '', change, request.transactionId) }
  },

  'database.removeDocument': async (store, request, now) => ({
    data: {
      deleted: await store.remove(
        request.collectionName ?? '',
        filterOf(request, now),
        request.transactionId,
      ),
    },
  }),

  'database.startTransaction': (store) => ({ transactionId: store.begin() }),

  'database.commitTransaction': (store, request) => {
    store.commit(request.transactionId ?? '')
    return {}
  },

  'database.abortTransaction': (store, request) => {
    store.abort(request.transactionId ?? '')
    return {}
  },
}
