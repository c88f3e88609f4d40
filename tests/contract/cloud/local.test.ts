// What only the local cloud has: instances one can watch, faults, a clock that moves, refusals of its own.
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LocalCloud, startCloud } from '../../../local/cloud'
import { COLLECTIONS } from './environment'

const functionsDir = path.join(__dirname, 'functions')
const folder = mkdtempSync(path.join(tmpdir(), 'xueshi-local-'))
let cloud: LocalCloud
let folders = 0

async function open(dataDir = path.join(folder, String(++folders))): Promise<LocalCloud> {
  mkdirSync(dataDir, { recursive: true })
  return startCloud({ dataDir, functionsDir, collections: COLLECTIONS })
}
const admin = async (message: object): Promise<Record<string, unknown>> =>
  (
    await fetch(`${cloud.origin}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
    })
  ).json() as Promise<Record<string, unknown>>
const insert = (document: object) =>
  admin({
    action: 'database.insertDocument',
    collectionName: 'contract-items',
    data: [JSON.stringify(document)],
  })
const find = (query: object, more: object = {}) =>
  admin({
    action: 'database.getDocument',
    collectionName: 'contract-items',
    queryType: 'WHERE',
    query: JSON.stringify(query),
    ...more,
  })

beforeEach(async () => {
  cloud = await open()
})
afterEach(() => cloud.stop())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('one instance serves one caller at a time, and never mixes them up', async () => {
  const callers = Array.from({ length: 12 }, (_, i) => `o-${i}`)
  const answers = await Promise.all(callers.map((openid) => cloud.invoke('echo', {}, { openid })))
  expect(answers.map(({ result }) => (result as { openid: string }).openid)).toEqual(callers)
})

test('a function that does not end is killed at its time-out, and the next call is served', async () => {
  expect((await cloud.invoke('sleeper', {}, { openid: 'o' })).error).toMatch(/timed out/)
  expect((await cloud.invoke('echo', {}, { openid: 'o' })).error).toBeUndefined()
})

test('an instance lives in the moved time; a timer that a jump passes runs once, without a caller', async () => {
  const before = (await cloud.invoke('echo', {}, { openid: 'o' })).result as { now: number }
  await cloud.clock.advanceMs(3 * 86_400_000)
  const after = (await cloud.invoke('echo', {}, { openid: 'o' })).result as { now: number }
  expect(after.now - before.now).toBeGreaterThanOrEqual(3 * 86_400_000)
})

test('a call over 100 KB is refused before any function sees it', async () => {
  const answer = await fetch(`${cloud.origin}/_call/echo`, {
    method: 'POST',
    body: JSON.stringify({ openid: 'o', data: 'x'.repeat(200_000) }),
  })
  expect(await answer.json()).toMatchObject({ errCode: -1 })
})

test('a query that no declared index answers is refused by name', async () => {
  expect(await find({ colour: 'red' })).toMatchObject({ code: 'LOCAL_UNSUPPORTED' })
  expect(await find({ rank: 1 })).toMatchObject({ code: 'LOCAL_UNSUPPORTED' })
  expect(await find({ owner: 'a' }, { offset: 10 })).toMatchObject({ code: 'LOCAL_UNSUPPORTED' })
})

test('a query walks what it returns, whatever the size of the collection', async () => {
  for (let i = 0; i < 2000; i += 1) await insert({ _id: `d${i}`, owner: `o${i % 20}`, rank: i })
  const before = cloud.walked()
  await find({ owner: 'o7', rank: { $gte: 1000 } }, { limit: 10, order: JSON.stringify({ rank: 1 }) })
  expect(cloud.walked() - before).toBeLessThanOrEqual(11)
})

test('an answer lost after the commit leaves the document there', async () => {
  cloud.faults.add({ kind: 'lost-answer', action: 'database.insertDocument', times: 1 })
  await expect(insert({ _id: 'lost' })).rejects.toBeDefined()
  const { data } = (await find({ _id: 'lost' })) as { data: { list: string[] } }
  expect(data.list).toHaveLength(1)
})

test.each([
  ['conflict', 'DATABASE_TRANSACTION_CONFLICT'],
  ['quota', 'EXCEED_REQUEST_LIMIT'],
  ['error', 'SYS_ERR'],
] as const)('a fault of kind %s answers %s, once', async (kind, code) => {
  cloud.faults.add({ kind, action: 'database.insertDocument', times: 1 })
  expect(await insert({ _id: kind })).toMatchObject({ code })
  expect(await insert({ _id: kind })).not.toHaveProperty('code')
})

test('what was acknowledged is there after a restart; a torn last line is cut off and said', async () => {
  const dataDir = path.join(folder, 'restart')
  await cloud.stop()
  cloud = await open(dataDir)
  await insert({ _id: 'kept', at: { $date: { $numberLong: '1000' } } })
  await cloud.stop()
  appendFileSync(path.join(dataDir, 'journal.jsonl'), '[["contract-items","torn",{"_id":"to')
  cloud = await open(dataDir)
  expect(cloud.repairedBytes).toBeGreaterThan(0)
  const { data } = (await find({ _id: 'kept' })) as { data: { list: string[] } }
  expect(data.list[0]).toContain('1000')
  expect(readFileSync(path.join(dataDir, 'journal.jsonl'), 'utf8').endsWith('\n')).toBe(true)
})

test('a signed address expires on the cloud’s clock, and a changed one is refused', async () => {
  await cloud.storage.put('a/b.txt', Buffer.from('text'))
  const answer = (await admin({
    action: 'storage.batchGetDownloadUrl',
    file_list: [{ fileid: 'cloud://x/a/b.txt', max_age: 60 }],
  })) as {
    data: { download_list: { tempFileURL: string }[] }
  }
  const address = answer.data.download_list[0]?.tempFileURL ?? ''
  expect((await fetch(address)).status).toBe(200)
  expect((await fetch(address.replace('b.txt', 'c.txt'))).status).toBe(403)
  await cloud.clock.advanceMs(61_000)
  expect((await fetch(address)).status).toBe(403)
})

test('a phone code names its number once', async () => {
  const code = cloud.phoneCodes.issue('13800001111')
  expect(code).not.toContain('13800001111')
})
