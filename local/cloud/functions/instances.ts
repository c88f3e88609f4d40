import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { MovableClock } from '../clock'
import { DEFAULT_ATTRIBUTES, type FunctionAttributes } from '../options'
import { type Caller, environmentOf, eventFor } from './caller'
import { functionNames } from './config'
import { Instance } from './instance'

export interface Answer {
  result?: unknown
  error?: string
}

export interface InstancesOptions {
  functionsDir: string
  attributes: Readonly<Record<string, FunctionAttributes>>
  /** The environment of a new instance, without a caller. */
  env(instance: { functionName: string; instanceId: string }): Record<string, string>
  ended(instanceId: string): void
  onLine(line: string): void
  /** Of one function. Further calls wait for one of them. */
  maxInstances: number
  /** How many times its time-out a function is given. */
  patience: number
  clock: MovableClock
}

export interface Call {
  event: unknown
  caller: Caller
  /** A fault: the instance ends as soon as it has been handed the call. */
  killed?: boolean
}

interface Pool {
  all: Set<Instance>
  idle: Instance[]
  waiting: ((instance: Instance | null) => void)[]
}

/** The platform refuses a longer answer. */
const RESPONSE_LIMIT_BYTES = 1024 * 1024

/** Instances of every function: started cold, kept warm, reused one call at a time, replaced when they end. */
export class Instances {
  private readonly pools = new Map<string, Pool>()
  private stopped = false

  constructor(private readonly options: InstancesOptions) {}

  async invoke(name: string, { event, caller, killed = false }: Call): Promise<Answer> {
    const { functionsDir, clock, attributes } = this.options
    if (!functionNames(functionsDir).includes(name)) return { error: `FUNCTION_NOT_FOUND ${name}` }
    const config = attributes[name] ?? DEFAULT_ATTRIBUTES
    const instance = await this.acquire(name, config)
    if (!instance) return { error: 'the cloud has stopped' }
    const message = {
      event: JSON.stringify(eventFor(event, caller) ?? {}),
      env: environmentOf(caller),
      context: contextOf(name, config),
      offset: clock.offset(),
    }
    const calling = instance.call(message, config.timeoutSeconds * this.options.patience)
    if (killed) instance.end('the instance was killed')
    const reply = await calling
    this.release(name, config, instance)
    if ('error' in reply) return reply
    if (Buffer.byteLength(reply.text) > RESPONSE_LIMIT_BYTES)
      return { error: `the answer of ${name} is over 1 MB` }
    return { result: JSON.parse(reply.text) as unknown }
  }

  kill(instanceId: string): void {
    for (const { all } of this.pools.values())
      for (const instance of all) if (instance.id === instanceId) instance.end('the instance was killed')
  }

  async stop(): Promise<void> {
    this.stopped = true
    const pools = [...this.pools.values()]
    for (const { waiting } of pools) for (const give of waiting.splice(0)) give(null)
    await Promise.all(pools.flatMap(({ all }) => [...all].map((instance) => instance.stopped())))
  }

  private poolOf(name: string): Pool {
    const pool = this.pools.get(name) ?? { all: new Set<Instance>(), idle: [], waiting: [] }
    this.pools.set(name, pool)
    return pool
  }

  private acquire(name: string, config: FunctionAttributes): Promise<Instance | null> | Instance | null {
    if (this.stopped) return null
    const pool = this.poolOf(name)
    for (let idle = pool.idle.pop(); idle; idle = pool.idle.pop()) {
      if (idle.alive) return idle
      this.bury(pool, idle)
    }
    if (pool.all.size >= this.options.maxInstances)
      return new Promise((resolve) => pool.waiting.push(resolve))
    return this.start(name, config)
  }

  private start(functionName: string, { memoryMegabytes }: FunctionAttributes): Instance {
    const instanceId = Instance.newId()
    const instance = new Instance(instanceId, {
      file: path.join(path.resolve(this.options.functionsDir), functionName, 'index.js'),
      env: this.options.env({ functionName, instanceId }),
      memoryMegabytes,
      onLine: this.options.onLine,
    })
    this.poolOf(functionName).all.add(instance)
    return instance
  }

  private release(name: string, config: FunctionAttributes, instance: Instance): void {
    const pool = this.poolOf(name)
    if (!instance.alive) this.bury(pool, instance)
    const next = pool.waiting.shift()
    if (next) next(instance.alive ? instance : this.start(name, config))
    else if (instance.alive) pool.idle.push(instance)
  }

  private bury(pool: Pool, instance: Instance): void {
    pool.all.delete(instance)
    this.options.ended(instance.id)
  }
}

const contextOf = (name: string, { timeoutSeconds, memoryMegabytes }: FunctionAttributes) => ({
  request_id: randomUUID(),
  function_name: name,
  function_version: '$LATEST',
  time_limit_in_ms: timeoutSeconds * 1000,
  memory_limit_in_mb: memoryMegabytes,
})
