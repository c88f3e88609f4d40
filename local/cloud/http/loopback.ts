import type { IncomingMessage, ServerResponse } from 'node:http'

const NAMES = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/**
 * Accepts requests from pages of this machine only. Any website open in a browser here could otherwise send
 * requests to the loopback address, and read the answers under a domain name that points to it.
 */
export function isFromLoopback({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  const byPage = origin === undefined || NAMES.test(origin.replace(/^https?:\/\//, ''))
  return byPage && NAMES.test(host ?? '')
}

export function allowLoopbackPages({ headers }: IncomingMessage, response: ServerResponse): void {
  if (!headers.origin) return
  response.setHeader('access-control-allow-origin', headers.origin)
  response.setHeader('vary', 'origin')
  response.setHeader('access-control-allow-headers', 'content-type, range')
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, HEAD, OPTIONS')
  response.setHeader('access-control-expose-headers', 'content-range, content-length, accept-ranges')
}
