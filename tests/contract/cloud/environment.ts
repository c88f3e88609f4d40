// One suite, two clouds: the local one always, a real environment where its name and keys are configured.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type CollectionDeclaration, type LocalCloud, startCloud } from '../../../local/cloud'

export const COLLECTIONS: readonly CollectionDeclaration[] = [
  {
    name: 'contract-items',
    indexes: [
      {
        name: 'byOwner',
        fields: [
          { path: 'owner', direction: 'asc' },
          { path: 'rank', direction: 'asc' },
        ],
      },
    ],
  },
]

export interface Environment {
  /** null on a real environment. */
  local: LocalCloud | null
  stop(): Promise<void>
}

export async function openEnvironment(): Promise<Environment> {
  const { XUESHI_CLOUD_ENV, XUESHI_SECRET_ID, XUESHI_SECRET_KEY } = process.env
  if (XUESHI_CLOUD_ENV && XUESHI_SECRET_ID && XUESHI_SECRET_KEY) {
    Object.assign(process.env, {
      TENCENTCLOUD_SECRETID: XUESHI_SECRET_ID,
      TENCENTCLOUD_SECRETKEY: XUESHI_SECRET_KEY,
      TCB_ENV: XUESHI_CLOUD_ENV,
    })
    return { local: null, stop: async () => undefined }
  }
  const dataDir = mkdtempSync(path.join(tmpdir(), 'xueshi-contract-'))
  const local = await startCloud({
    dataDir,
    functionsDir: path.join(__dirname, 'functions'),
    collections: COLLECTIONS,
  })
  Object.assign(process.env, local.env())
  return {
    local,
    async stop() {
      await local.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
