// Both drivers of the store: the one that is deployed, through the real SDK on the local cloud, and the simulation's.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sdk from 'wx-server-sdk'
import { startCloud } from '../../../local/cloud'
import { collections, declarations } from '../../../server/collections'
import { cloudbaseStore } from '../../../server/kernel/store/cloudbase'
import { memoryStore } from '../../simulation/memory-store'
import { storeContract } from './store-contract'

storeContract('cloudbase', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-store-'))
  const cloud = await startCloud({
    dataDir: path.join(folder, 'data'),
    functionsDir: path.join(__dirname, '../cloud/functions'),
    collections: declarations,
  })
  Object.assign(process.env, cloud.env())
  return {
    store: cloudbaseStore(collections),
    keep: async (collection, raw) => void (await sdk.database().collection(collection).add({ data: raw })),
    async close() {
      await cloud.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})

storeContract('in memory', async () => {
  const store = memoryStore()
  return {
    store,
    keep: async (collection, raw) => store.keep(collection, raw),
    close: async () => undefined,
  }
})
