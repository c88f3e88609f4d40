import type { IncomingMessage, ServerResponse } from 'node:http'
import { BodyTooLarge, bodyOf } from './body'
import type { Parts } from './parts'

/** The function that HTTP access leads to. */
const FUNCTION = 'web'
/** The platform's limit on a body over HTTP. */
const BODY_LIMIT_BYTES = 6 * 1024 * 1024
const TEXT = /^(text\/|application\/(json|x-www-form-urlencoded|xml|javascript))/

interface Integrated {
  statusCode?: number
  headers?: Record<string, string>
  body?: unknown
  isBase64Encoded?: boolean
}

/** HTTP access to one function, in the shape of CloudBase's HTTP trigger. */
export async function serveWeb(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request, BODY_LIMIT_BYTES).catch((error: unknown) => {
    if (error instanceof BodyTooLarge) return null
    throw error
  })
  if (body === null) {
    response.writeHead(413).end()
    return
  }
  const address = request.socket.remoteAddress ?? ''
  const event = eventOf(request, { body, address })
  const { result, error } = await parts.invoke(FUNCTION, event, { source: 'http', address })
  if (error === undefined) sendIntegrated(response, result)
  else response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end(error)
}

/** The gateway's own headers: what a caller says of its address goes behind what the gateway saw. */
const seenBy = (address: string, { 'x-forwarded-for': said }: IncomingMessage['headers']): object => ({
  'x-real-ip': address,
  'x-forwarded-for': said === undefined ? address : `${String(said)}, ${address}`,
})

function eventOf(
  { url = '/', method, headers }: IncomingMessage,
  { body, address }: { body: Buffer; address: string },
): object {
  const { pathname, searchParams } = new URL(url, 'http://local')
  const isText = body.length === 0 || TEXT.test(headers['content-type'] ?? '')
  return {
    path: pathname.slice('/web'.length) || '/',
    httpMethod: method,
    headers: { ...headers, ...seenBy(address, headers) },
    queryStringParameters: Object.fromEntries(searchParams),
    body: body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  }
}

/** An answer with a status is taken apart; any other is sent as JSON, as the platform does. */
function sendIntegrated(response: ServerResponse, result: unknown): void {
  const isIntegrated = result !== null && typeof result === 'object' && 'statusCode' in result
  if (!isIntegrated) {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(result ?? null))
    return
  }
  const { statusCode = 200, headers = {}, body = '', isBase64Encoded } = result as Integrated
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(statusCode, headers)
  response.end(isBase64Encoded ? Buffer.from(text, 'base64') : text)
}
