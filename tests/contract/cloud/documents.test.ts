// Written against the real SDK alone: its proofs about the local cloud hold for a real one too, where one is
// configured.
import { type Environment, openEnvironment, testLocally } from './environment'
import { type Database, failureOf, sdkOn } from './sdk'

let environment: Environment
let db: Database
const items = () => db.collection('contract-items')
const run = Date.now().toString(36)
const id = (name: string): string => `${run}-${name}`
const read = async (name: string) => (await items().doc(id(name)).get()).data ?? null

beforeAll(async () => {
  environment = await openEnvironment()
  db = (await sdkOn(environment)).db
})
afterAll(() => environment.stop())

describe('one document', () => {
  test('is read back with numbers, dates and nested values as they were', async () => {
    const data = {
      _id: id('a'),
      owner: id('o'),
      rank: 1,
      at: new Date(1_660_528_800_000),
      deep: { list: [1, { k: 'v' }], none: null, empty: {} },
      big: 2 ** 40,
      half: 1.5,
      text: '学时·𠮷',
    }
    await items().add({ data })
    expect(await read('a')).toEqual(data)
  })

  test('gets an id where it has none', async () => {
    const { _id } = await items().add({ data: { owner: id('nameless') } })
    expect((await items().doc(_id).get()).data).toEqual({ _id, owner: id('nameless') })
    await items().doc(_id).remove()
  })

  test('is a duplicate-key error where its id is taken, and the first stays', async () => {
    await items().add({ data: { _id: id('twice'), n: 1 } })
    const { errCode, message } = await failureOf(items().add({ data: { _id: id('twice'), n: 2 } }))
    expect(errCode).toBe(-502001)
    expect(message).toMatch(/E11000|DATABASE_DUPLICATE_WRITE/)
    expect(await read('twice')).toMatchObject({ n: 1 })
  })

  test('is nothing where it is missing', async () => {
    expect(await read('missing')).toBeNull()
  })

  test('is replaced whole by set, which also creates it', async () => {
    const created = await items()
      .doc(id('s'))
      .set({ data: { a: 1, deep: { x: 1 } } })
    const replaced = await items()
      .doc(id('s'))
      .set({ data: { b: 2 } })
    expect([created.stats, replaced.stats]).toEqual([
      { updated: 0, created: 1 },
      { updated: 1, created: 0 },
    ])
    expect(await read('s')).toEqual({ _id: id('s'), b: 2 })
  })

  test('is gone when it was removed, once', async () => {
    await items().add({ data: { _id: id('gone') } })
    const first = await items().doc(id('gone')).remove()
    const second = await items().doc(id('gone')).remove()
    expect([first.stats.removed, second.stats.removed]).toEqual([1, 0])
    expect(await read('gone')).toBeNull()
  })

  test('keeps the server’s time, and not the caller’s', async () => {
    await items().add({ data: { _id: id('time'), at: db.serverDate() } })
    const { at } = (await read('time')) as unknown as { at: Date }
    expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(60_000)
  })

  test('is refused in a collection that nobody declared', async () => {
    const { errCode } = await failureOf(db.collection('contract-nowhere').doc('x').get())
    expect(errCode).toBe(-502005)
    const inserted = await failureOf(db.collection('contract-nowhere').add({ data: { _id: 'x' } }))
    expect(inserted.errCode).toBe(-502005)
  })
})

describe('an update', () => {
  test('happens only while its condition holds', async () => {
    await items().add({ data: { _id: id('v'), version: 1, n: 0 } })
    const first = await items()
      .where({ _id: id('v'), version: 1 })
      .update({ data: { version: 2, n: 5 } })
    const second = await items()
      .where({ _id: id('v'), version: 1 })
      .update({ data: { version: 2, n: 9 } })
    expect([first.stats.updated, second.stats.updated]).toEqual([1, 0])
    expect(await read('v')).toMatchObject({ version: 2, n: 5 })
  })

  test('happens once, however many try at the same time', async () => {
    await items().add({ data: { _id: id('race'), version: 1 } })
    const tries = Array.from({ length: 8 }, (_, winner) =>
      items()
        .where({ _id: id('race'), version: 1 })
        .update({ data: { version: 2, winner } }),
    )
    const updated = (await Promise.all(tries)).map(({ stats }) => stats.updated)
    expect(updated.filter((count) => count === 1)).toHaveLength(1)
    expect(await read('race')).toMatchObject({ version: 2, winner: updated.indexOf(1) })
  })

  test('of a missing document changes nothing', async () => {
    expect(
      (
        await items()
          .doc(id('nobody'))
          .update({ data: { n: 1 } })
      ).stats.updated,
    ).toBe(0)
    expect(await read('nobody')).toBeNull()
  })

  test('flattens nested objects, and sets them whole by command', async () => {
    await items().add({ data: { _id: id('flat'), deep: { a: 1, b: 2 }, whole: { a: 1, b: 2 } } })
    await items()
      .doc(id('flat'))
      .update({ data: { deep: { a: 9 }, whole: db.command.set({ a: 9 }) } })
    expect(await read('flat')).toMatchObject({ deep: { a: 9, b: 2 }, whole: { a: 9 } })
    expect((await read('flat'))?.whole).toEqual({ a: 9 })
  })

  test('adds to numbers, appends to lists, and takes fields away', async () => {
    await items().add({ data: { _id: id('ops'), n: 1, list: ['a'], extra: true } })
    const { inc, push, remove } = db.command
    await items()
      .doc(id('ops'))
      .update({ data: { n: inc(2), list: push(['b']), extra: remove() } })
    expect(await read('ops')).toEqual({ _id: id('ops'), n: 3, list: ['a', 'b'] })
  })

  test.each([
    ['a field under null', () => ({ 'none.x': 1 })],
    ['adding to a text', () => ({ text: db.command.inc(1) })],
    ['appending to a text', () => ({ text: db.command.push(['b']) })],
    ['nothing at all', () => ({ cart: {} })],
  ])('is refused for %s, and the document stays', async (name, data) => {
    const document = { _id: id(`bad ${name}`), none: null, text: 'a' }
    await items().add({ data: document })
    const { errCode } = await failureOf(items().doc(document._id).update({ data: data() }))
    expect(errCode).toBe(-502001)
    expect((await items().doc(document._id).get()).data).toEqual(document)
  })
})

