// Where documents are: the local cloud of this machine, or a real environment by its name.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { reachCloud, startCloud } from '../../local/cloud'
import { declarations } from '../../server/collections'
import type { VerifyingKey } from '../../server/kernel/ports/port'
import { cloudbaseDocuments } from './cloudbase'
import { publicKeysIn } from './manifest'
import { type DocumentStore, Undone } from './port'

export interface Environment {
  name: string
  store: DocumentStore
  /** Where its web function answers; null where that is not known. */
  webOrigin: string | null
  close(): Promise<void>
}

export const LOCAL = 'local'

/** `--data`: the folder of the local cloud. One that is not running runs for as long as the command does. */
export async function openEnvironment(name: string, dataDir: string): Promise<Environment> {
  return name === LOCAL ? openLocal(path.resolve(dataDir)) : openReal(name)
}

async function openLocal(dataDir: string): Promise<Environment> {
  const served = await reachCloud(dataDir)
  if (served) {
    Object.assign(process.env, served.env)
    return environmentOf(dataDir, { webOrigin: `${served.origin}/web`, close: async () => undefined })
  }
  // Without functions: nothing but this command writes meanwhile.
  const functionsDir = path.join(dataDir, 'no-functions')
  const cloud = await startCloud({ dataDir, functionsDir, collections: declarations })
  Object.assign(process.env, cloud.env())
  return environmentOf(dataDir, { webOrigin: null, close: () => cloud.stop() })
}

/** The name tells two local clouds apart, though both call their environment alike. */
const environmentOf = (dataDir: string, rest: Pick<Environment, 'webOrigin' | 'close'>): Environment => ({
  name: `${LOCAL}:${dataDir}`,
  store: cloudbaseDocuments(process.env.TCB_ENV ?? ''),
  ...rest,
})

async function openReal(name: string): Promise<Environment> {
  const missing = ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'].filter((key) => !process.env[key])
  if (missing.length > 0)
    throw new Undone(`环境 ${name} 要用密钥访问，请先设好环境变量 ${missing.join(' 和 ')}`)
  const { TCB_ENV = name } = process.env
  if (TCB_ENV !== name) throw new Undone(`环境变量 TCB_ENV 是 ${TCB_ENV}，命令里说的是 ${name}：请改成一样的`)
  process.env.TCB_ENV = name
  return { name, store: cloudbaseDocuments(name), webOrigin: null, close: async () => undefined }
}

/** Public keys from a file or an address that holds what `GET /web/key` answers. */
export async function publicKeysFrom(source: string): Promise<VerifyingKey[]> {
  try {
    if (!URL.canParse(source)) return publicKeysIn(readFileSync(source, 'utf8'))
    const response = await fetch(source)
    if (!response.ok) throw new Error(String(response.status))
    return publicKeysIn(await response.text())
  } catch (error) {
    throw new Undone(`读不到公钥 ${source}：${error instanceof Error ? error.message : error}`)
  }
}

export const hasLocalData = (dataDir: string): boolean => existsSync(path.join(dataDir, 'journal.jsonl'))
