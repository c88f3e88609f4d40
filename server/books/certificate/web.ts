import { type Refusal, refusal } from '../../../domain/kernel/refusal'
import { REGIONS } from '../../../domain/kernel/regions'
import type { Context } from '../../kernel/context'
import { hourWordOf } from '../../kernel/hour-word'
import { Refused } from '../../kernel/refused'
import {
  answered,
  COMMON_HEADERS,
  json,
  jsonIn,
  noSuchRoute,
  routeOf,
  type WebAnswer,
  type WebEvent,
} from '../../kernel/web-answer'
import { check } from './check'
import { CONTENT_SECURITY_POLICY, checkPage } from './page/page'
import { revoked } from './revoked'

type Needs = Pick<Context, 'call' | 'openid' | 'store' | 'packs' | 'now' | 'ports'>

/** A payload is 149 characters; a far longer body is not read. */
const BODY_LIMIT_BYTES = 2_048

const ROUTES = ['GET /', 'HEAD /', 'GET /key', 'GET /revoked', 'POST /check']

/** The route as the log names it: one of ours, never what a caller made up. */
export const webRouteOf = (event: WebEvent): string =>
  ROUTES.find((route) => route === routeOf(event)) ?? 'unknown'

/** The public door: the page that checks a certificate, the check itself, and the key for offline verifiers. */
export async function handleWeb(event: WebEvent, ctx: Needs): Promise<WebAnswer> {
  switch (routeOf(event)) {
    case 'GET /':
    case 'HEAD /':
      return html(ctx)
    case 'GET /key':
      return json(200, keyOf(ctx))
    case 'GET /revoked':
      return answered(ctx, () => revoked(ctx, event.queryStringParameters?.after))
    case 'POST /check':
      return answered(ctx, async () => ({ check: await check(ctx, { payload: payloadIn(event) }) }))
    default:
      return noSuchRoute(ctx)
  }
}

/** The facts that an offline verifier needs: the key that signs, and all that ever did with their days. */
const keyOf = ({ ports }: Needs) => {
  const { current, past } = ports.secrets.signing
  const { keyId, publicKeyHex } = current
  const algorithm = 'SM2 with SM3, user id 1234567812345678, r then s'
  return { format: 1, keyId, algorithm, publicKeyHex, keys: [current, ...past] }
}

function payloadIn(event: WebEvent): string {
  const payload = (jsonIn(event, BODY_LIMIT_BYTES) as { payload?: unknown } | null | undefined)?.payload
  if (typeof payload === 'string') return payload
  throw new Refused(refusal('INPUT_INVALID', { fields: ['payload'] }) as Refusal)
}

const html = (ctx: Needs): WebAnswer => ({
  statusCode: 200,
  headers: {
    ...COMMON_HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_SECURITY_POLICY,
  },
  body: checkPage(new Map(REGIONS.map((region) => [region, hourWordOf(ctx, region)]))),
})
