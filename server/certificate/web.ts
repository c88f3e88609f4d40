import { type Refusal, refusal } from '../../domain/kernel/refusal'
import type { Context } from '../context'
import { Refused } from '../refused'
import { check } from './check'
import { CHECK_PAGE, CONTENT_SECURITY_POLICY } from './page/page'
import { revoked } from './revoked'

/** An event of CloudBase's HTTP access; `path` is what follows the function's own, whichever case it came in. */
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

type Needs = Pick<Context, 'store' | 'packs' | 'now' | 'ports'>

/** A payload is 149 characters; what is far longer is not read. */
const BODY_LIMIT_BYTES = 2_048

/** The public door: the page that checks a certificate, the check itself, and the key for those who check offline. */
export async function handleWeb(event: WebEvent, ctx: Needs): Promise<WebAnswer> {
  const route = `${(event.httpMethod ?? 'GET').toUpperCase()} ${pathOf(event)}`
  switch (route) {
    case 'GET /':
    case 'HEAD /':
      return html()
    case 'GET /key':
      return json(200, keyOf(ctx))
    case 'GET /revoked':
      return answered(() => revoked(ctx, event.queryStringParameters?.after))
    case 'POST /check':
      return answered(async () => ({ check: await check(ctx, { payload: payloadIn(event) }) }))
    default:
      return json(404, { ok: false, refusal: refusal('INPUT_INVALID', { fields: ['path'] }) })
  }
}

/** Upper case comes from the QR, which holds the whole URL so; a host may or may not cut the function's own path off. */
const pathOf = ({ path }: WebEvent): string =>
  `/${(path ?? '').toLowerCase().replace(/^\/*(web(\/|$))?/, '')}`.replace(/(.)\/+$/, '$1')

/** What an offline verifier needs. */
const keyOf = ({ ports }: Needs) => {
  const { keyId, publicKeyHex } = ports.secrets.signing
  return { format: 1, keyId, algorithm: 'SM2 with SM3, user id 1234567812345678, r then s', publicKeyHex }
}

function payloadIn({ body = '', isBase64Encoded }: WebEvent): string {
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body
  if (Buffer.byteLength(text) > BODY_LIMIT_BYTES)
    throw new Refused(refusal('INPUT_TOO_LARGE', { limitBytes: BODY_LIMIT_BYTES }) as Refusal)
  const payload = fieldOf(text)
  if (typeof payload === 'string') return payload
  throw new Refused(refusal('INPUT_INVALID', { fields: ['payload'] }) as Refusal)
}

function fieldOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { payload?: unknown } | null)?.payload
  } catch {
    return undefined
  }
}

/** A refusal is an answer like any other; a fault says that it may be tried again, and no more. */
async function answered(work: () => Promise<object>): Promise<WebAnswer> {
  try {
    return json(200, { ok: true, ...(await work()) })
  } catch (error) {
    if (error instanceof Refused) return json(200, { ok: false, refusal: error.refusal })
    console.error('web', error)
    return json(503, { ok: false, refusal: refusal('BUSY', {}) })
  }
}

const COMMON = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

const json = (statusCode: number, content: unknown): WebAnswer => ({
  statusCode,
  headers: { ...COMMON, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(content),
})

const html = (): WebAnswer => ({
  statusCode: 200,
  headers: {
    ...COMMON,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_SECURITY_POLICY,
  },
  body: CHECK_PAGE,
})
