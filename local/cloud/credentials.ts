import { randomBytes } from 'node:crypto'

export interface Instance {
  functionName: string
  instanceId: string
}

/** The holder of a key: this process, or one function instance. */
export type Holder = { kind: 'process' } | ({ kind: 'instance' } & Instance)

/**
 * One key for the whole process: tests start several clouds in turn, and the SDK goes on signing with the
 * first key in its environment.
 */
const PROCESS_KEY = `local-${randomBytes(12).toString('hex')}`

/**
 * Keys of the SDK's channel. Functions are given one in their environment, as the platform gives them theirs; a
 * phone has none, so that collections and files are closed to it. The key also says which instance is asking.
 */
export class Credentials {
  private readonly instances = new Map<string, Instance>()

  ofProcess(): Record<string, string> {
    return environment(PROCESS_KEY)
  }

  ofInstance(instance: Instance): Record<string, string> {
    const key = `local-${randomBytes(12).toString('hex')}`
    this.instances.set(key, instance)
    return environment(key)
  }

  /** Read from the header that the SDK signs with: `TC3-HMAC-SHA256 Credential=<key>/<date>/…`. */
  holderOf(authorization: string | undefined): Holder | null {
    const key = /\bCredential=([^/]+)\//.exec(authorization ?? '')?.[1]
    if (key === undefined) return null
    if (key === PROCESS_KEY) return { kind: 'process' }
    const instance = this.instances.get(key)
    return instance ? { kind: 'instance', ...instance } : null
  }

  /** The instance has ended; its later requests are refused. */
  forget(instanceId: string): void {
    for (const [key, instance] of this.instances)
      if (instance.instanceId === instanceId) this.instances.delete(key)
  }
}

const environment = (key: string): Record<string, string> => ({
  TENCENTCLOUD_SECRETID: key,
  TENCENTCLOUD_SECRETKEY: 'local',
  TENCENTCLOUD_SESSIONTOKEN: 'local',
})
