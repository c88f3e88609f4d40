// A local CloudBase: the wire protocol of the real SDK on loopback, so that functions run byte for byte.
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { MovableClock } from './clock'
import { FaultPlan } from './faults'
import { type Answer, type Caller, Instances } from './functions/instances'
import { Timers } from './functions/timers'
import { type OperationCounts, Operations } from './operations'
import type { CloudOptions } from './options'
import { createServer } from './server'
import { FileStorage } from './storage'
import { Journal } from './store/journal'
import { Store } from './store/store'
import { OpenApi, PhoneCodes, type SentMessage } from './wire/openapi'

export type { CloudOptions, CollectionDeclaration } from './options'

export interface LocalCloud {
  origin: string
  envId: string
  clock: { now(): number; advanceMs(ms: number): Promise<void>; set(at: number): Promise<void> }
  faults: FaultPlan
  outbox: readonly SentMessage[]
  phoneCodes: { issue(phoneNumber: string): string }
  invoke(name: string, event: unknown, caller: Caller): Promise<Answer>
  operations: { reset(): void; read(): OperationCounts }
  /** Documents that queries have walked so far. */
  walked(): number
  storage: { put(path: string, content: Uint8Array | string): Promise<string> }
  /** What wx-server-sdk needs in its environment to reach this cloud; without a caller. */
  env(): Record<string, string>
  /** Bytes of a torn last line that were cut off at this start. */
  repairedBytes: number
  stop(): Promise<void>
}

export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const envId = options.envId ?? 'local-xueshi'
  mkdirSync(options.dataDir, { recursive: true })
  const { journal, opened } = Journal.open(
    path.join(options.dataDir, 'journal.jsonl'),
    options.fsync ?? false,
  )
  const clock = new MovableClock()
  const store = new Store(options.collections, journal, opened.records)
  const storage = new FileStorage(path.join(options.dataDir, 'files'), envId, clock)
  const phoneCodes = new PhoneCodes(() => clock.now())
  const openApi = new OpenApi(phoneCodes, () => clock.now())
  const faults = new FaultPlan()
  const operations = new Operations()
  let origin = ''
  const env = (): Record<string, string> => sdkEnvironment(origin, envId)
  const instances = new Instances({
    functionsDir: options.functionsDir,
    env: () => ({ ...env(), ...options.functionEnv }),
    maxInstances: options.maxInstances ?? 4,
    clock,
  })
  const invoke = async (name: string, event: unknown, caller: Caller): Promise<Answer> => {
    await faults.before({ action: 'invoke', function: name })
    const answering = instances.invoke(name, event, caller)
    if (faults.killsInstance({ function: name })) setImmediate(() => instances.kill(name))
    return answering
  }
  const timers = new Timers(options.functionsDir, clock, async (name, trigger) => {
    await invoke(
      name,
      { Type: 'Timer', TriggerName: trigger, Time: new Date(clock.now()).toISOString(), Message: '' },
      { source: 'wx_trigger' },
    )
  })
  const server = createServer({ store, storage, openApi, phoneCodes, clock, faults, operations, invoke })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    envId,
    clock: {
      now: () => clock.now(),
      advanceMs: (ms) => clock.advanceMs(ms),
      set: async (at) => {
        await clock.set(at)
        timers.rearm()
      },
    },
    faults,
    outbox: openApi.outbox,
    phoneCodes,
    invoke,
    operations,
    walked: () => store.walked,
    storage: { put: async (key, content) => storage.put(key, content) },
    env,
    repairedBytes: opened.repairedBytes,
    async stop() {
      timers.stop()
      await instances.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      store.close()
    },
  }
}

/** Measured: without the run environment the SDK asks a metadata host at each call; the rest it only signs with. */
const sdkEnvironment = (origin: string, envId: string): Record<string, string> => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: envId,
  TCB_ENV: envId,
  TCB_CONTEXT_KEYS: 'TCB_SOURCE',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  TENCENTCLOUD_SESSIONTOKEN: 'local',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${origin}/admin` }),
})
