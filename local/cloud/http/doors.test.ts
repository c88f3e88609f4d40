import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LocalCloud, reachCloud, startCloud } from '..'

const folder = mkdtempSync(path.join(tmpdir(), 'cloud-doors-'))
const dataDir = path.join(folder, 'data')
const functionsDir = path.join(folder, 'functions')
const COLLECTIONS = [{ name: 'items', indexes: [] }]
let cloud: LocalCloud

function write(name: string, main: string): void {
  mkdirSync(path.join(functionsDir, name), { recursive: true })
  writeFileSync(path.join(functionsDir, name, 'index.js'), `exports.main = async (event) => { ${main} }`)
}

const post = (where: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${cloud.origin}${where}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const answered = async (response: Promise<Response>) =>
  (await response).json() as Promise<Record<string, unknown>>
const called = (body: object) => answered(post('/_call/echo', body))

/** fetch does not let a test lie about its host. */
const statusFor = (headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const request = http.get(`${cloud.origin}/_local/clock`, { headers }, ({ statusCode }) =>
      resolve(statusCode),
    )
    request.on('error', reject)
  })

beforeAll(async () => {
  write('echo', 'return { event, openid: process.env.WX_OPENID ?? null }')
  write(
    'web',
    `if (event.path === '/plain') return { hello: 'world' }
     if (event.path === '/bytes') return { statusCode: 200, headers: { 'content-type': 'image/png' }, isBase64Encoded: true, body: 'AAEC' }
     if (event.path === '/fail') throw new Error('on purpose')
     return { statusCode: 201, headers: { 'content-type': 'application/json', 'x-own': 'yes' }, body: JSON.stringify(event) }`,
  )
  cloud = await startCloud({ dataDir, functionsDir, collections: COLLECTIONS })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a connection outlives a computer that stands still for minutes', async () => {
  const { headers } = await fetch(`${cloud.origin}/_local/clock`)
  expect(headers.get('keep-alive')).toBe('timeout=600')
})

describe('a phone', () => {
  test('reaches a function, as itself', async () => {
    expect(await called({ openid: 'o-li', data: { a: 1, userInfo: { openId: 'o-forged' } } })).toEqual({
      result: { event: { a: 1, userInfo: { openId: 'o-li', appId: 'wx-local' } }, openid: 'o-li' },
    })
  })

  test.each([
    ['no openid', { data: {} }],
    ['an openid of digits', { openid: '123', data: {} }],
    ['a call over 100 KB', { openid: 'o-li', data: { text: 'x'.repeat(102_400) } }],
    ['a call over 100 KB in Chinese', { openid: 'o-li', data: { text: '学'.repeat(35_000) } }],
  ])('is refused with %s, in the platform’s shape', async (_name, body) => {
    expect(await called(body)).toMatchObject({
      errCode: -1,
      error: expect.stringContaining('callFunction:fail'),
    })
  })

  test('hears of a fault in the platform’s shape', async () => {
    cloud.faults.add({ kind: 'quota', function: 'echo', times: 1 })
    expect(await called({ openid: 'o-li' })).toMatchObject({ errCode: -1 })
  })

  test('has no key to the documents and files', async () => {
    const read = { action: 'database.getDocument', collectionName: 'items', query: '{"_id":"a"}' }
    const forged = { authorization: 'TC3-HMAC-SHA256 Credential=local/2022/tcb' }
    expect(await answered(post('/admin', read))).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
    expect(await answered(post('/admin', read, forged))).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
    expect(await answered(post('/_local/upload', {}))).toMatchObject({ errCode: -503002 })
    const elsewhere = '/_local/upload?cloudPath=evidence/a&openid=o-li'
    expect(await answered(post(elsewhere, {}))).toMatchObject({ errCode: -503002 })
    expect(await answered(post('/_local/temp-urls', {}))).toMatchObject({ errCode: -503002 })
    await cloud.storage.put('a.txt', Buffer.from('x'))
    expect((await fetch(`${cloud.origin}/_storage/a.txt`)).status).toBe(403)
    expect((await fetch(`${cloud.origin}/_storage/a.txt?until=9999999999&sign=00`)).status).toBe(403)
  })
})

describe('pages', () => {
  test('of this machine are let in, of any other are not, under whatever name', async () => {
    const local = await fetch(`${cloud.origin}/_local/clock`, {
      headers: { origin: 'http://localhost:8602' },
    })
    expect(local.headers.get('access-control-allow-origin')).toBe('http://localhost:8602')
    expect(await statusFor({ origin: 'https://example.com' })).toBe(403)
    expect(await statusFor({ origin: 'null' })).toBe(403)
    expect(await statusFor({ host: 'example.com' })).toBe(403)
    expect(await statusFor({ host: 'localhost.example.com' })).toBe(403)
    expect(await statusFor({})).toBe(200)
  })
})

