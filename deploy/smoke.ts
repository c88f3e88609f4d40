// Whether what was deployed answers: asked from outside, as those ask who use it.
import { until, type Waiting } from './manager/patience'
import type { Manager } from './manager/port'

export interface Outside {
  /** The answer of a public address; null where nothing answers. */
  get(url: string): Promise<{ status: number; body: string } | null>
  /** What a client without rights gets of a collection. `unknown`: nobody can ask from here. */
  clientReads(collection: string): Promise<'refused' | 'let' | 'unknown'>
}

export interface Checked {
  readonly sentence: string
  readonly passed: boolean
}

interface Given {
  manager: Pick<Manager, 'invoke' | 'clientAccess'>
  outside: Outside
  waiting: Waiting
  publicOrigin: string | null
  /** The public half of the key of certificates. */
  publicKeyHex: string
  /** One that nobody may read. */
  collection: string
}

export async function smokeChecks(given: Given): Promise<Checked[]> {
  const pages = given.publicOrigin === null ? [] : ['/web/key', '/WEB/KEY']
  const checks: Checked[] = []
  for (const page of pages) checks.push(await servesKey(`${given.publicOrigin}${page}`, given))
  checks.push(await answers('api', given))
  checks.push(await isClosed(given))
  return checks
}

/** A route that was just made is not everywhere at once. */
const TRIES = 10

async function servesKey(url: string, { outside, waiting, publicKeyHex }: Given): Promise<Checked> {
  let tries = 0
  const ask = async (): Promise<boolean | null> => {
    tries += 1
    const answer = await outside.get(url)
    const serves = answer?.status === 200 && answer.body.includes(publicKeyHex)
    return serves || (tries < TRIES ? null : false)
  }
  const passed = await until(ask, waiting, url)
  return { passed, sentence: passed ? `${url} 给出了查验公钥` : `${url} 没有给出查验公钥` }
}

/** A door that starts answers every call, one to no procedure with a refusal. */
const NO_PROCEDURE = { path: 'deploy.check', type: 'query' }

async function answers(name: string, { manager }: Given): Promise<Checked> {
  try {
    const answer = await manager.invoke(name, NO_PROCEDURE)
    const passed = typeof answer === 'object' && answer !== null
    return { passed, sentence: passed ? `函数 ${name} 能运行` : `函数 ${name} 没有正常回答` }
  } catch (error) {
    return { passed: false, sentence: error instanceof Error ? error.message : `函数 ${name} 没有运行起来` }
  }
}

async function isClosed({ manager, outside, collection }: Given): Promise<Checked> {
  const read = await outside.clientReads(collection)
  if (read !== 'unknown') {
    const passed = read === 'refused'
    return { passed, sentence: passed ? `客户端读不了集合 ${collection}` : `客户端能读集合 ${collection}！` }
  }
  const passed = (await manager.clientAccess(collection)) === 'ADMINONLY'
  return { passed, sentence: `集合 ${collection} 的权限设置${passed ? '只许云函数读写' : '是开放的！'}` }
}

/** From this machine. No client identity is at hand here: on a real environment, a phone must try. */
export const realOutside: Outside = { get: fetched, clientReads: async () => 'unknown' }

/** A stand-in tells what a client would be told. */
export const standInOutside = (origin: string): Outside => ({
  get: fetched,
  clientReads: async (collection) => {
    const answer = await fetched(`${origin}/_client/${collection}`)
    return answer?.status === 403 ? 'refused' : 'let'
  },
})

async function fetched(url: string): Promise<{ status: number; body: string } | null> {
  try {
    const response = await fetch(url, { redirect: 'error' })
    return { status: response.status, body: await response.text() }
  } catch {
    return null
  }
}
