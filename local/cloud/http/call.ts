import type { IncomingMessage, ServerResponse } from 'node:http'
import { bodyOf, sendJson } from './body'
import type { Parts } from './parts'

/** The platform's limit on the text of a call. */
const CALL_LIMIT_BYTES = 100 * 1024
/** A phone may send more, to be refused with the platform's words and not with a broken connection. */
const BODY_LIMIT_BYTES = 16 * 1024 * 1024

interface PhoneCall {
  data?: unknown
  openid?: unknown
  unionid?: unknown
}

export function callLimitRefusal(text: string): string | null {
  const bytes = Buffer.byteLength(text)
  return bytes > CALL_LIMIT_BYTES ? `data exceed max size: ${bytes} bytes, at most ${CALL_LIMIT_BYTES}` : null
}

/** A phone's callFunction. Only functions can be reached this way: collections and files are closed to clients. */
export async function serveCall(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://local')
  const name = decodeURIComponent(pathname.slice('/_call/'.length))
  const body = await bodyOf(request, BODY_LIMIT_BYTES)
  const { data = {}, openid, unionid } = JSON.parse(body.toString()) as PhoneCall
  const refusal = callLimitRefusal(JSON.stringify(data)) ?? openidRefusal(openid)
  const { result, error } = refusal
    ? { error: refusal }
    : await parts.invoke(name, data, {
        openid: String(openid),
        source: 'wx_client',
        ...(typeof unionid === 'string' ? { unionid } : {}),
      })
  if (error === undefined) sendJson(response, { result })
  else sendJson(response, { error: `cloud.callFunction:fail ${error}`, errCode: -1 })
}

/** The SDK would turn an openid of digits into a number, which no real one is. */
const openidRefusal = (openid: unknown): string | null =>
  typeof openid === 'string' && /^[A-Za-z]/.test(openid) ? null : 'an openid begins with a letter'
