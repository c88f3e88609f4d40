import { createReadStream, existsSync, statSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { bundleRuntime } from './pack/bundle-runtime'
import { type Pack, pack } from './pack/pack'
import { fontFile } from './page/fonts'
import { forward } from './page/forward'
import { screenPage, surroundPage } from './page/html'

export interface PhoneServerOptions {
  /** The built mini-program, as it would be uploaded. */
  dist: string
  /** The result of `pack` for this build, where it is served more than once. */
  packed?: Pack
  /** The local cloud: `POST {cloudOrigin}/_call/<function>`. */
  cloudOrigin: string
  /** Hosts of the program's downloadFile list, as its console has them; `wx.downloadFile` fetches from no other. */
  downloadHosts?: readonly string[]
  /** Interfaces that the program's privacy guide names; any other that needs a line there fails. */
  privacyGuide?: readonly string[]
  port?: number
}

export interface PhoneUrlOptions {
  openid: string
  /** A page of the program with its query: '/pages/x/index?a=b'. */
  page?: string
  scene?: number
  query?: Record<string, string>
  /** Nothing but the screen, for a page that embeds it at 390 by 844. */
  frame?: boolean
  scale?: number
  fontSize?: number
  theme?: 'light' | 'dark'
}

export interface PhoneServer {
  origin: string
  cloudOrigin: string
  /** Every page of the program, as a path without a leading slash. */
  pages: string[]
  /** Problems that the packer found in the program's own files. */
  warnings: string[]
  url(options: PhoneUrlOptions): string
  stop(): Promise<void>
}

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.json': 'application/json',
  '.ttf': 'font/ttf',
}

export async function servePhone(options: PhoneServerOptions): Promise<PhoneServer> {
  const { dist, cloudOrigin, downloadHosts = [], privacyGuide = [] } = options
  const packed = options.packed ?? pack(dist)
  const runtime = await bundleRuntime()
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://phone')
    const path = decodeURIComponent(url.pathname)
    const send = (type: string, body: string) => {
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
      response.end(body)
    }
    const fetched = url.searchParams.get('url') ?? ''
    if (path === '/') send('text/html', needsSurround(url) ? surround(url) : screenPage())
    else if (path === '/_program.js')
      send('text/javascript', `${packed.code}window.__privacyGuide=${JSON.stringify(privacyGuide)};`)
    else if (path === '/_runtime.js') send('text/javascript', runtime)
    else if (path.startsWith('/_cloud/'))
      forward(request, response, `${cloudOrigin}${request.url?.slice(7) ?? ''}`)
    else if (path === '/_fetch' && isCloudFile(cloudOrigin, fetched)) forward(request, response, fetched)
    else if (path === '/_download') download(fetched, { request, response, cloudOrigin, downloadHosts })
    else if (path.startsWith('/_font/')) sendFile(response, fontFile(path.slice(7)))
    else if (path.startsWith('/_dist/')) sendFile(response, inside(dist, path.slice(7)))
    else sendFile(response, null)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    cloudOrigin,
    pages: packed.pages,
    warnings: packed.warnings,
    url: (wanted) => phoneUrl(origin, wanted),
    stop: () => close(server),
  }
}

function phoneUrl(origin: string, wanted: PhoneUrlOptions): string {
  const url = new URL(origin)
  const set = (name: string, value: string | number | undefined) => {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  set('openid', wanted.openid)
  set('page', wanted.page)
  set('scene', wanted.scene)
  set(
    'query',
    wanted.query && Object.keys(wanted.query).length > 0 ? JSON.stringify(wanted.query) : undefined,
  )
  set('frame', wanted.frame ? 1 : undefined)
  set('scale', wanted.scale === 1 ? undefined : wanted.scale)
  set('fontSize', wanted.fontSize)
  set('theme', wanted.theme)
  return url.href
}

/** A browser window is wider than a phone; only a caller that says `frame` has made room of the right size. */
const needsSurround = (url: URL) => url.searchParams.has('scale') || !url.searchParams.has('frame')

function surround(url: URL): string {
  const inner = new URL(url)
  inner.searchParams.delete('scale')
  inner.searchParams.set('frame', '1')
  const scale = Number(url.searchParams.get('scale') ?? '1')
  return surroundPage(`/${inner.search}`, scale > 0 ? scale : 1, url.searchParams.has('frame'))
}

interface Downloading {
  request: http.IncomingMessage
  response: http.ServerResponse
  cloudOrigin: string
  downloadHosts: readonly string[]
}

function download(target: string, { request, response, cloudOrigin, downloadHosts }: Downloading): void {
  const isListed = URL.canParse(target) && downloadHosts.includes(new URL(target).host)
  if (isListed && isCloudFile(cloudOrigin, target)) forward(request, response, target)
  else {
    response.writeHead(isListed ? 404 : 403)
    response.end()
  }
}

/** Only files of the local cloud are fetched on the phone's behalf: this is no proxy to the world. */
function isCloudFile(cloudOrigin: string, target: string): boolean {
  return URL.canParse(target) && new URL(target).origin === new URL(cloudOrigin).origin
}

function inside(folder: string, path: string): string {
  return join(folder, normalize(`/${path}`))
}

function sendFile(response: http.ServerResponse, file: string | null): void {
  if (!file || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404)
    response.end()
    return
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  const cache = type === 'font/ttf' ? 'max-age=31536000, immutable' : 'no-store'
  response.writeHead(200, {
    'content-type': type,
    'content-length': statSync(file).size,
    'cache-control': cache,
  })
  createReadStream(file).pipe(response)
}

function close(server: http.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
