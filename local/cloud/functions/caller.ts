/** Who calls a function. The platform says it; nothing in an event does. */
export interface Caller {
  openid?: string
  unionid?: string
  /** As TCB_SOURCE has it: wx_client, wx_trigger, http … */
  source?: string
}

export const LOCAL_APPID = 'wx-local'

/** The caller in the environment of one call, where `getWXContext` reads it. */
export function environmentOf({ openid, unionid, source }: Caller): Record<string, string> {
  const who: Record<string, string> = openid
    ? { WX_OPENID: openid, WX_APPID: LOCAL_APPID, ...(unionid ? { WX_UNIONID: unionid } : {}) }
    : {}
  return {
    ...who,
    ...(source === 'wx_trigger' ? { TRIGGER_SRC: 'timer' } : {}),
    TCB_SOURCE: source ?? (openid ? 'wx_client' : ''),
    WX_CONTEXT_KEYS: Object.keys(who).join(','),
  }
}

/** The platform adds who called to the event as well; a function must not believe that copy, which a caller can forge. */
export const eventFor = (event: unknown, { openid }: Caller): unknown =>
  openid && event && typeof event === 'object'
    ? { ...event, userInfo: { openId: openid, appId: LOCAL_APPID } }
    : event
