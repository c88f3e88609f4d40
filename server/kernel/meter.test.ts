import { instant } from '../../domain/kernel/instant'
import { memoryStore } from '../../tests/simulation/memory-store'
import { newCall } from './log'
import { Meter, WINDOW_MS, windowOf } from './meter'
import type { Store } from './store/port'

const NOON = windowOf(instant(Date.parse('2026-11-30T12:00:00+08:00')))
const dice = { bytes: (count: number) => new Uint8Array(count) }
const calling = (now = NOON) => ({ call: newCall('api', 'home.view', dice), openid: 'o', now })

let lines: jest.SpyInstance[]
beforeEach(() => {
  lines = [jest.spyOn(console, 'log'), jest.spyOn(console, 'error')]
  for (const line of lines) line.mockImplementation(() => undefined)
})
afterEach(() => {
  for (const line of lines) line.mockRestore()
})

const done = async () => 'done'

test('many calls of one instance are one document, and what the last ones came to waits for a later call', async () => {
  const store = memoryStore()
  const meter = new Meter('one', () => store)
  for (let n = 0; n < 50; n += 1) await meter.counting(calling(), done)
  const kept = store.all('call-sums')
  expect(kept).toMatchObject([{ _id: `part:${NOON}:one`, of: 'part', from: NOON, version: 1 }])
  expect(kept[0]?.ended).toEqual([{ door: 'api', path: 'home.view', outcome: 'ok', calls: 1 }])
  await meter.keep(calling())
  expect(store.all('call-sums')[0]?.ended).toEqual([
    { door: 'api', path: 'home.view', outcome: 'ok', calls: 50 },
  ])
})

test('two instances write two documents, and a window after another is a document of its own', async () => {
  const store = memoryStore()
  for (const name of ['one', 'two']) {
    const meter = new Meter(name, () => store)
    await meter.counting(calling(), done)
    await meter.counting(calling(instant(NOON + WINDOW_MS)), done)
    await meter.keep(calling())
  }
  expect(
    store
      .all('call-sums')
      .map(({ _id }) => _id)
      .sort(),
  ).toEqual([
    `part:${NOON}:one`,
    `part:${NOON}:two`,
    `part:${NOON + WINDOW_MS}:one`,
    `part:${NOON + WINDOW_MS}:two`,
  ])
})

test('what is added to a window that was taken away begins it anew', async () => {
  const store = memoryStore()
  const meter = new Meter('one', () => store)
  await meter.counting(calling(), done)
  await meter.keep(calling())
  for (const part of store.all('call-sums')) await store.remove('call-sums', part)
  await meter.counting(calling(), done)
  await meter.keep(calling())
  expect(store.all('call-sums')[0]?.ended[0]?.calls).toBe(1)
})

test('a store that is down loses no count, breaks no call, and is a line of the log', async () => {
  const memory = memoryStore()
  let isDown = true
  const store: Pick<Store, 'get' | 'upsert'> = {
    get: (collection, id) => (isDown ? Promise.reject(new Error('down')) : memory.get(collection, id)),
    upsert: memory.upsert,
  }
  const meter = new Meter('one', () => store)
  for (let n = 0; n < 3; n += 1) expect(await meter.counting(calling(), done)).toBe('done')
  await meter.keep(calling())
  expect(String(lines[1]?.mock.calls[0]?.[0])).toContain('keep sums')
  isDown = false
  await meter.keep(calling())
  expect(memory.all('call-sums')[0]?.ended[0]?.calls).toBe(3)
})

test('a call that broke is counted as one that did', async () => {
  const store = memoryStore()
  const meter = new Meter('one', () => store)
  const { call, ...rest } = calling()
  call.outcome = 'FAULT'
  await meter.counting({ call, ...rest }, done)
  await meter.keep(calling())
  expect(store.all('call-sums')[0]?.ended[0]?.outcome).toBe('FAULT')
})
