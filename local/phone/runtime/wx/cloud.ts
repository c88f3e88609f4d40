import { followCloudClock } from '../phone-clock'
import { session } from '../session'
import { extensionOf, heldFile, holdFile } from '../temporary-files'
import { ApiFailure, asyncApi } from './async-api'

const DEFAULT_TIMEOUT_MS = 60_000

interface CallOptions {
  name: string
  data?: unknown
  config?: { env?: string; timeout?: number }
  timeout?: number
}

/** Every failure of the way, or of the function itself, arrives as errCode -1 with the cause in the words. */
function cloudFailure(cause: string, code: number | string = -1): ApiFailure {
  const words = cause.replace(/^cloud\.\w+:fail\s*/, '')
  return new ApiFailure(`Error: errCode: ${code} | errMsg: ${words}`, { errCode: -1, requestID: '' })
}

const NO_NETWORK = 'request:fail net::ERR_INTERNET_DISCONNECTED'

type Answer = Record<string, unknown>

/** An answer that is no JSON is the server's own complaint, and is passed on unchanged. */
async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  try {
    return JSON.parse(text) as Answer
  } catch {
    return { error: `request:fail status ${response.status} ${text.slice(0, 200)}` }
  }
}

async function send(path: string, init: RequestInit, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<Answer> {
  if (session.offline) throw cloudFailure(NO_NETWORK)
  void followCloudClock()
  let answer: Answer
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    answer = await answerOf(await fetch(`/_cloud${path}`, { method: 'POST', ...init, signal }))
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    throw cloudFailure(timedOut ? 'request:fail timeout' : `request:fail ${(error as Error).message}`)
  }
  // An answer that came after the network went is one the phone never got.
  if (session.offline) throw cloudFailure(NO_NETWORK)
  const { error, errCode } = answer
  if (error === undefined) return answer
  throw cloudFailure(typeof error === 'string' ? error : JSON.stringify(error), (errCode as number) ?? -1)
}

const sendJson = (path: string, body: unknown, timeoutMs?: number) =>
  send(path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }, timeoutMs)

async function callFunction({ name, data, config, timeout }: CallOptions) {
  const body = {
    data: data ?? {},
    openid: session.openid,
    ...(session.unionid ? { unionid: session.unionid } : {}),
  }
  const { result } = await sendJson(`/_call/${encodeURIComponent(name)}`, body, config?.timeout ?? timeout)
  return { result, requestID: crypto.randomUUID() }
}

interface UploadOptions {
  cloudPath: string
  filePath: string
}

type Heard = (update: { progress: number; totalBytesSent: number; totalBytesExpectedToSend: number }) => void

async function uploadFile({ cloudPath, filePath }: UploadOptions, heard: readonly Heard[]) {
  const file = heldFile(filePath)
  if (!file) throw new ApiFailure(`file not found: ${filePath}`, { errCode: -1 })
  if (session.offline) throw cloudFailure(NO_NETWORK)
  const query = new URLSearchParams({ cloudPath, openid: session.openid })
  const answer = await sendBytes(`/_cloud/_local/upload?${query}`, file.bytes, heard)
  if (session.offline) throw cloudFailure(NO_NETWORK)
  if (answer.error !== undefined) throw cloudFailure(String(answer.error), Number(answer.errCode ?? -1))
  return { fileID: String(answer.fileID), statusCode: 204 }
}

/** The one request of a browser that says how far it is. */
function sendBytes(url: string, bytes: Uint8Array, heard: readonly Heard[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const update = {
        progress: Math.floor((loaded / Math.max(1, total)) * 100),
        totalBytesSent: loaded,
        totalBytesExpectedToSend: total,
      }
      for (const each of heard) each(update)
    })
    request.addEventListener('error', () => reject(cloudFailure('request:fail')))
    request.addEventListener('load', () => {
      answerOf(new Response(request.responseText)).then(resolve, reject)
    })
    request.send(new Uint8Array(bytes))
  })
}

/** The task comes back at once, and is told how far the file is. */
function uploadWithTask(options: UploadOptions): unknown {
  const heard: Heard[] = []
  const run = (given: UploadOptions) => uploadFile(given, heard)
  const result = asyncApi<UploadOptions>('cloud.uploadFile', run)(options)
  return Object.assign((result as object | undefined) ?? {}, {
    ...uploadTask,
    onProgressUpdate: (listener: Heard) => heard.push(listener),
  })
}

interface TemporaryUrl {
  fileID: string
  tempFileURL: string
  status: number
  errMsg: string
}

async function temporaryUrls({ fileList }: { fileList: (string | { fileID: string })[] }) {
  const fileIds = fileList.map((file) => (typeof file === 'string' ? file : file.fileID))
  const answer = await sendJson('/_local/temp-urls', { fileList: fileIds, openid: session.openid })
  return { fileList: answer.fileList as TemporaryUrl[] }
}

async function downloadFile({ fileID }: { fileID: string }) {
  const [first] = (await temporaryUrls({ fileList: [fileID] })).fileList
  if (!first?.tempFileURL) throw cloudFailure(first?.errMsg ?? 'file not found')
  return { tempFilePath: await keepDownload(first.tempFileURL), statusCode: 200 }
}

/**
 * Fetches through the phone's own server, because the cloud's files come from another origin; `by` is its way for files
 * by id, or for addresses, which it lets pass only to the hosts that the program declared.
 */
export async function keepDownload(url: string, by: '/_fetch' | '/_download' = '/_fetch'): Promise<string> {
  if (session.offline) throw new ApiFailure('net::ERR_INTERNET_DISCONNECTED')
  const foreign = /^https?:/.test(url) && !url.startsWith(window.location.origin)
  const response = await fetch(foreign ? `${by}?url=${encodeURIComponent(url)}` : url)
  if (foreign && response.status === 403) throw new ApiFailure('url not in domain list')
  if (!response.ok) throw new ApiFailure(`status ${response.status}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return holdFile({ bytes, type: response.headers.get('content-type') ?? '' }, extensionOf(url))
}

/** A transfer can be watched and aborted; here it is over before a program could abort it. */
const uploadTask = { abort() {}, onProgressUpdate() {}, offProgressUpdate() {} }

export function withTask(result: unknown): unknown {
  return Object.assign((result as object | undefined) ?? {}, uploadTask)
}

export const cloudApi = {
  DYNAMIC_CURRENT_ENV: Symbol.for('DYNAMIC_CURRENT_ENV').toString(),
  init() {},
  callFunction: asyncApi<CallOptions>('cloud.callFunction', callFunction),
  uploadFile: uploadWithTask,
  downloadFile: (options: { fileID: string }) =>
    withTask(asyncApi<typeof options>('cloud.downloadFile', downloadFile)(options)),
  getTempFileURL: asyncApi<{ fileList: string[] }>('cloud.getTempFileURL', temporaryUrls),
  deleteFile: asyncApi('cloud.deleteFile', () => {
    throw cloudFailure('permission denied', -502003)
  }),
}
