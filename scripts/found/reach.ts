import { instant } from '../../domain/kernel/instant'
import { reachCloud } from '../../local/cloud'
import { configHere } from '../../server/kernel/config'
import type { Context } from '../../server/kernel/context'
import { keptSecrets } from '../local-secrets'
import { contextHere } from '../seed/context'
import type { Order } from './order'

/** Why an environment cannot be worked on, in words for who runs the command. */
export class NotReached extends Error {}

/** The server's context on the environment of an order. Throws NotReached where anything is missing; nothing was done then. */
export async function reach({ environment, dataDir }: Order): Promise<Context> {
  const now = environment === 'local' ? await reachLocal(dataDir) : reachReal(environment)
  try {
    configHere()
  } catch (error) {
    throw new NotReached(`函数的环境变量不完整，请和部署时用同一套：${wordsOf(error)}`)
  }
  return contextHere('found', instant(now))
}

/** By what the local cloud left beside its data; its clock may stand in another year. */
async function reachLocal(dataDir: string): Promise<number> {
  const left = await reachCloud(dataDir)
  const secrets = keptSecrets(dataDir)
  if (!left || !secrets)
    throw new NotReached(`${dataDir} 没有正在运行的本地云。请先启动它，或用 --data 写明它的数据目录。`)
  Object.assign(process.env, left.env, secrets)
  try {
    const answer = await fetch(`${left.origin}/_local/clock`)
    return ((await answer.json()) as { now: number }).now
  } catch {
    throw new NotReached(`本地云（${left.origin}）没有应答。请重新启动它。`)
  }
}

const KEYS = ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY', 'TCB_ENV'] as const

/** By the keys in the shell. The environment is named twice, because a founding on the wrong one cannot be undone. */
function reachReal(environment: string): number {
  const missing = KEYS.filter((name) => (process.env[name] ?? '') === '')
  if (missing.length > 0) throw new NotReached(`缺少环境变量：${missing.join('、')}。`)
  if (process.env.TCB_ENV !== environment)
    throw new NotReached(`--env 是 ${environment}，TCB_ENV 却是 ${process.env.TCB_ENV}。请改成同一个环境。`)
  return Date.now()
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
