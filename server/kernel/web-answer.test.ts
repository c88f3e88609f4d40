import { instant } from '../../domain/kernel/instant'
import { A_CALL } from '../../tests/harness/a-call'
import { refuse } from './refused'
import { addressOf, answered, json, jsonIn, routeOf } from './web-answer'

test.each([
  [{ httpMethod: 'post', path: '/WEB/CHECK/' }, 'POST /check'],
  [{ httpMethod: 'GET', path: '/web/check' }, 'GET /check'],
  [{ path: '/check' }, 'GET /check'],
  [{ path: '//web/check//' }, 'GET /check'],
  [{ path: 'web' }, 'GET /'],
  [{ path: '/web/' }, 'GET /'],
  [{ path: '/' }, 'GET /'],
  [{}, 'GET /'],
  [{ path: '/website' }, 'GET /website'],
  [{ path: '/check/web/1' }, 'GET /check/web/1'],
])('the route of %j is %s', (event, route) => expect(routeOf(event)).toBe(route))

test.each([
  [{ headers: { 'X-Real-Ip': '203.0.113.7' } }, '198.51.100.1', '198.51.100.1'],
  [{ headers: { 'X-Real-Ip': '203.0.113.7' } }, '', '203.0.113.7'],
  [{ headers: { 'x-real-ip': '203.0.113.7', 'x-forwarded-for': '192.0.2.1' } }, '', '203.0.113.7'],
  [{ headers: { 'x-forwarded-for': '192.0.2.1' } }, '', ''],
  [{}, '', ''],
  [{}, '2001:db8::7', '2001:db8:0:0'],
  [{}, '2001:0DB8:0:0:1:2:3:4', '2001:db8:0:0'],
  [{}, '2001:db8:a:b:c:d:e:f', '2001:db8:a:b'],
  [{}, '::1', '0:0:0:0'],
  [{}, '::ffff:203.0.113.7', '203.0.113.7'],
])('who asks with %j, stated as %j, is %j', (event, stated, address) =>
  expect(addressOf(event, stated)).toBe(address),
)

describe('the body', () => {
  const text = '{"名":"王"}'

  test('is JSON, as it is or in base64', () => {
    expect(jsonIn({ body: text }, 100)).toEqual({ 名: '王' })
    const body = Buffer.from(text).toString('base64')
    expect(jsonIn({ body, isBase64Encoded: true }, 100)).toEqual({ 名: '王' })
    expect(jsonIn({ body, isBase64Encoded: false }, 100)).toBeUndefined()
  })

  test('is undefined where there is none, or no JSON', () => {
    expect(jsonIn({}, 100)).toBeUndefined()
    expect(jsonIn({ body: '{' }, 100)).toBeUndefined()
  })

  test('is measured in bytes, up to the limit itself', () => {
    expect(Buffer.byteLength(text)).toBe(13)
    expect(jsonIn({ body: text }, 13)).toEqual({ 名: '王' })
    expect(() => jsonIn({ body: text }, 12)).toThrow('INPUT_TOO_LARGE')
  })
})

describe('the answer', () => {
  const ctx = { call: A_CALL, openid: '', now: instant(1_700_000_000_000) }
  const quiet = (level: 'log' | 'error') => jest.spyOn(console, level).mockImplementation(() => undefined)
  afterEach(() => jest.restoreAllMocks())

  test('is what the work gives, as JSON that nobody keeps or guesses at', async () => {
    expect(await answered(ctx, async () => ({ number: 'N1' }))).toEqual({
      statusCode: 200,
      headers: {
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-type': 'application/json; charset=utf-8',
      },
      body: '{"ok":true,"number":"N1"}',
    })
  })

  test('is a refusal like any other, with the number of the call', async () => {
    const log = quiet('log')
    const { statusCode, body } = await answered(ctx, async () => refuse('OUT_OF_SCOPE', {}))
    expect(statusCode).toBe(200)
    expect(JSON.parse(body)).toEqual({
      ok: false,
      refusal: { code: 'OUT_OF_SCOPE', details: {} },
      callId: A_CALL.id,
    })
    expect(log).toHaveBeenCalledTimes(1)
  })

  test('is of too many calls a 429, with the whole seconds to wait in its header', async () => {
    const log = quiet('log')
    const answer = (againAt: number) => answered(ctx, async () => refuse('TOO_OFTEN', { againAt }))
    const { statusCode, headers, body } = await answer(ctx.now + 1_001)
    expect([statusCode, headers['retry-after']]).toEqual([429, '2'])
    expect(JSON.parse(body)).toMatchObject({ ok: false, refusal: { code: 'TOO_OFTEN' } })
    expect((await answer(ctx.now)).headers['retry-after']).toBe('1')
    expect(log).toHaveBeenCalledTimes(2)
  })

  test('of a fault says that it may be tried again, and no more; the log says what happened', async () => {
    const error = quiet('error')
    const { statusCode, body } = await answered(ctx, async () => {
      throw new Error('the disk is full')
    })
    expect(statusCode).toBe(503)
    expect(JSON.parse(body)).toEqual({
      ok: false,
      refusal: { code: 'BUSY', details: {} },
      callId: A_CALL.id,
    })
    expect(String(error.mock.calls[0]?.[0])).toContain('the disk is full')
  })

  test('has the status it is given', () => expect(json(404, {}).statusCode).toBe(404))
})
