// Written against the real SDK alone. What it proves of the local cloud it proves of a real one, where configured.
import { type Environment, openEnvironment } from './environment'

type Database = import('wx-server-sdk').DB.Database
type Cloud = typeof import('wx-server-sdk')

let environment: Environment
let cloud: Cloud
let db: Database

const items = () => db.collection('contract-items')
const run = Date.now().toString(36)
const id = (name: string): string => `${run}-${name}`
const failure = async (work: Promise<unknown>): Promise<{ errCode?: number; message: string }> =>
  work.then(
    () => ({ message: 'it did not fail' }),
    (error: { errCode?: number; message: string }) => error,
  )

beforeAll(async () => {
  environment = await openEnvironment()
  const module = (await import('wx-server-sdk')) as unknown as { default?: Cloud } & Cloud
  cloud = module.default ?? module
  cloud.init({ env: process.env.TCB_ENV ?? '' })
  db = cloud.database({ throwOnNotFound: false } as Parameters<Cloud['database']>[0])
})
afterAll(() => environment.stop())

describe('documents', () => {
  test('an inserted document is read back with numbers, dates and nested values as they were', async () => {
    const at = new Date(1_660_528_800_000)
    const data = {
      _id: id('a'),
      owner: id('o'),
      rank: 1,
      at,
      deep: { list: [1, { k: 'v' }], none: null },
      big: 2 ** 40,
      half: 1.5,
    }
    await items().add({ data })
    expect((await items().doc(id('a')).get()).data).toEqual(data)
  })

  test('a second insert of the same id is a duplicate-key error', async () => {
    await items().add({ data: { _id: id('twice'), n: 1 } })
    const error = await failure(items().add({ data: { _id: id('twice'), n: 2 } }))
    expect(error.message).toMatch(/E11000|DATABASE_DUPLICATE_WRITE/)
    expect((await items().doc(id('twice')).get()).data).toMatchObject({ n: 1 })
  })

  test('a missing document reads as nothing', async () => {
    expect((await items().doc(id('missing')).get()).data ?? null).toBeNull()
  })

  test('a conditional update happens only while its condition holds', async () => {
    await items().add({ data: { _id: id('v'), version: 1, n: 0 } })
    const first = await items()
      .where({ _id: id('v'), version: 1 })
      .update({ data: { version: 2, n: 5 } })
    const second = await items()
      .where({ _id: id('v'), version: 1 })
      .update({ data: { version: 2, n: 9 } })
    expect([first.stats.updated, second.stats.updated]).toEqual([1, 0])
    expect((await items().doc(id('v')).get()).data).toMatchObject({ version: 2, n: 5 })
  })

  test('set replaces the whole document, and creates it', async () => {
    await items()
      .doc(id('s'))
      .set({ data: { a: 1 } })
    await items()
      .doc(id('s'))
      .set({ data: { b: 2 } })
    expect((await items().doc(id('s')).get()).data).toEqual({ _id: id('s'), b: 2 })
  })

  test('a removed document is gone', async () => {
    await items().add({ data: { _id: id('gone') } })
    await items().doc(id('gone')).remove()
    expect((await items().doc(id('gone')).get()).data ?? null).toBeNull()
  })

  test('a collection that nobody declared is refused', async () => {
    const error = await failure(db.collection('contract-nowhere').doc('x').get())
    expect(error.errCode).toBe(-502005)
  })

  test('$set under null is refused', async () => {
    await items().add({ data: { _id: id('null'), inner: null } })
    expect(
      (
        await failure(
          items()
            .doc(id('null'))
            .update({ data: { 'inner.x': 1 } }),
        )
      ).errCode,
    ).toBe(-502001)
  })
})

