import type { Instant } from '../../domain/kernel/instant'
import { type Refusal, refusal } from '../../domain/kernel/refusal'
import type { Context } from './context'
import { logFault, logRefusal } from './log'
import { Refused } from './refused'

/** An event of CloudBase's HTTP access; `path` is the part after the function's own, in the case in which it came. */
export interface WebEvent {
  path?: string
  httpMethod?: string
  headers?: Record<string, string>
  queryStringParameters?: Record<string, string>
  body?: string
  isBase64Encoded?: boolean
}

export interface WebAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/**
 * Who asks, for counting in memory alone: the platform's word, or the header that its gateway writes over whatever a
 * caller sent. Callers without either are counted together. Of IPv6 the network's half counts, because a household is
 * given all addresses of one. Worked example: `2001:db8::7` → `2001:db8:0:0`.
 */
export const addressOf = ({ headers = {} }: WebEvent, stated: string): string => {
  const [, header = ''] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-real-ip') ?? []
  return networkOf(stated === '' ? header : stated)
}

const NETWORK_GROUPS = 4
const ALL_GROUPS = 8

function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^.*:/, '')
  const [before = '', after] = address.toLowerCase().split('::')
  const [first, last] = [groupsOf(before), groupsOf(after ?? '')]
  const between = after === undefined ? 0 : Math.max(0, ALL_GROUPS - first.length - last.length)
  return [...first, ...Array<string>(between).fill('0'), ...last].slice(0, NETWORK_GROUPS).join(':')
}

const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''))

/**
 * The route of a request in one form. Upper case comes from the QR, which holds the whole URL so; a host may or may not
 * cut the function's own path off. Worked example: `post` to `/WEB/CHECK/` → `POST /check`.
 */
export const routeOf = ({ httpMethod, path }: WebEvent): string => {
  const cut = `/${(path ?? '').toLowerCase().replace(/^\/*(web(\/|$))?/, '')}`.replace(/(.)\/+$/, '$1')
  return `${(httpMethod ?? 'GET').toUpperCase()} ${cut}`
}

/** The body as JSON; undefined where it is none. A body beyond the limit is refused unread. */
export function jsonIn({ body = '', isBase64Encoded }: WebEvent, limitBytes: number): unknown {
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body
  if (Buffer.byteLength(text) > limitBytes)
    throw new Refused(refusal('INPUT_TOO_LARGE', { limitBytes }) as Refusal)
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A refusal is an answer like any other; a fault says that it may be tried again, and no more. */
export async function answered(
  ctx: Pick<Context, 'call' | 'openid' | 'now'>,
  work: () => Promise<object>,
): Promise<WebAnswer> {
  try {
    return json(200, { ok: true, ...(await work()) })
  } catch (error) {
    const callId = ctx.call.id
    if (error instanceof Refused) {
      logRefusal(ctx, error.refusal.code)
      return refusedOver(error.refusal, { callId, now: ctx.now })
    }
    logFault(ctx, error)
    return json(503, { ok: false, refusal: refusal('BUSY', {}), callId })
  }
}

export function noSuchRoute(ctx: Pick<Context, 'call'>): WebAnswer {
  const refused = refusal('INPUT_INVALID', { fields: ['path'] })
  logRefusal(ctx, refused.code)
  return json(404, { ok: false, refusal: refused })
}

/** A refusal is said in the body; a machine that comes too often also reads in the header how long it has to wait. */
function refusedOver(refused: Refusal, { callId, now }: { callId: string; now: Instant }): WebAnswer {
  const said = { ok: false, refusal: refused, callId }
  if (refused.code !== 'TOO_OFTEN') return json(200, said)
  const seconds = Math.max(1, Math.ceil((refused.details.againAt - now) / 1000))
  const answer = json(429, said)
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } }
}

export const COMMON_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

export const json = (statusCode: number, content: unknown): WebAnswer => ({
  statusCode,
  headers: { ...COMMON_HEADERS, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(content),
})
