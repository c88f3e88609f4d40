// Features of the local cloud alone, seen through the real SDK in a real function: faults, a clock, counts, restarts.
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LocalCloud, startCloud } from '../../../local/cloud'
import { COLLECTIONS } from './environment'
import { insertion, listOf, query, reading, send } from './wire'

const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-local-'))
const functionsDir = path.join(__dirname, 'functions')
let cloud: LocalCloud
let folders = 0

const open = (dataDir: string): Promise<LocalCloud> =>
  startCloud({ dataDir, functionsDir, collections: COLLECTIONS, templates: { T: ['thing1'] } })
const write = (id: string) => cloud.invoke('writer', { id }, { openid: 'o-li' })
const stored = async (id: string): Promise<string | undefined> => listOf(await send(cloud, reading(id)))[0]

beforeEach(async () => {
  cloud = await open(path.join(folder, String(++folders)))
})
afterEach(() => cloud.stop())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a fault', () => {
  const ADD = 'database.insertDocument'

  test('that refuses leaves nothing behind, and the function sees the platform’s error', async () => {
    cloud.faults.add({ kind: 'quota', action: ADD, times: 1 })
    expect((await write('a')).error).toContain('LimitExceeded.RequestLimit')
    expect(await stored('a')).toBeUndefined()
    expect((await write('a')).result).toEqual({ _id: 'a' })
  })

  test('that loses the answer has let the work be done', async () => {
    cloud.faults.add({ kind: 'lost-answer', action: ADD, times: 1 })
    expect((await write('b')).error).toBeDefined()
    expect(await stored('b')).toContain('"b"')
    expect((await write('b')).error).toMatch(/E11000/)
  })

  test('that kills the instance after its work has let the work be done, and the next call starts cold', async () => {
    cloud.faults.add({ kind: 'kill-instance', action: ADD, times: 1 })
    expect((await write('c')).error).toContain('killed')
    expect(await stored('c')).toContain('"c"')
    expect((await write('d')).result).toEqual({ _id: 'd' })
  })

  test('that names a function strikes what that function asks for, and nobody else', async () => {
    cloud.faults.add({ kind: 'error', code: 'SOME_CODE', action: ADD, function: 'writer', times: 1 })
    expect(await send(cloud, insertion({ _id: 'e' }))).not.toHaveProperty('code')
    expect((await write('f')).error).toBeDefined()
    expect(await stored('f')).toBeUndefined()
  })

  test('that slows a collection down slows the function down', async () => {
    cloud.faults.add({ kind: 'latency', latencyMs: 300, collection: 'contract-items', times: 1 })
    const started = performance.now()
    await write('g')
    expect(performance.now() - started).toBeGreaterThanOrEqual(290)
  })
})

test('a function calls of WeChat what its config.json names, and nothing else', async () => {
  const code = cloud.phoneCodes.issue('19900000000')
  const message = { touser: 'o-1', templateId: 'T', data: { thing1: { value: '你好' } } }
  const { result } = await cloud.invoke('sender', { message, code }, { openid: 'o-li' })
  expect(result).toEqual({ message: 0, phone: -604101 })
})

test('a timer runs when the clock passes it, as a timer, with nobody’s openid, in the moved time', async () => {
  await cloud.clock.set(Date.parse('2022-08-15T10:00:00+08:00'))
  await cloud.clock.set(Date.parse('2022-08-16T09:00:00+08:00'))
  expect(cloud.timerRuns).toMatchObject([
    { functionName: 'writer', trigger: 'daily', skipped: 0, error: null },
  ])
  const text = (await stored('timer-2022-08-15T19:00:00.000Z')) ?? '{}'
  const { openid, trigger, at } = JSON.parse(text) as {
    openid: null
    trigger: string
    at: { $date: { $numberLong: string } }
  }
  expect([openid, trigger]).toEqual([null, 'timer'])
  expect(new Date(Number(at.$date.$numberLong)).toISOString()).toMatch(/^2022-08-16T01:00/)
})

test('what the store is asked for is counted as it crosses the wire', async () => {
  await send(cloud, insertion({ _id: 'n', owner: 'o', rank: 1 }))
  cloud.operations.reset()
  await write('counted')
  await send(cloud, reading('n'))
  await send(cloud, query({ owner: 'o' }))
  const { transactionId } = await send(cloud, { action: 'database.startTransaction' })
  await send(cloud, insertion({ _id: 'within' }, transactionId))
  await send(cloud, { action: 'database.commitTransaction', transactionId })
  expect(cloud.operations.read()).toMatchObject({ reads: 1, queries: 1, writes: 2, transactions: 1 })
})

test('what was acknowledged is there after a restart; a torn last line is cut off and said', async () => {
  const dataDir = path.join(folder, 'restart')
  const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  await cloud.stop()
  cloud = await open(dataDir)
  await write('kept')
  const before = await stored('kept')
  await cloud.storage.put('kept.txt', Buffer.from('text'))
  await cloud.stop()
  appendFileSync(path.join(dataDir, 'journal.jsonl'), '[["contract-items","torn",{"_id":"to')
  cloud = await open(dataDir)
  expect([cloud.repairedBytes > 0, warned.mock.calls.length]).toEqual([true, 1])
  expect(await stored('kept')).toBe(before)
  expect(readFileSync(path.join(dataDir, 'files/kept.txt'), 'utf8')).toBe('text')
  expect(readFileSync(path.join(dataDir, 'journal.jsonl'), 'utf8').endsWith('\n')).toBe(true)
  warned.mockRestore()
})

test.each([
  ['an action of no SDK', { action: 'database.watch' }],
  ['a regular expression', query({ owner: { $regularExpression: { pattern: 'a', options: '' } } })],
  ['an object id', insertion({ _id: 'oid', by: { $oid: '507f1f77bcf86cd799439011' } })],
])('%s is refused by name', async (_name, message) => {
  expect(await send(cloud, message)).toMatchObject({ code: 'LOCAL_UNSUPPORTED' })
})
