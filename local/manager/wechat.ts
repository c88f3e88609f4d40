// WeChat's own address for what a function may call of it: `/tcb/getfuncconfig` and `/tcb/uploadfuncconfig`.
import type { Parameters } from './parameters'
import type { ManagerState } from './state'

const PERMISSIONS = 1
const MISSING_PARAMETER = { errcode: 40_101, errmsg: 'missing parameter' }

/** Answers as WeChat does: always 200, with a code. */
export function wechatAnswer(
  state: ManagerState,
  { path, token, given }: { path: string; token: string; given: Parameters },
): object {
  if (token !== WECHAT_TOKEN) return { errcode: 40_014, errmsg: 'invalid access_token' }
  const { type, env, function_name: name, config } = given
  if (typeof name !== 'string' || typeof env !== 'string' || type !== PERMISSIONS) return MISSING_PARAMETER
  if (env !== state.envId || !state.functions[name]) return { errcode: -501_000, errmsg: 'no such function' }
  if (path.endsWith('/getfuncconfig')) return permissionsOf(state, name)
  if (typeof config !== 'string') return MISSING_PARAMETER
  state.permissions[name] = config
  return { errcode: 0, errmsg: 'ok' }
}

function permissionsOf(state: ManagerState, name: string): object {
  const config = state.permissions[name]
  return config === undefined
    ? { errcode: 85_089, errmsg: 'no configuration' }
    : { errcode: 0, errmsg: 'ok', config }
}

/** The only token that the stand-in takes. */
export const WECHAT_TOKEN = 'stand-in-token'
