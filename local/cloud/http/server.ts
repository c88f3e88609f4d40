import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { serveAdmin } from './admin'
import { serveCall } from './call'
import { serveDesk } from './desk'
import { serveFile } from './files'
import { allowLoopbackPages, isFromLoopback } from './loopback'
import type { Parts } from './parts'
import { serveWeb } from './web'

type Door = (parts: Parts, request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Every door of the cloud, by the beginning of its path. */
const DOORS: readonly { path: RegExp; serve: Door }[] = [
  { path: /^\/admin$/, serve: serveAdmin },
  {
    path: /^\/_storage\//,
    serve: ({ fileDoor }, request, response) => serveFile(fileDoor, request, response),
  },
  { path: /^\/_call\//, serve: serveCall },
  // A QR code's alphanumeric mode knows capitals only, so its address says /WEB/.
  { path: /^\/web(\/|$)/i, serve: serveWeb },
  { path: /^\/_local\//, serve: serveDesk },
]

/**
 * How long a connection that says nothing is kept. Node ends it after five seconds, and a computer that stands still for
 * as long then sees its next call reset on a connection it took for open; the platform's gateways wait longer.
 */
const KEPT_MS = 600_000

export function createServer(parts: Parts): http.Server {
  const server = http.createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => fail(response, error))
  })
  server.keepAliveTimeout = KEPT_MS
  return server
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isFromLoopback(request)) {
    response.writeHead(403).end()
    return
  }
  allowLoopbackPages(request, response)
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end()
    return
  }
  const { pathname } = new URL(request.url ?? '/', 'http://local')
  const door = DOORS.find(({ path }) => path.test(pathname))
  if (door) await door.serve(parts, request, response)
  else response.writeHead(404).end()
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(error instanceof Error ? error.message : String(error))
}
