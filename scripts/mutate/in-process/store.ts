// The driver in memory in the place of CloudBase's, while mutants are tried: the same use cases and tests, without the wire.

import cloud from 'wx-server-sdk'
import type { OperationCounts } from '../../../local/cloud/operations'
import type { CollectionList } from '../../../server/kernel/store/collections'
import { idiomsOf, upsertOf } from '../../../server/kernel/store/idioms'
import type { Store, Transaction } from '../../../server/kernel/store/port'
import { memoryStore } from '../../../tests/simulation/memory-store'

const none = (): OperationCounts => ({ reads: 0, writes: 0, queries: 0, transactions: 0, byAction: {} })

let counts = none()
let store: Store | null = null

/** The operations asked of the store since the last reset, as the local cloud counts them. */
export const operations = {
  reset(): void {
    counts = none()
  },
  read: (): OperationCounts => structuredClone(counts),
}

export function emptied(): void {
  store = null
  counts = none()
}

/** Takes the place of the function of that name, so that every caller in this process gets the one store of it. */
export function cloudbaseStore(list: CollectionList): Store {
  // The ports still speak to the platform, which the driver of the wire introduces this process to.
  cloud.init({ env: process.env.TCB_ENV ?? '' })
  store ??= countedStore(memoryStore(() => 'none', list))
  return store
}

function countedStore(inner: Store): Store {
  const operations = counted(inner)
  const query: Store['query'] = (...asked) => {
    counts.queries += 1
    return inner.query(...asked)
  }
  return {
    ...operations,
    ...idiomsOf({ ...operations, query }),
    collections: inner.collections,
    query,
    transact(work) {
      counts.transactions += 1
      return inner.transact((tx) => work(counted(tx)))
    },
  }
}

function counted(inner: Omit<Transaction, 'upsert'>): Transaction {
  const operations: Omit<Transaction, 'upsert'> = {
    get: (...asked) => {
      counts.reads += 1
      return inner.get(...asked)
    },
    insert: (...asked) => {
      counts.writes += 1
      return inner.insert(...asked)
    },
    replace: (...asked) => {
      counts.writes += 1
      return inner.replace(...asked)
    },
    remove: (...asked) => {
      counts.writes += 1
      return inner.remove(...asked)
    },
  }
  return { ...operations, upsert: upsertOf(operations) }
}
