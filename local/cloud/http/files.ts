import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { rangeOf } from '../storage/byte-range'
import type { Files } from '../storage/files'
import type { SignedAddresses } from '../storage/signed-address'

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

export interface FileDoor {
  files: Files
  addresses: SignedAddresses
}

/** Serves a private file: it can be read or written only by a signed address that has not expired. */
export async function serveFile(
  { files, addresses }: FileDoor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local')
  const key = addresses.keyIn(url, request.method === 'PUT' ? 'write' : 'read')
  if (key === null) {
    response.writeHead(403).end('the address is not valid, or no longer')
    return
  }
  if (request.method === 'PUT') {
    await files.receive(key, request)
    response.writeHead(200).end()
    return
  }
  const found = files.locate(key)
  if (found) await send(found, request, response)
  else response.writeHead(404).end()
}

async function send(
  { file, sizeBytes }: { file: string; sizeBytes: number },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const range = rangeOf(request.headers.range, sizeBytes)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${sizeBytes}` }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 }
  response.writeHead(range ? 206 : 200, {
    'content-type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    ...(range ? { 'content-range': `bytes ${start}-${end}/${sizeBytes}` } : {}),
  })
  if (request.method === 'HEAD' || sizeBytes === 0) {
    response.end()
    return
  }
  // A player that seeks gives up the answer it was reading: that is no failure, and the file must be closed.
  await pipeline(createReadStream(file, { start, end }), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}
