import { randomUUID } from 'node:crypto'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { MovableClock } from './clock'
import { CloudError } from './errors'
import type { Fault, FaultPlan } from './faults'
import type { Answer, Caller } from './functions/instances'
import type { Operations } from './operations'
import type { FileStorage } from './storage'
import type { Store } from './store/store'
import { type DatabaseRequest, databaseActions } from './wire/database-actions'
import { partOf, textPart } from './wire/multipart'
import type { OpenApi, PhoneCodes } from './wire/openapi'
import { storageActions } from './wire/storage-actions'

export interface Parts {
  store: Store
  storage: FileStorage
  openApi: OpenApi
  phoneCodes: PhoneCodes
  clock: MovableClock
  faults: FaultPlan
  operations: Operations
  invoke(name: string, event: unknown, caller: Caller): Promise<Answer>
}

const LOOPBACK = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/
const CALL_LIMIT_BYTES = 100 * 1024
const BODY_LIMIT_BYTES = 64 * 1024 * 1024

export function createServer(parts: Parts): http.Server {
  return http.createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(error instanceof Error ? error.message : String(error))
    })
  })
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local')
  allowLoopback(request, response)
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end()
    return
  }
  if (url.pathname.startsWith('/_storage/')) return parts.storage.serve(request, response, url)
  const body = await bodyOf(request)
  if (url.pathname === '/admin') return admin(parts, request, body, response)
  if (url.pathname.startsWith('/_upload/')) {
    parts.storage.put(decodeURIComponent(url.pathname.slice('/_upload/'.length)), body)
    response.writeHead(200).end()
    return
  }
  if (url.pathname.startsWith('/_call/'))
    return json(response, await call(parts, url.pathname.slice('/_call/'.length), body))
  if (/^\/web(\/|$)/i.test(url.pathname)) return web(parts, request, { url, body, response })
  if (url.pathname.startsWith('/_local/'))
    return json(response, await desk(parts, url.pathname.slice('/_local/'.length), body))
  response.writeHead(404).end()
}

function allowLoopback(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers
  if (!origin || !LOOPBACK.test(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-headers', 'content-type, range')
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, HEAD, OPTIONS')
  response.setHeader('access-control-expose-headers', 'content-range, content-length, accept-ranges')
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > BODY_LIMIT_BYTES) throw new Error('the body is too large')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}

/** The SDK's channel: HTTP is always 200, an error is a code and a message. */
async function admin(
  parts: Parts,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const type = request.headers['content-type'] ?? ''
  if (type.includes('multipart/form-data')) {
    const answer = parts.openApi.answer(
      textPart(body, type, 'apiName'),
      partOf(body, type, 'requestData') ?? Buffer.alloc(0),
    )
    response.writeHead(200, { 'content-type': 'application/octet-stream' })
    response.end(answer)
    return
  }
  const message = JSON.parse(body.toString()) as DatabaseRequest & Record<string, unknown>
  const happening = {
    action: message.action,
    ...(message.collectionName ? { collection: message.collectionName } : {}),
  }
  const requestId = randomUUID()
  try {
    parts.operations.note(message.action, message.queryType)
    await parts.faults.before(happening)
    const answer = await act(parts, message, `http://${request.headers.host}`)
    if (parts.faults.answerIsLost(happening)) request.socket.destroy()
    else json(response, { requestId, ...answer })
  } catch (error) {
    if (error instanceof CloudError) json(response, { requestId, code: error.code, message: error.message })
    else
      json(response, {
        requestId,
        code: 'SYS_ERR',
        message: error instanceof Error ? error.message : String(error),
      })
  }
}

async function act(
  parts: Parts,
  message: DatabaseRequest & Record<string, unknown>,
  origin: string,
): Promise<object> {
  const database = databaseActions[message.action]
  if (database) return database(parts.store, message, parts.clock.now())
  const storage = storageActions[message.action]
  if (storage) return storage(parts.storage, message as Parameters<typeof storage>[1], origin)
  if (message.action === 'functions.invokeFunction') {
    const event: unknown = message.request_data ? JSON.parse(String(message.request_data)) : {}
    const answer = await parts.invoke(String(message.function_name), event, {})
    if (answer.error) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', answer.error)
    return { data: { response_data: JSON.stringify(answer.result ?? null) } }
  }
  throw new CloudError('LOCAL_UNSUPPORTED', `the local cloud does not support ${message.action}`)
}

/** A phone's callFunction. Only functions can be reached this way: collections and files are closed to clients. */
async function call(parts: Parts, name: string, body: Buffer): Promise<object> {
  if (body.length > CALL_LIMIT_BYTES)
    return { error: 'cloud.callFunction:fail -1 request data is over 100 KB', errCode: -1 }
  const { data, openid, unionid } = JSON.parse(body.toString()) as {
    data?: unknown
    openid?: string
    unionid?: string
  }
  if (!openid) return { error: 'cloud.callFunction:fail -1 no openid', errCode: -1 }
  const answer = await parts.invoke(name, data ?? {}, {
    openid,
    source: 'wx_client',
    ...(unionid ? { unionid } : {}),
  })
  return answer.error === undefined ? { result: answer.result } : { error: answer.error, errCode: -1 }
}

interface WebCall {
  url: URL
  body: Buffer
  response: ServerResponse
}

/** HTTP access to the function `web`, in the shape of CloudBase's HTTP trigger. */
async function web(parts: Parts, request: IncomingMessage, { url, body, response }: WebCall): Promise<void> {
  const event = {
    path: url.pathname.slice('/web'.length) || '/',
    httpMethod: request.method,
    headers: request.headers,
    queryStringParameters: Object.fromEntries(url.searchParams),
    body: body.length > 0 ? body.toString() : '',
    isBase64Encoded: false,
  }
  const { result, error } = await parts.invoke('web', event, { source: 'http' })
  if (error) {
    response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end(error)
    return
  }
  const answer = result as {
    statusCode?: number
    headers?: Record<string, string>
    body?: string
    isBase64Encoded?: boolean
  }
  response.writeHead(answer.statusCode ?? 200, answer.headers ?? {})
  response.end(answer.isBase64Encoded ? Buffer.from(answer.body ?? '', 'base64') : (answer.body ?? ''))
}

/** What the desk and journeys move: the clock, faults, phone codes; and what they look at. */
async function desk(parts: Parts, what: string, body: Buffer): Promise<object> {
  const given = (body.length > 0 ? JSON.parse(body.toString()) : {}) as Record<string, unknown>
  switch (what) {
    case 'clock':
      if (typeof given.advanceMs === 'number') await parts.clock.advanceMs(given.advanceMs)
      return { now: parts.clock.now() }
    case 'fault':
      if (given.clear) parts.faults.clear()
      else parts.faults.add(given as unknown as Fault)
      return {}
    case 'phone-code':
      return { code: parts.phoneCodes.issue(String(given.phoneNumber)) }
    case 'outbox':
      return { outbox: parts.openApi.outbox }
    default:
      throw new Error(`nothing is called ${what}`)
  }
}
