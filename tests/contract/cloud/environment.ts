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

const { XUESHI_CLOUD_ENV, XUESHI_SECRET_ID, XUESHI_SECRET_KEY } = process.env
const REAL =
  XUESHI_CLOUD_ENV && XUESHI_SECRET_ID && XUESHI_SECRET_KEY
    ? { envId: XUESHI_CLOUD_ENV, secretId: XUESHI_SECRET_ID, secretKey: XUESHI_SECRET_KEY }
    : null

export interface Environment {
  envId: string
  /** Throws on a real environment: tests that need it are `testLocally`. */
  local(): LocalCloud
  stop(): Promise<void>
}

/** A test that a real environment cannot run, and why; there it is skipped under that reason. */
export const testLocally = (name: string, reason: string, work: () => Promise<void>): void => {
  if (REAL) test.skip(`${name} (skipped: ${reason})`, work)
  else test(name, work)
}

export const openEnvironment = (): Promise<Environment> => (REAL ? openReal(REAL) : openLocal())

async function openLocal(): Promise<Environment> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'xueshi-contract-'))
  const functionsDir = path.join(__dirname, 'functions')
  const functions = {
    echo: { timeoutSeconds: 2, memoryMegabytes: 256 },
    writer: { timeoutSeconds: 10, memoryMegabytes: 256 },
  }
  const templates = { T: ['thing1', 'phrase3'] }
  const local = await startCloud({ dataDir, functionsDir, functions, templates, collections: COLLECTIONS })
  Object.assign(process.env, local.env())
  return {
    envId: local.envId,
    local: () => local,
    async stop() {
      await local.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Collections of the suite are made where they are missing; the index must be made once, by hand, in the console. */
async function openReal({ envId, secretId, secretKey }: NonNullable<typeof REAL>): Promise<Environment> {
  const keys = { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey, TCB_ENV: envId }
  Object.assign(process.env, keys)
  const environment: Environment = {
    envId,
    local() {
      throw new Error('this is a real environment')
    },
    stop: async () => undefined,
  }
  const { sdkOn } = await import('./sdk')
  const { db } = await sdkOn(environment)
  for (const { name } of COLLECTIONS) await db.createCollection(name).catch(() => undefined)
  return environment
}
