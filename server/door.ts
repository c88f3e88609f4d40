import {
  type AnyRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  type inferRouterContext,
  TRPCError,
} from '@trpc/server'
import { instant } from '../domain/kernel/instant'
import { type Refusal, type RefusalCode, type Refusals, refusal } from '../domain/kernel/refusal'
import { collections } from './collections'
import type { Context } from './kernel/context'
import { packs } from './kernel/packs'
import { callerOpenid, cloudbasePorts, nodeDice } from './kernel/ports/cloudbase'
import { Refused } from './kernel/refused'
import { cloudbaseStore } from './kernel/store/cloudbase'

/** The platform's own limit on a call's text, checked again because a local or a later platform may be laxer. */
const CALL_LIMIT_BYTES = 100 * 1024

/** All that a call may say of itself. The platform adds `userInfo`, `tcbContext` and the like; nothing reads them. */
const OWN_FIELDS = new Set(['path', 'type', 'input', 'device', 'userInfo', 'tcbContext'])

/** As much of a phone's name as the log keeps. */
const DEVICE_LETTERS = 40

/** Fields by which a client might pose as another caller, as the platform, or as a timer. */
const FORGED_FIELDS = [
  'openid',
  'OPENID',
  'openId',
  'unionid',
  'role',
  'roles',
  'personId',
  'Type',
  'TriggerName',
  'source',
  'now',
]

interface Call {
  path?: unknown
  type?: unknown
  input?: unknown
  /** The phone's own description: a hint for the log, never a proof. */
  device?: unknown
  userInfo?: unknown
}

export function contextNow(): Context {
  return {
    openid: callerOpenid(),
    now: instant(Date.now()),
    dice: nodeDice,
    store: cloudbaseStore(collections),
    ports: cloudbasePorts(),
    packs,
  }
}

/** A door: answers every call, refusal or fault included; a throw would reach the phone as "errCode -1" and no more. */
export function doorOnto<R extends AnyRouter>(router: R): (event: unknown) => Promise<unknown> {
  return async (event) => {
    const call = (event ?? {}) as Call
    const wrong = refusalOfCall(call)
    if (wrong)
      return { error: { message: wrong.code, code: -32600, data: { code: 'BAD_REQUEST', refusal: wrong } } }
    return answer(
      router,
      { ...contextNow(), device: deviceOf(call) } as inferRouterContext<R>,
      call as { path: string; type: 'query' | 'mutation'; input?: unknown },
    )
  }
}

const deviceOf = ({ device }: Call): string =>
  typeof device === 'string' ? device.slice(0, DEVICE_LETTERS) : ''

function refusalOfCall(call: Call): Refusal | null {
  const { userInfo: _platform, ...said } = call
  if (Buffer.byteLength(JSON.stringify(said)) > CALL_LIMIT_BYTES)
    return refusing('INPUT_TOO_LARGE', { limitBytes: CALL_LIMIT_BYTES })
  const forged =
    FORGED_FIELDS.find((field) => field in call) ?? Object.keys(call).find((field) => !OWN_FIELDS.has(field))
  if (forged) return refusing('CALL_FORGED', { field: forged })
  const named = typeof call.path === 'string' && (call.type === 'query' || call.type === 'mutation')
  return named ? null : refusing('INPUT_INVALID', { fields: ['path', 'type'] })
}

const refusing = <C extends RefusalCode>(code: C, details: Refusals[C]): Refusal => refusal(code, details)

async function answer<R extends AnyRouter>(
  router: R,
  ctx: inferRouterContext<R>,
  { path, type, input }: { path: string; type: 'query' | 'mutation'; input?: unknown },
) {
  try {
    const data: unknown = await callTRPCProcedure({
      router,
      path,
      type,
      ctx,
      getRawInput: async () => input,
      signal: undefined,
      batchIndex: 0,
    })
    return { result: { type: 'data' as const, data: data ?? null } }
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause)
    if (!(error.cause instanceof Refused) && error.code === 'INTERNAL_SERVER_ERROR')
      console.error(path, error.cause ?? error)
    if (error instanceof TRPCError && error.code === 'NOT_FOUND' && !error.cause) {
      return {
        error: {
          message: 'INPUT_INVALID',
          code: -32004,
          data: { code: 'NOT_FOUND', refusal: refusing('INPUT_INVALID', { fields: ['path'] }) },
        },
      }
    }
    return { error: getTRPCErrorShape({ config: router._def._config, ctx, error, input, path, type }) }
  }
}
