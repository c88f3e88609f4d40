import Taro from '@tarojs/taro'
import { listenToPhone } from './queries'

/** Written by the build (config/index.ts) from XUESHI_CLOUD_ENV; without it, WeChat takes the account's first one. */
declare const CLOUD_ENVIRONMENT: string | undefined

/** Once, on launch, before anything is asked. */
export function connect(): void {
  const env = typeof CLOUD_ENVIRONMENT === 'string' ? CLOUD_ENVIRONMENT : ''
  Taro.cloud.init(env === '' ? { traceUser: true } : { env, traceUser: true })
  listenToPhone()
}
