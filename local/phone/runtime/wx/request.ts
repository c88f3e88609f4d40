import { session } from '../session'
import { ApiFailure, asyncApi } from './async-api'
import { withTask } from './cloud'

interface RequestOptions {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  dataType?: string
  timeout?: number
}

async function request({
  url,
  method = 'GET',
  data,
  header = {},
  dataType = 'json',
  timeout = 60_000,
}: RequestOptions) {
  if (session.offline) throw new ApiFailure('net::ERR_INTERNET_DISCONNECTED', { errno: 5 })
  const body = method === 'GET' ? null : typeof data === 'string' ? data : JSON.stringify(data ?? {})
  const headers = { 'content-type': 'application/json', ...header }
  try {
    const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(timeout) })
    const text = await response.text()
    return {
      data: parsed(text, dataType),
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
    }
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    throw new ApiFailure(timedOut ? 'timeout' : (error as Error).message, { errno: 5 })
  }
}

function parsed(text: string, dataType: string): unknown {
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export const requestApi = {
  request: (options: RequestOptions) => withTask(asyncApi<RequestOptions>('request', request)(options)),
}
