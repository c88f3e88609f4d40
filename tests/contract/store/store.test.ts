// The drivers of the store: the one that is deployed, through the real SDK on the local cloud; the local cloud's engine
// alone, for what has to meet really; and the simulation's.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sdk from 'wx-server-sdk'
import { startCloud } from '../../../local/cloud'
import { collections, declarations } from '../../../server/collections'
import { cloudbaseStore } from '../../../server/kernel/store/cloudbase'
import type { CollectionList } from '../../../server/kernel/store/collections'
import { newTally, tallied } from '../../../server/kernel/store/tallied'
import { engineStore } from '../../harness/engine-store'
import { memoryStore } from '../../simulation/memory-store'
import type { Kept } from './earlier-shapes'
import { storeContract } from './store-contract'

storeContract('cloudbase', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-store-'))
  const cloud = await startCloud({
    dataDir: path.join(folder, 'data'),
    functionsDir: path.join(__dirname, '../cloud/functions'),
    collections: declarations,
  })
  Object.assign(process.env, cloud.env())
  const under = (list: CollectionList): Kept => ({
    store: cloudbaseStore(list),
    keep: async (collection, raw) => void (await sdk.database().collection(collection).add({ data: raw })),
  })
  return {
    ...under(collections),
    under,
    async close() {
      await cloud.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})

storeContract('the engine alone', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-engine-'))
  const store = engineStore({ file: path.join(folder, 'journal.jsonl') })
  const under = (list: CollectionList): Kept => ({ store: store.under(list), keep: store.keep })
  return {
    ...under(collections),
    under,
    async close() {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})

storeContract('in memory', async () => {
  const under = (list: CollectionList): Kept => {
    const store = memoryStore(() => 'none', list)
    return { store, keep: async (collection, raw) => store.keep(collection, raw) }
  }
  return { ...under(collections), under, close: async () => undefined }
})

storeContract('counted', async () => {
  const under = (list: CollectionList): Kept => {
    const store = memoryStore(() => 'none', list)
    return {
      store: tallied(store, newTally()),
      keep: async (collection, raw) => store.keep(collection, raw),
    }
  }
  return { ...under(collections), under, close: async () => undefined }
})
