import { instant } from '../../domain/kernel/instant'
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
  return {
    call: newCall('api', 'seed', nodeDice),
    openid,
    now: instant(cloud.clock.now()),
    dice: nodeDice,
    store: cloudbaseStore(collections),
    ports: { ...cloudbasePorts(configHere()), sampleContent: 'allowed' },
    packs,
  }
}