describe('HTTP access', () => {
  const web = (where: string, init: RequestInit = {}) => fetch(`${cloud.origin}${where}`, init)

  test('gives the function the request, without the door’s own path', async () => {
    const response = await web('/web/check?a=1&b=%E5%AD%A6', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-Mine': 'm' },
      body: '{"n":1}',
    })
    expect([response.status, response.headers.get('x-own')]).toEqual([201, 'yes'])
    expect(await response.json()).toMatchObject({
      path: '/check',
      httpMethod: 'POST',
      headers: { 'x-mine': 'm' },
      queryStringParameters: { a: '1', b: '学' },
      body: '{"n":1}',
      isBase64Encoded: false,
    })
    expect(await (await web('/WEB')).json()).toMatchObject({ path: '/', httpMethod: 'GET', body: '' })
  })

  test('carries bytes both ways as base64', async () => {
    const sent = await web('/web/x', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from([255, 0]),
    })
    expect(await sent.json()).toMatchObject({ body: '/wA=', isBase64Encoded: true })
    expect([...new Uint8Array(await (await web('/web/bytes')).arrayBuffer())]).toEqual([0, 1, 2])
  })

  test('sends an answer without a status as JSON, a failure as 502, and too large a body back', async () => {
    expect(await (await web('/web/plain')).json()).toEqual({ hello: 'world' })
    expect((await web('/web/fail')).status).toBe(502)
    expect((await web('/web/x', { method: 'POST', body: 'x'.repeat(7_000_000) })).status).toBe(413)
  })
})

describe('the desk', () => {
  test('moves the clock and looks at it', async () => {
    const before = cloud.clock.now()
    await answered(post('/_local/clock', { advanceMs: 60_000 }))
    const { now } = (await (await fetch(`${cloud.origin}/_local/clock`)).json()) as { now: number }
    expect(now - before).toBeGreaterThanOrEqual(60_000)
    expect((await post('/_local/clock', { advanceMs: -1 })).status).toBe(500)
    await answered(post('/_local/clock', { setTo: Date.parse('2022-08-15T02:00:00Z') }))
    expect(new Date(cloud.clock.now()).getUTCFullYear()).toBe(2022)
  })

  test('issues phone codes, adds faults and takes them away, shows the outbox', async () => {
    expect(await answered(post('/_local/phone-code', { phoneNumber: '19900000000' }))).toMatchObject({
      code: expect.not.stringContaining('19900000000'),
    })
    await answered(post('/_local/fault', { kind: 'error', function: 'echo' }))
    expect(await called({ openid: 'o-li' })).toMatchObject({ errCode: -1 })
    await answered(post('/_local/fault', { clear: true }))
    expect(await called({ openid: 'o-li' })).toHaveProperty('result')
    expect(await (await fetch(`${cloud.origin}/_local/outbox`)).json()).toEqual({ outbox: [] })
    expect((await post('/_local/nothing', {})).status).toBe(404)
  })
})

describe('the data', () => {
  test('is not opened by a second cloud while the first is there, and is free when it is gone', async () => {
    const options = { dataDir: path.join(folder, 'shared'), functionsDir, collections: COLLECTIONS }
    const first = await startCloud(options)
    await expect(startCloud(options)).rejects.toThrow(
      `already open: a local cloud serves it at ${first.origin}`,
    )
    await first.stop()
    // As crashes leave it: whole, or cut off.
    for (const left of [first.origin, 'http', '']) {
      writeFileSync(path.join(options.dataDir, 'served-at.txt'), left)
      await (await startCloud(options)).stop()
    }
  })

  test('is reached by other programs of the same user while it is served, and by nobody afterwards', async () => {
    const options = { dataDir: path.join(folder, 'reached'), functionsDir, collections: COLLECTIONS }
    expect(await reachCloud(options.dataDir)).toBeNull()
    const first = await startCloud(options)
    expect(await reachCloud(options.dataDir)).toEqual({ origin: first.origin, env: first.env() })
    expect(statSync(path.join(options.dataDir, 'served-key.json')).mode & 0o077).toBe(0)
    await first.stop()
    expect(await reachCloud(options.dataDir)).toBeNull()
  })

  test('a port that is taken is said, and the data stays free', async () => {
    const options = { dataDir: path.join(folder, 'port'), functionsDir, collections: COLLECTIONS }
    const port = Number(new URL(cloud.origin).port)
    await expect(startCloud({ ...options, port })).rejects.toThrow('EADDRINUSE')
    await (await startCloud(options)).stop()
  })
})
