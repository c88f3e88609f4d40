// A local CloudBase: the wire protocol of the real SDK on loopback, so that functions run byte for byte. See README.md.
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { MovableClock } from './clock'
import { Credentials } from './credentials'
import { leaveAddress, refuseSecondCloud, takeAddressAway } from './data-lock'
import { CloudError } from './errors'
import { FaultPlan } from './faults'
import type { Caller } from './functions/caller'
import { configOf } from './functions/config'
import { FunctionLog } from './functions/function-log'
import { type Answer, Instances } from './functions/instances'
import { type Fire, type TimerRun, Timers } from './functions/timers'
import { createServer } from './http/server'
import { type OperationCounts, Operations } from './operations'
import type { CloudOptions } from './options'
import { Files } from './storage/files'
import { SignedAddresses } from './storage/signed-address'
import { Store } from './store/store'
import { OpenApi, type SentMessage } from './wire/openapi'
import { PhoneCodes } from './wire/phone-codes'

export { reachCloud } from './data-lock'
export { type CloudOptions, type CollectionDeclaration, PATIENCE } from './options'

export interface LocalCloud {
  origin: string
  envId: string
  /**
   * Timers and every instance's time follow the clock; the promise resolves when all timers due on the way
   * are done.
   */
  clock: { now(): number; advanceMs(ms: number): Promise<void>; set(at: number): Promise<void> }
  faults: FaultPlan
  /** Subscription messages, oldest first. */
  outbox: readonly SentMessage[]
  phoneCodes: { issue(phoneNumber: string): string }
  invoke(name: string, event: unknown, caller: Caller): Promise<Answer>
  operations: { reset(): void; read(): OperationCounts }
  /** Documents that queries have walked so far. */
  walked(): number
  storage: { put(path: string, content: Uint8Array | string): Promise<string> }
  /** The environment that wx-server-sdk needs to reach this cloud; without a caller. */
  env(): Record<string, string>
  /** The last two hundred runs of timers, with the firings that each clock jump skipped. */
  timerRuns: readonly TimerRun[]
  /** The last lines that functions wrote to their log; all of them since the start are in `functions.log` of the data. */
  logs: readonly string[]
  /** Bytes of a torn last line that were cut off at this start. */
  repairedBytes: number
  stop(): Promise<void>
}

const DEFAULT_ENV_ID = 'local-xueshi'
const DEFAULT_MAX_INSTANCES = 4

export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const { dataDir } = options
  mkdirSync(dataDir, { recursive: true })
  await refuseSecondCloud(dataDir)
  const store = Store.open(options.collections, path.join(dataDir, 'journal.jsonl'), options.fsync)
  if (store.repairedBytes > 0)
    console.warn(`local cloud: cut off a torn last line of ${store.repairedBytes} bytes, never acknowledged`)
  try {
    const cloud = await assemble(options, store)
    leaveAddress(dataDir, { origin: cloud.origin, env: cloud.env() })
    return cloud
  } catch (error) {
    store.close()
    throw error
  }
}

async function assemble(options: CloudOptions, store: Store): Promise<LocalCloud> {
  const { dataDir, functionsDir, envId = DEFAULT_ENV_ID } = options
  const clock = new MovableClock()
  const now = () => clock.now()
  const fileDoor = { files: new Files(dataDir, envId), addresses: new SignedAddresses(now) }
  const phoneCodes = new PhoneCodes(now)
  const openApi = openApiOf(options, phoneCodes, now)
  const faults = new FaultPlan()
  const operations = new Operations()
  const credentials = new Credentials()
  let origin = ''
  const log = new FunctionLog(path.join(dataDir, 'functions.log'))
  const instances = new Instances({
    functionsDir,
    attributes: options.functions ?? {},
    env: (instance) => ({
      ...environment(origin, envId),
      ...credentials.ofInstance(instance),
      ...variablesFor(options, instance.functionName),
    }),
    ended: (instanceId) => credentials.forget(instanceId),
    onLine: (line) => log.add(line),
    maxInstances: options.maxInstances ?? DEFAULT_MAX_INSTANCES,
    patience: options.patience ?? 1,
    clock,
  })
  const invoke = invocation(instances, faults)
  const timers = new Timers(functionsDir, clock, timerCall(invoke))
  const killInstance = (instanceId: string): void => instances.kill(instanceId)
  const work = { invoke, killInstance, store, fileDoor, openApi, phoneCodes }
  const server = createServer({
    ...work,
    dataDir: path.resolve(dataDir),
    uploads: options.uploads ?? [],
    clock,
    timers,
    faults,
    operations,
    credentials,
  })
  try {
    origin = await listen(server, options.port ?? 0)
  } catch (error) {
    timers.stop()
    throw error
  }
  return {
    origin,
    envId,
    clock,
    faults,
    phoneCodes,
    invoke,
    operations,
    outbox: openApi.outbox,
    walked: () => store.walked,
    storage: { put: async (key, content) => fileDoor.files.put(key, content) },
    env: () => ({ ...environment(origin, envId), ...credentials.ofProcess() }),
    timerRuns: timers.runs,
    logs: log.lines,
    repairedBytes: store.repairedBytes,
    async stop() {
      timers.stop()
      await instances.stop()
      await close(server)
      store.close()
      takeAddressAway(dataDir)
    },
  }
}

/** A function's own variables and no other, as they are set up for each function by itself on the platform. */
function variablesFor({ functions, functionEnv = {} }: CloudOptions, name: string): Record<string, string> {
  const own = functions?.[name]?.variables
  return own === undefined
    ? functionEnv
    : Object.fromEntries(Object.entries(functionEnv).filter(([variable]) => own.includes(variable)))
}

const openApiOf = (
  { functionsDir, templates = {} }: CloudOptions,
  codes: PhoneCodes,
  now: () => number,
): OpenApi =>
  new OpenApi({ codes, now, templates, allowedTo: (name) => configOf(functionsDir, name).openapi })

type Invoke = (name: string, event: unknown, caller: Caller) => Promise<Answer>

const invocation =
  (instances: Instances, faults: FaultPlan): Invoke =>
  async (name, event, caller) => {
    const happening = { action: 'invoke', function: name }
    try {
      await faults.before(happening)
    } catch (error) {
      if (error instanceof CloudError) return { error: `${error.code} ${error.message}` }
      throw error
    }
    const answer = await instances.invoke(name, { event, caller, killed: faults.killsInstance(happening) })
    return faults.answerIsLost(happening) ? { error: 'request:fail timeout' } : answer
  }

const timerCall =
  (invoke: Invoke): Fire =>
  async (functionName, trigger, dueAt) => {
    const event = { Type: 'Timer', TriggerName: trigger, Time: new Date(dueAt).toISOString(), Message: '' }
    const answer = await invoke(functionName, event, { source: 'wx_trigger' })
    if (answer.error !== undefined) console.warn(`local cloud: timer ${trigger} failed: ${answer.error}`)
    return answer
  }

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    )
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Measured: without the run environment the SDK asks a metadata host at each call; the rest says where to go. */
const environment = (origin: string, envId: string): Record<string, string> => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: envId,
  SCF_FUNCTIONVERSION: '$LATEST',
  TCB_ENV: envId,
  TCB_CONTEXT_KEYS: 'TCB_SOURCE',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${origin}/admin` }),
})
