// A small environment on the stand-in: what is wanted is data, so that a test of every moment stays short.

import type { ManagerOptions, ManagerStandIn } from '../local/manager'
import { startManager } from '../local/manager'
import type { Bundle } from './bundle'
import { carryOut, type Done } from './carry-out'
import { differenceOf } from './difference'
import type { Call } from './manager/call'
import { cloudbaseManager } from './manager/cloudbase'
import { loopbackCall } from './manager/loopback'
import { patient, type Waiting } from './manager/patience'
import type { IndexFacts } from './manager/port'
import { type Reading, standingIn } from './standing'
import type { Difference } from './step'
import type { Wanted, WantedFunction } from './wanted'
import { wechatPermissions } from './wechat/permissions'

export const ENV_ID = 'rehearsal-1a'
export const APP_ID = 'wx0123456789abcdef'
export const TOKEN = 'stand-in-token'

export const bundleNamed = (name: string): Bundle => ({
  hash: Buffer.from(name.padEnd(32, '.').slice(0, 32)).toString('hex'),
  zip: Buffer.from(`PK ${name}`),
})

export const ascending = (name: string, ...paths: string[]): IndexFacts => ({
  name,
  fields: [...paths, '_id'].map((path) => ({ path, direction: 'asc' })),
  unique: false,
})

export const wantedFunction = (name: string, changed: Partial<WantedFunction> = {}): WantedFunction => ({
  name,
  runtime: 'Nodejs20.19',
  handler: 'index.main',
  bundle: bundleNamed(`${name} 1`),
  timeoutSeconds: 20,
  memoryMegabytes: 256,
  variables: { XUESHI_ID_KEYS: 'the-first-secret-of-all', XUESHI_SAMPLES: 'refused' },
  openapi: [],
  timer: null,
  ...changed,
})

export const smallWanted = (domain: string | null): Wanted => ({
  git: 'abc1234',
  collections: [
    { name: 'persons', indexes: [ascending('byUnit', 'unitId'), ascending('byName', 'unitId', 'name')] },
    { name: 'entries', indexes: [] },
  ],
  storageRule: '{"read":false,"write":"false"}',
  functions: [
    wantedFunction('web'),
    wantedFunction('clock', {
      openapi: ['subscribeMessage.send'],
      timer: { name: 'each-minute', at: '0 * * * * * *' },
    }),
  ],
  domain,
  routes: [
    { path: '/web', functionName: 'web' },
    { path: '/WEB', functionName: 'web' },
  ],
})

/** Time that passes at once, and says how long it would have been. */
export function noTime(): Waiting & { slept: number[] } {
  const slept: number[] = []
  return {
    slept,
    now: () => 0,
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
    },
  }
}

export interface Rehearsal {
  readonly standIn: ManagerStandIn
  readonly waiting: ReturnType<typeof noTime>
  readonly wanted: Wanted
  readonly reading: Reading
  /** The same environment, asked through something that stands between. */
  through(between: (call: Call) => Call): Reading
  plan(wanted?: Wanted, prune?: boolean): Promise<Difference>
  apply(wanted?: Wanted, prune?: boolean): Promise<Done[]>
}

export async function rehearse(options: Partial<ManagerOptions> = {}): Promise<Rehearsal> {
  const standIn = await startManager({ envId: ENV_ID, ...options })
  const waiting = noTime()
  const through = (between: (call: Call) => Call): Reading => ({
    manager: cloudbaseManager(patient(between(loopbackCall(standIn.origin)), waiting), {
      envId: ENV_ID,
      appId: APP_ID,
    }),
    permissions: wechatPermissions({ envId: ENV_ID, token: TOKEN, origin: standIn.origin }),
    waiting,
  })
  const reading = through((call) => call)
  const wanted = smallWanted(new URL(standIn.origin).host)
  const plan = async (given = wanted, prune = false) =>
    differenceOf(given, await standingIn(reading, given), { prune })
  return {
    standIn,
    waiting,
    wanted,
    reading,
    through,
    plan,
    apply: async (given = wanted, prune = false) => {
      const done: Done[] = []
      await carryOut((await plan(given, prune)).steps, given, reading, (one) => done.push(one))
      return done
    },
  }
}