describe('a query', () => {
  beforeAll(async () => {
    for (let n = 0; n < 25; n += 1)
      await items().add({
        data: { _id: id(`q${String(n).padStart(2, '0')}`), owner: id('query'), rank: n % 10 },
      })
    // Of another type, and so in no range of numbers.
    await items().add({ data: { _id: id('q-none'), owner: id('query'), rank: null } })
    await items().add({ data: { _id: id('q-text'), owner: id('query'), rank: '5' } })
  })
  const ranked = (condition: unknown) => items().where({ owner: id('query'), rank: condition })

  test('goes over a declared index in order, and on from a key, and meets everybody once', async () => {
    const { gt, gte } = db.command
    const first = await ranked(gte(0)).orderBy('rank', 'asc').orderBy('_id', 'asc').limit(10).get()
    const last = first.data.at(-1) as unknown as { rank: number; _id: string }
    const same = await items()
      .where({ owner: id('query'), rank: last.rank, _id: gt(last._id) })
      .orderBy('_id', 'asc')
      .limit(20)
      .get()
    const later = await ranked(gt(last.rank)).orderBy('rank', 'asc').limit(100).get()
    const ids = [...first.data, ...same.data, ...later.data].map(({ _id }) => _id)
    expect(ids).toHaveLength(25)
    expect(new Set(ids).size).toBe(25)
  })

  test('keeps within both ends of a range, backwards as well', async () => {
    const { gte, lt, lte } = db.command
    const between = await ranked(gte(2).and(lt(4)))
      .orderBy('rank', 'asc')
      .get()
    expect(between.data.map(({ rank }) => rank)).toEqual([2, 2, 2, 3, 3, 3])
    const down = await ranked(lte(3)).orderBy('rank', 'desc').limit(4).get()
    expect(down.data.map(({ rank }) => rank)).toEqual([3, 3, 3, 2])
  })

  test('of a range meets only values of its own type', async () => {
    const { gte, lte } = db.command
    expect((await ranked(lte(0)).get()).data.map(({ rank }) => rank)).toEqual([0, 0, 0])
    expect((await ranked(gte(9)).get()).data.map(({ rank }) => rank)).toEqual([9, 9])
    expect((await ranked(gte('')).get()).data.map(({ rank }) => rank)).toEqual(['5'])
  })

  test('of ids finds those that are there, each once, and under a further condition', async () => {
    const { in: among } = db.command
    const asked = ['q07', 'gone-long-ago', 'q03', 'q03'].map(id)
    const found = await items()
      .where({ _id: among(asked) })
      .limit(100)
      .get()
    expect(found.data.map(({ _id }) => _id).sort()).toEqual(['q03', 'q07'].map(id))
    const narrowed = await items()
      .where({ _id: among(asked), rank: 7 })
      .get()
    expect(narrowed.data.map(({ _id }) => _id)).toEqual([id('q07')])
    expect(
      (
        await items()
          .where({ _id: among([]) })
          .get()
      ).data,
    ).toEqual([])
  })

  test('is counted as it would be read, whatever the size of a page', async () => {
    const { gte, lt } = db.command
    expect(
      await items()
        .where({ owner: id('query') })
        .count(),
    ).toMatchObject({ total: 27 })
    expect(await ranked(gte(2).and(lt(4))).count()).toMatchObject({ total: 6 })
    expect(
      await items()
        .where({ owner: id('nobody') })
        .count(),
    ).toMatchObject({ total: 0 })
  })

  testLocally(
    'that no declared index answers is refused by name',
    'the real database would scan the collection',
    async () => {
      const { gt } = db.command
      const refused = [
        items().where({ colour: 'red' }).get(),
        items().where({ rank: 1 }).get(),
        items().where({ owner: 'a', colour: 'red' }).get(),
        items()
          .where({ owner: 'a', _id: gt('b') })
          .get(),
        items().where({ owner: 'a' }).orderBy('colour', 'asc').get(),
        items()
          .where({ owner: { name: 'a' } })
          .get(),
        items().where({}).get(),
        items().where({ rank: 1 }).count(),
      ]
      for (const query of refused) expect((await failureOf(query)).message).toContain('local cloud')
    },
  )

  testLocally(
    'by anything that our drivers do not use is refused by name',
    'the real database would do it',
    async () => {
      const owned = items().where({ owner: 'a' })
      const refused = [
        owned.skip(10).get(),
        owned.field({ rank: 1 }).get(),
        items()
          .where({ owner: db.command.in(['a', 'b']) })
          .get(),
        items()
          .where({ _id: db.command.in(Array.from({ length: 101 }, (_, n) => String(n))) })
          .get(),
        items()
          .where({ _id: db.command.in(['a']) })
          .orderBy('rank', 'asc')
          .get(),
        owned.update({ data: { rank: 1 } }),
        owned.remove(),
        items().aggregate().match({ owner: 'a' }).end(),
        db.createCollection('contract-more'),
      ]
      for (const query of refused) expect((await failureOf(query)).message).toContain('local cloud')
    },
  )
})
