import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Holder } from '../credentials'
import { CloudError, errors } from '../errors'
import type { Happening } from '../faults'
import { type DatabaseRequest, databaseActions } from '../wire/database-actions'
import { partOf, textPart } from '../wire/multipart'
import { storageActions } from '../wire/storage-actions'
import { bodyOf, sendJson } from './body'
import { callLimitRefusal } from './call'
import type { Parts } from './parts'

const BODY_LIMIT_BYTES = 32 * 1024 * 1024

type Message = DatabaseRequest & Record<string, unknown>

/** The SDK's channel: HTTP is always 200, an error is a code and a message. */
export async function serveAdmin(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request, BODY_LIMIT_BYTES)
  const requestId = randomUUID()
  try {
    const holder = parts.credentials.holderOf(request.headers.authorization)
    if (!holder) throw new CloudError('SIGN_PARAM_INVALID', 'only functions have the key to this door')
    const type = request.headers['content-type'] ?? ''
    const answer = type.includes('multipart/form-data')
      ? await cloudCall(parts, { body, type, holder })
      : await operation(parts, { body, requestId, holder, origin: `http://${request.headers.host}` })
    if (answer === 'lost') request.socket.destroy()
    else if (Buffer.isBuffer(answer)) sendProtobuf(response, answer)
    else sendJson(response, answer)
  } catch (error) {
    const code = error instanceof CloudError ? error.code : 'SYS_ERR'
    sendJson(response, { requestId, code, message: error instanceof Error ? error.message : String(error) })
  }
}

function sendProtobuf(response: ServerResponse, answer: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/octet-stream' })
  response.end(answer)
}

/** The open API: protobuf in a multipart body. */
async function cloudCall(
  parts: Parts,
  { body, type, holder }: { body: Buffer; type: string; holder: Holder },
): Promise<Buffer | 'lost'> {
  const api = textPart(body, type, 'apiName')
  const happening = { action: `openapi.${api}`, ...functionOf(holder) }
  await parts.faults.before(happening)
  const data = partOf(body, type, 'requestData') ?? Buffer.alloc(0)
  const answer = parts.openApi.answer(api, data, functionOf(holder).function)
  return afterwards(parts, happening, holder) ?? answer
}

interface Operation {
  body: Buffer
  requestId: string
  holder: Holder
  origin: string
}

async function operation(
  parts: Parts,
  { body, requestId, holder, origin }: Operation,
): Promise<object | 'lost'> {
  const message = JSON.parse(body.toString()) as Message
  const { action, collectionName, queryType, query } = message
  const happening = {
    action,
    ...(collectionName ? { collection: collectionName } : {}),
    ...functionOf(holder),
  }
  parts.operations.note({ action, queryType, query })
  await parts.faults.before(happening)
  const answer = await act(parts, message, origin)
  return afterwards(parts, happening, holder) ?? { requestId, ...answer }
}

const functionOf = (holder: Holder): { function?: string } =>
  holder.kind === 'instance' ? { function: holder.functionName } : {}

/** Faults that strike after the operation is done: its caller never receives the answer. */
function afterwards(parts: Parts, happening: Happening, holder: Holder): 'lost' | null {
  if (holder.kind === 'instance' && parts.faults.killsInstance(happening)) {
    parts.killInstance(holder.instanceId)
    return 'lost'
  }
  return parts.faults.answerIsLost(happening) ? 'lost' : null
}

async function act(parts: Parts, message: Message, origin: string): Promise<object> {
  const { action } = message
  const database = databaseActions[action]
  if (database) return database(parts.store, message, parts.clock.now())
  const storage = storageActions[action]
  if (storage) return storage(parts.fileDoor, message as Parameters<typeof storage>[1], origin)
  if (action === 'functions.invokeFunction') return invokeFunction(parts, message)
  throw errors.unsupported(action)
}

/** A function calls another one. The caller's openid does not travel with it. */
async function invokeFunction(parts: Parts, message: Message): Promise<object> {
  const text = String(message.request_data ?? '{}')
  const refusal = callLimitRefusal(text)
  const { error, result } = refusal
    ? { error: refusal }
    : await parts.invoke(String(message.function_name), JSON.parse(text), {})
  if (error !== undefined) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', error)
  return { data: { response_data: JSON.stringify(result ?? null) } }
}