describe('queries', () => {
  beforeAll(async () => {
    for (let rank = 0; rank < 25; rank += 1)
      await items().add({
        data: { _id: id(`q${String(rank).padStart(2, '0')}`), owner: id('query'), rank: rank % 10 },
      })
  })

  test('go over a declared index, ordered, and on from a key', async () => {
    const { gt } = db.command
    const first = await items()
      .where({ owner: id('query') })
      .orderBy('rank', 'asc')
      .orderBy('_id', 'asc')
      .limit(10)
      .get()
    const last = first.data.at(-1) as { rank: number; _id: string }
    const same = await items()
      .where({ owner: id('query'), rank: last.rank, _id: gt(last._id) })
      .orderBy('_id', 'asc')
      .limit(20)
      .get()
    const later = await items()
      .where({ owner: id('query'), rank: gt(last.rank) })
      .orderBy('rank', 'asc')
      .limit(20)
      .get()
    const ids = [...first.data, ...same.data, ...later.data].map(({ _id }) => _id)
    expect(ids).toHaveLength(25)
    expect(new Set(ids).size).toBe(25)
  })

  test('run backwards as well', async () => {
    const { lte } = db.command
    const found = await items()
      .where({ owner: id('query'), rank: lte(3) })
      .orderBy('rank', 'desc')
      .limit(4)
      .get()
    expect(found.data.map(({ rank }) => rank)).toEqual([3, 3, 3, 2])
  })
})

describe('transactions', () => {
  test('all writes land together', async () => {
    await items().add({ data: { _id: id('t1'), n: 1 } })
    const result = await db.runTransaction(async (transaction) => {
      const read = (await transaction.collection('contract-items').doc(id('t1')).get()).data as { n: number }
      await transaction
        .collection('contract-items')
        .doc(id('t1'))
        .update({ data: { n: read.n + 1 } })
      await transaction.collection('contract-items').add({ data: { _id: id('t2'), n: 7 } })
      return read.n
    })
    expect(result).toBe(1)
    expect((await items().doc(id('t1')).get()).data).toMatchObject({ n: 2 })
    expect((await items().doc(id('t2')).get()).data).toMatchObject({ n: 7 })
  })

  test('or none of them', async () => {
    await items().add({ data: { _id: id('r'), n: 1 } })
    const stop = db.runTransaction(async (transaction) => {
      await transaction
        .collection('contract-items')
        .doc(id('r'))
        .update({ data: { n: 99 } })
      throw new Error('stop')
    })
    await expect(stop).rejects.toBeDefined()
    expect((await items().doc(id('r')).get()).data).toMatchObject({ n: 1 })
  })

  test('whoever writes second conflicts, with the message that a retry looks for', async () => {
    await items().add({ data: { _id: id('c'), n: 1 } })
    const error = await failure(
      db.runTransaction(async (transaction) => {
        await transaction.collection('contract-items').doc(id('c')).get()
        await items()
          .doc(id('c'))
          .update({ data: { n: 2 } })
        await transaction
          .collection('contract-items')
          .doc(id('c'))
          .update({ data: { n: 3 } })
      }),
    )
    expect(JSON.stringify(error) + String(error.message)).toMatch(/TransactionConflict|TRANSACTION_CONFLICT/)
    expect((await items().doc(id('c')).get()).data).toMatchObject({ n: 2 })
  })
})

describe('files', () => {
  test('are uploaded, read through an address, and deleted', async () => {
    const { fileID } = await cloud.uploadFile({
      cloudPath: `contract/${run}/文.txt`,
      fileContent: Buffer.from('你好'),
    })
    const { fileContent } = await cloud.downloadFile({ fileID })
    expect(fileContent.toString()).toBe('你好')
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] })
    const part = await fetch(fileList[0]?.tempFileURL ?? '', { headers: { range: 'bytes=0-2' } })
    expect([part.status, await part.text()]).toEqual([206, '你'])
    const deleted = await cloud.deleteFile({ fileList: [fileID] })
    expect(deleted.fileList[0]?.status).toBe(0)
  })
})

describe('functions', () => {
  test('are called with their event', async () => {
    const { result } = (await cloud.callFunction({ name: 'echo', data: { a: 1 } })) as {
      result: { event: object }
    }
    expect(result.event).toMatchObject({ a: 1 })
  })
})
