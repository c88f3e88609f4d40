import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { MovableClock } from '../clock'
import { configOf, functionNames } from './config'

export interface Caller {
  openid?: string
  unionid?: string
  source?: string
}

export interface Answer {
  result?: unknown
  error?: string
}

export interface InstancesOptions {
  functionsDir: string
  env: () => Record<string, string>
  maxInstances: number
  clock: MovableClock
}

interface Instance {
  worker: Worker
  settle: ((message: { text?: string; error?: string }) => void) | null
}

interface Pool {
  all: Set<Instance>
  idle: Instance[]
  waiting: ((instance: Instance) => void)[]
}

/** The platform refuses a longer answer. */
const RESPONSE_LIMIT_BYTES = 1024 * 1024

/** One worker is one instance: started cold, kept warm, one call at a time, killed at its time-out. */
export class Instances {
  private readonly pools = new Map<string, Pool>()

  constructor(private readonly options: InstancesOptions) {}

  async invoke(name: string, event: unknown, caller: Caller): Promise<Answer> {
    if (!functionNames(this.options.functionsDir).includes(name))
      return { error: `FUNCTION_NOT_FOUND ${name}` }
    const { timeoutSeconds } = configOf(this.options.functionsDir, name)
    const instance = await this.acquire(name)
    const message = await new Promise<{ text?: string; error?: string }>((resolve) => {
      const timer = setTimeout(() => {
        this.drop(name, instance)
        resolve({ error: `Invoking task timed out after ${timeoutSeconds} seconds` })
      }, timeoutSeconds * 1000)
      instance.settle = (given) => {
        clearTimeout(timer)
        resolve(given)
      }
      instance.worker.postMessage({
        event: eventFor(event, caller),
        env: envFor(caller),
        context: contextOf(name),
        offset: this.options.clock.offset(),
      })
    })
    instance.settle = null
    this.release(name, instance)
    if (message.error !== undefined) return { error: message.error }
    const text = message.text ?? 'null'
    if (Buffer.byteLength(text) > RESPONSE_LIMIT_BYTES) return { error: `the answer of ${name} is over 1 MB` }
    return { result: JSON.parse(text) as unknown }
  }

  /** Ends one instance in the middle of whatever it does, as the platform may. */
  kill(name: string): void {
    const [instance] = this.pools.get(name)?.all ?? []
    if (!instance) return
    this.drop(name, instance)
    instance.settle?.({ error: 'the instance was killed' })
  }

  count(name: string): number {
    return this.pools.get(name)?.all.size ?? 0
  }

  async stop(): Promise<void> {
    for (const pool of this.pools.values()) for (const { worker } of pool.all) await worker.terminate()
    this.pools.clear()
  }

  private poolOf(name: string): Pool {
    const pool = this.pools.get(name) ?? { all: new Set<Instance>(), idle: [], waiting: [] }
    this.pools.set(name, pool)
    return pool
  }

  private acquire(name: string): Promise<Instance> | Instance {
    const pool = this.poolOf(name)
    const idle = pool.idle.pop()
    if (idle) return idle
    if (pool.all.size >= this.options.maxInstances)
      return new Promise((resolve) => pool.waiting.push(resolve))
    return this.start(name, pool)
  }

  private start(name: string, pool: Pool): Instance {
    const file = path.join(path.resolve(this.options.functionsDir), name, 'index.js')
    // An instance inherits nothing: neither this process's environment nor its loaders.
    const worker = new Worker(path.join(__dirname, 'instance-worker.cjs'), {
      workerData: { file },
      env: this.options.env(),
      execArgv: [],
    })
    const instance: Instance = { worker, settle: null }
    pool.all.add(instance)
    worker.on('message', (message: { text?: string; error?: string }) => instance.settle?.(message))
    worker.on('error', (error) => {
      this.drop(name, instance)
      instance.settle?.({ error: error.stack ?? String(error) })
    })
    return instance
  }

  private release(name: string, instance: Instance): void {
    const pool = this.poolOf(name)
    const alive = pool.all.has(instance)
    const next = pool.waiting.shift()
    if (next) next(alive ? instance : this.start(name, pool))
    else if (alive) pool.idle.push(instance)
  }

  private drop(name: string, instance: Instance): void {
    const pool = this.poolOf(name)
    pool.all.delete(instance)
    pool.idle = pool.idle.filter((other) => other !== instance)
    void instance.worker.terminate()
  }
}

/** The platform adds who called to the event as well; a function must not believe that copy. */
const eventFor = (event: unknown, { openid }: Caller): unknown =>
  openid && event && typeof event === 'object'
    ? { ...event, userInfo: { openId: openid, appId: 'wx-local' } }
    : event

function envFor({ openid, unionid, source }: Caller): Record<string, string> {
  if (source?.startsWith('wx_trigger'))
    return { TRIGGER_SRC: 'timer', TCB_SOURCE: source, WX_CONTEXT_KEYS: '' }
  const who: Record<string, string> = openid
    ? { WX_OPENID: openid, WX_APPID: 'wx-local', ...(unionid ? { WX_UNIONID: unionid } : {}) }
    : {}
  return {
    ...who,
    TCB_SOURCE: source ?? (openid ? 'wx_client' : ''),
    WX_CONTEXT_KEYS: Object.keys(who).join(','),
  }
}

const contextOf = (name: string) => ({
  request_id: 'local',
  function_name: name,
  function_version: '$LATEST',
  memory_limit_in_mb: 256,
})
