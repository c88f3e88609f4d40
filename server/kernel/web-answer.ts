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
  ctx: Pick<Context, 'call' | 'openid'>,
  work: () => Promise<object>,
): Promise<WebAnswer> {
  try {
    return json(200, { ok: true, ...(await work()) })
  } catch (error) {
    const callId = ctx.call.id
    if (error instanceof Refused) {
      logRefusal(ctx, error.refusal.code)
      return json(200, { ok: false, refusal: error.refusal, callId })
    }
    logFault(ctx, error)
    return json(503, { ok: false, refusal: refusal('BUSY', {}), callId })
  }
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
