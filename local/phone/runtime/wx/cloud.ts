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
  return new ApiFailure(`Error: errCode: ${code} | errMsg: ${cause}`, { errCode: -1, requestID: '' })
}

async function post(path: string, body: unknown, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<unknown> {
  if (session.offline) throw cloudFailure('request:fail net::ERR_INTERNET_DISCONNECTED')
  let response: Response
  try {
    response = await fetch(`/_cloud${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const answer = (await response.json()) as Record<string, unknown>
    if (session.offline) throw new Error('request:fail net::ERR_INTERNET_DISCONNECTED')
    if (!response.ok && answer.error === undefined) throw new Error(`request:fail status ${response.status}`)
    return answer
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    throw cloudFailure(timedOut ? 'request:fail timeout' : `request:fail ${(error as Error).message}`)
  }
}

async function callFunction({ name, data, config, timeout }: CallOptions) {
  const body = {
    data: data ?? {},
    openid: session.openid,
    ...(session.unionid ? { unionid: session.unionid } : {}),
  }
  const answer = await post(`/_call/${encodeURIComponent(name)}`, body, config?.timeout ?? timeout)
  const { result, error, errCode } = answer as { result?: unknown; error?: unknown; errCode?: number }
  if (error !== undefined) {
    const words = typeof error === 'string' ? error : JSON.stringify(error)
    throw cloudFailure(words, errCode ?? -1)
  }
  return { result, requestID: crypto.randomUUID() }
}

async function uploadFile({ cloudPath, filePath }: { cloudPath: string; filePath: string }) {
  const file = heldFile(filePath)
  if (!file) throw new ApiFailure(`file not found: ${filePath}`, { errCode: -1 })
  if (session.offline) throw cloudFailure('request:fail net::ERR_INTERNET_DISCONNECTED')
  const query = new URLSearchParams({ cloudPath, openid: session.openid })
  const response = await fetch(`/_cloud/_local/upload?${query}`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: new Uint8Array(file.bytes),
  })
  const answer = (await response.json()) as { fileID?: string; error?: string }
  if (!answer.fileID) throw cloudFailure(answer.error ?? `request:fail status ${response.status}`)
  return { fileID: answer.fileID, statusCode: 204 }
}

interface TemporaryUrl {
  fileID: string
  tempFileURL: string
  status: number
  errMsg: string
}

async function temporaryUrls({ fileList }: { fileList: (string | { fileID: string })[] }) {
  const fileIds = fileList.map((file) => (typeof file === 'string' ? file : file.fileID))
  const answer = await post('/_local/temp-urls', { fileList: fileIds, openid: session.openid })
  const { fileList: urls, error } = answer as { fileList?: TemporaryUrl[]; error?: string }
  if (!urls) throw cloudFailure(String(error))
  return { fileList: urls }
}

async function downloadFile({ fileID }: { fileID: string }) {
  const [first] = (await temporaryUrls({ fileList: [fileID] })).fileList
  if (!first?.tempFileURL) throw cloudFailure(first?.errMsg ?? 'file not found')
  return { tempFilePath: await keepDownload(first.tempFileURL), statusCode: 200 }
}

/** Fetches through the phone's own server, because the cloud's files come from another origin. */
export async function keepDownload(url: string): Promise<string> {
  if (session.offline) throw new ApiFailure('net::ERR_INTERNET_DISCONNECTED')
  const foreign = /^https?:/.test(url) && !url.startsWith(window.location.origin)
  const response = await fetch(foreign ? `/_fetch?url=${encodeURIComponent(url)}` : url)
  if (!response.ok) throw new ApiFailure(`status ${response.status}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return holdFile({ bytes, type: response.headers.get('content-type') ?? '' }, extensionOf(url))
}

/** An upload can be watched and given up; here it is over before anybody could. */
const uploadTask = { abort() {}, onProgressUpdate() {}, offProgressUpdate() {} }

export function withTask(result: unknown): unknown {
  return Object.assign((result as object | undefined) ?? {}, uploadTask)
}

export const cloudApi = {
  DYNAMIC_CURRENT_ENV: Symbol.for('DYNAMIC_CURRENT_ENV').toString(),
  init() {},
  callFunction: asyncApi<CallOptions>('cloud.callFunction', callFunction),
  uploadFile: (options: { cloudPath: string; filePath: string }) =>
    withTask(asyncApi<typeof options>('cloud.uploadFile', uploadFile)(options)),
  downloadFile: (options: { fileID: string }) =>
    withTask(asyncApi<typeof options>('cloud.downloadFile', downloadFile)(options)),
  getTempFileURL: asyncApi<{ fileList: string[] }>('cloud.getTempFileURL', temporaryUrls),
  deleteFile: asyncApi('cloud.deleteFile', () => {
    throw cloudFailure('permission denied', -502003)
  }),
}
