/** The caller of a function, as the platform states it; an event cannot state it. */
export interface Caller {
  openid?: string
  unionid?: string
  /** As TCB_SOURCE has it: wx_client, wx_trigger, http … */
  source?: string
  /** Who asks over HTTP. */
  address?: string
}

export const LOCAL_APPID = 'wx-local'

/** The caller in the environment of one call, where `getWXContext` reads it. */
export function environmentOf({ openid, unionid, source, address }: Caller): Record<string, string> {
  const who: Record<string, string> = openid
    ? { WX_OPENID: openid, WX_APPID: LOCAL_APPID, ...(unionid ? { WX_UNIONID: unionid } : {}) }
    : {}
  return {
    ...who,
    ...(source === 'wx_trigger' ? { TRIGGER_SRC: 'timer' } : {}),
    ...(address ? { TCB_SOURCE_IP: address } : {}),
    TCB_SOURCE: source ?? (openid ? 'wx_client' : ''),
    WX_CONTEXT_KEYS: Object.keys(who).join(','),
  }
}

/**
 * Copies the caller into the event, as the platform does. A function must not trust that copy, because a
 * client can forge it.
 */
export const eventFor = (event: unknown, { openid }: Caller): unknown =>
  openid && event && typeof event === 'object'
    ? { ...event, userInfo: { openId: openid, appId: LOCAL_APPID } }
    : event
