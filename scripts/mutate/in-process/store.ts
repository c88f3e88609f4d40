// The driver in memory in the place of CloudBase's, while mutants are tried: the same use cases and tests, without the wire.

import cloud from 'wx-server-sdk'
import type { OperationCounts } from '../../../local/cloud/operations'
import type { CollectionList } from '../../../server/kernel/store/collections'
import type { Store } from '../../../server/kernel/store/port'
import { observed } from '../../../tests/harness/counted-store'
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

const KINDS = {
  get: 'reads',
  getMany: 'queries',
  count: 'queries',
  query: 'queries',
  insert: 'writes',
  replace: 'writes',
  remove: 'writes',
  upsert: 'writes',
} as const

function countedStore(inner: Store): Store {
  const counting = observed(inner, ({ name }, carryOut) => {
    counts[KINDS[name]] += 1
    return carryOut()
  })
  return {
    ...counting,
    transact(work) {
      counts.transactions += 1
      return counting.transact(work)
    },
  }
}
