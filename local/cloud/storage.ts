import { createHmac, randomBytes } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { MovableClock } from './clock'

const DEFAULT_AGE_SECONDS = 7200
const TYPES: Record<string, string> = {
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

export interface ByteRange {
  start: number
  end: number
}

/** `bytes=a-b`, `bytes=a-`, `bytes=-n` against a size; null where there is none, 'unsatisfiable' where it asks beyond. */
export function rangeOf(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [, first = '', last = ''] = match
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end || start >= size ? 'unsatisfiable' : { start, end }
}

/** Files by path. Nobody reads one without an address that was signed here and has not expired on the cloud's clock. */
export class FileStorage {
  private readonly secret = randomBytes(32)

  constructor(
    private readonly folder: string,
    private readonly envId: string,
    private readonly clock: MovableClock,
  ) {
    mkdirSync(folder, { recursive: true })
  }

  fileId(key: string): string {
    return `cloud://${this.envId}.local/${key}`
  }

  keyOf(fileId: string): string {
    return fileId.replace(/^cloud:\/\/[^/]+\//, '')
  }

  put(key: string, content: Uint8Array | string): string {
    const file = this.fileOf(key)
    mkdirSync(path.dirname(file), { recursive: true })
    if (typeof content === 'string') copyFileSync(content, file)
    else writeFileSync(file, content)
    return this.fileId(key)
  }

  has(key: string): boolean {
    return existsSync(this.fileOf(key))
  }

  remove(key: string): boolean {
    if (!this.has(key)) return false
    rmSync(this.fileOf(key))
    return true
  }

  /** The part of an address after the origin. */
  signedPath(key: string, ageSeconds = DEFAULT_AGE_SECONDS): string {
    const until = Math.floor(this.clock.now() / 1000) + ageSeconds
    // Chinese names stay as they are: the SDK encodes the address once more before it downloads.
    return `/_storage/${key.replace(/[%?#]/g, encodeURIComponent)}?until=${until}&sign=${this.signature(key, until)}`
  }

  serve(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const key = decodeURIComponent(url.pathname.slice('/_storage/'.length))
    const until = Number(url.searchParams.get('until'))
    const genuine = url.searchParams.get('sign') === this.signature(key, until)
    if (!genuine || until * 1000 <= this.clock.now()) {
      response.writeHead(403).end('the address is not valid, or no longer')
      return
    }
    if (!this.has(key)) {
      response.writeHead(404).end()
      return
    }
    this.send(request, response, this.fileOf(key))
  }

  private send(request: IncomingMessage, response: ServerResponse, file: string): void {
    const { size } = statSync(file)
    const range = rangeOf(request.headers.range, size)
    const headers = {
      'content-type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
      'accept-ranges': 'bytes',
      'access-control-allow-origin': '*',
    }
    if (range === 'unsatisfiable') {
      response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
      return
    }
    const { start, end } = range ?? { start: 0, end: size - 1 }
    response.writeHead(range ? 206 : 200, {
      ...headers,
      'content-length': end - start + 1,
      ...(range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
    })
    if (request.method === 'HEAD' || size === 0) response.end()
    else createReadStream(file, { start, end }).pipe(response)
  }

  private signature(key: string, until: number): string {
    return createHmac('sha256', this.secret).update(`${key}\n${until}`).digest('hex').slice(0, 32)
  }

  /** Stays inside the folder, whatever the key says. */
  private fileOf(key: string): string {
    return path.join(this.folder, path.normalize(`/${key}`))
  }
}
