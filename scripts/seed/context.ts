import { type Instant, instant } from '../../domain/kernel/instant'
import type { LocalCloud } from '../../local/cloud'
import { collections } from '../../server/collections'
import { configHere } from '../../server/kernel/config'
import type { Context } from '../../server/kernel/context'
import { newCall } from '../../server/kernel/log'
import { packs } from '../../server/kernel/packs'
import { cloudbasePorts, nodeDice } from '../../server/kernel/ports/cloudbase'
import { cloudbaseStore } from '../../server/kernel/store/cloudbase'

/** The server's own context over the real SDK, in this process: with a given caller and time. */
export function seedingContext(cloud: LocalCloud, secrets: Record<string, string>, openid = ''): Context {
  Object.assign(process.env, cloud.env(), secrets)
  const ctx = contextHere('seed', instant(cloud.clock.now()))
  return { ...ctx, openid, ports: { ...ctx.ports, sampleContent: 'allowed' } }
}

/** The same on the environment that this process names, without a caller: for what an operator runs. */
export const contextHere = (what: string, now: Instant): Context => ({
  call: newCall('api', what, nodeDice),
  openid: '',
  now,
  dice: nodeDice,
  store: cloudbaseStore(collections),
  ports: cloudbasePorts(configHere()),
  packs,
})
