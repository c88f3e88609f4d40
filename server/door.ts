import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server'
import type { Door } from '../domain/kernel/doors'
import { instant } from '../domain/kernel/instant'
import { plainText } from '../domain/kernel/plain-text'
import { type Refusal, type RefusalCode, type Refusals, refusal } from '../domain/kernel/refusal'
import { CALL_WEIGHTS, weightOf } from './call-weights'
import { collections } from './collections'
import { CallBudget } from './kernel/call-budget'
import { type Config, configHere } from './kernel/config'
import type { Context } from './kernel/context'
import { type DoorParts, partOf } from './kernel/door-parts'
import { type Call, logFault, logRefusal, newCall } from './kernel/log'
import { Meter } from './kernel/meter'
import { CALL_LIMIT_BYTES, OUR_ALLOWANCES } from './kernel/our-limits'
import { packs } from './kernel/packs'
import { callerOpenid, cloudbasePorts, nodeDice } from './kernel/ports/cloudbase'
import { callerInLog } from './kernel/ports/following'
import { cloudbaseStore } from './kernel/store/cloudbase'
import { tallied } from './kernel/store/tallied'

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

interface Event {
  path?: unknown
  type?: unknown
  input?: unknown
  /** The phone's own description: a hint for the log, never a proof. */
  device?: unknown
  userInfo?: unknown
}

/** The outside world of a call that begins now. */
export function contextNow(config: Config, door: Call['door'], path: string): Context {
  const openid = callerOpenid()
  // The web knows nobody: WeChat's name of a phone that calls it all the same is no caller's.
  const caller = door === 'web' ? '' : callerInLog(openid, config.secrets)
  const call = newCall(door, path, nodeDice, caller)
  return {
    call,
    openid,
    now: instant(Date.now()),
    dice: nodeDice,
    store: tallied(cloudbaseStore(collections), call.tally),
    ports: cloudbasePorts(config),
    packs,
  }
}

/** What this instance of a function counts. */
export const meterHere = (): Meter =>
  new Meter(Buffer.from(nodeDice.bytes(6)).toString('hex'), () => cloudbaseStore(collections))

/**
 * A door, which does not open without its configuration. It answers every call, refusal or fault included; a throw
 * would reach the phone as "errCode -1" and no more.
 */
export function doorOnto(door: Door, parts: DoorParts): (event: unknown) => Promise<unknown> {
  const config = configHere(door)
  return answering(parts, meterHere(), (path) => contextNow(config, door, path))
}

/** The same in a given world: `begin` makes the context of a call to that procedure. */
export function answering(
  parts: DoorParts,
  meter: Meter,
  begin: (path: string) => Context,
): (event: unknown) => Promise<unknown> {
  const purses = new CallBudget(OUR_ALLOWANCES.caller)
  return async (event) => {
    const call = (event ?? {}) as Event
    const ctx = begin(procedureOf(parts, call))
    return meter.counting(ctx, () => answerOrRefuse(parts, ctx, { call, purses }))
  }
}

async function answerOrRefuse(
  parts: DoorParts,
  ctx: Context,
  { call, purses }: { call: Event; purses: CallBudget },
): Promise<object> {
  // First of all: what is over the caller's allowance is neither parsed nor read.
  const againAt = purses.pay(ctx.openid, weightOf(ctx.call.path), ctx.now)
  if (againAt !== null)
    return refusedCall(ctx, refusing('TOO_OFTEN', { againAt }), { waitMs: againAt - ctx.now })
  const wrong = refusalOfCall(call)
  if (wrong) return refusedCall(ctx, wrong)
  return answer(parts, { ...ctx, device: deviceOf(call) }, call as WholeCall)
}

/** The answer to a call that reached no procedure; `waitMs` where the same call may be made again after so long. */
function refusedCall(ctx: Context, refused: Refusal, more: { waitMs?: number } = {}) {
  logRefusal(ctx, refused.code)
  const data = { code: 'BAD_REQUEST', refusal: refused, callId: ctx.call.id, ...more }
  return { error: { message: refused.code, code: -32600, data } }
}

/** A path that a caller made up is not repeated. Nothing is loaded for it: every procedure has its weight. */
const procedureOf = (parts: DoorParts, { path }: Event): string =>
  typeof path === 'string' &&
  Object.hasOwn(CALL_WEIGHTS, path) &&
  Object.hasOwn(parts, path.split('.', 1)[0] ?? '')
    ? path
    : 'unknown'

const deviceOf = ({ device }: Event): string =>
  typeof device === 'string' ? plainText(device).slice(0, DEVICE_LETTERS) : ''

function refusalOfCall(call: Event): Refusal | null {
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

function noSuchProcedure(ctx: Context) {
  const refused = refusing('INPUT_INVALID', { fields: ['path'] })
  logRefusal(ctx, refused.code)
  const data = { code: 'NOT_FOUND', refusal: refused, callId: ctx.call.id }
  return { error: { message: refused.code, code: -32004, data } }
}

interface WholeCall {
  path: string
  type: 'query' | 'mutation'
  input?: unknown
}

async function answer(parts: DoorParts, ctx: Context, { path, type, input }: WholeCall) {
  const found = partOf(parts, path)
  if (!found) return noSuchProcedure(ctx)
  const { part, name } = found
  try {
    const data: unknown = await callTRPCProcedure({
      router: part,
      path: name,
      type,
      ctx,
      getRawInput: async () => input,
      signal: undefined,
      batchIndex: 0,
    })
    return { result: { type: 'data' as const, data: data ?? null }, callId: ctx.call.id }
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause)
    // It is there, and of the other type.
    if (error.code === 'NOT_FOUND' && !error.cause) return noSuchProcedure(ctx)
    const { data, ...shape } = getTRPCErrorShape({ config: part._def._config, ctx, error, input, path, type })
    if (data.refusal) logRefusal(ctx, data.refusal.code)
    else logFault(ctx, error.cause ?? error, { said: input })
    return { error: { ...shape, data: { ...data, callId: ctx.call.id } } }
  }
}
