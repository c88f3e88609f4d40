import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Store } from './store'
import type { Operators } from './update'

const folder = mkdtempSync(path.join(tmpdir(), 'cloud-store-'))
let store: Store
let stores = 0
const DECLARED = [{ name: 'items', indexes: [] }]

beforeEach(() => {
  store = Store.open(DECLARED, path.join(folder, `${++stores}.jsonl`))
})
afterEach(() => {
  store.close()
  jest.useRealTimers()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (id: string, transaction?: string) =>
  store.find('items', { filter: { _id: id } }, transaction)[0]
const update = (id: string, operators: Operators, transaction?: string) =>
  store.change('items', { filter: { _id: id }, change: { kind: 'update', operators } }, transaction)

describe('what is stored', () => {
  test('is not what was given or read: changing either changes nothing', async () => {
    await store.insert('items', [{ _id: 'a', deep: { n: 1 } }])
    const before = read('a')
    await update('a', { $set: { 'deep.n': 2 } })
    expect(before).toEqual({ _id: 'a', deep: { n: 1 } })
    expect(read('a')).toEqual({ _id: 'a', deep: { n: 2 } })
  })

  test.each([
    ['a field that begins with a dollar', { $where: 1 }],
    ['such a field deep inside', { a: [{ $d: 1 }] }],
    ['a number that is none', { n: Number.NaN }],
    ['infinity', { n: Number.POSITIVE_INFINITY }],
    ['a date that is none', { at: new Date(Number.NaN) }],
    ['an id that is not a text', { _id: 5 }],
    ['an empty id', { _id: '' }],
  ])('is never %s', async (_name, document) => {
    await expect(store.insert('items', [{ _id: 'x', ...document }])).rejects.toThrow()
    expect(read('x')).toBeUndefined()
  })

  test('several in one insert are all there or none', async () => {
    await store.insert('items', [{ _id: 'b' }])
    await expect(store.insert('items', [{ _id: 'a' }, { _id: 'b' }])).rejects.toThrow('E11000')
    await expect(store.insert('items', [{ _id: 'c' }, { _id: 'c' }])).rejects.toThrow('E11000')
    expect([read('a'), read('c')]).toEqual([undefined, undefined])
  })
})

describe('an update that MongoDB refuses', () => {
  const document = { _id: 'a', none: null, text: 't', list: [1], deep: { x: 1 } }
  beforeEach(() => store.insert('items', [document]))

  test.each<[string, Operators]>([
    ['a field under null', { $set: { 'none.x': 1 } }],
    ['a field under a text', { $set: { 'text.x': 1 } }],
    ['a named field of a list', { $set: { 'list.x': 1 } }],
    ['adding to a text', { $inc: { text: 1 } }],
    ['adding to null', { $inc: { none: 1 } }],
    ['appending to an object', { $push: { deep: 1 } }],
    ['appending to null', { $push: { none: 1 } }],
    ['another id', { $set: { _id: 'b' } }],
    ['no operator', { text: { x: 1 } }],
    ['nothing', {}],
    ['an operator that no driver uses', { $rename: { text: 'words' } }],
  ])('%s leaves the document as it was', async (_name, operators) => {
    await expect(update('a', operators)).rejects.toThrow()
    expect(read('a')).toEqual(document)
  })

  test('while fields that are new are made on the way', async () => {
    await update('a', { $set: { 'fresh.deep.x': 1, 'list.0': 2 }, $inc: { count: 1 }, $push: { names: 'n' } })
    expect(read('a')).toMatchObject({ fresh: { deep: { x: 1 } }, list: [2], count: 1, names: ['n'] })
  })
})

describe('transactions', () => {
  beforeEach(() => store.insert('items', [{ _id: 'a', n: 1 }]))

  test('see one moment, however much is committed and removed meanwhile', async () => {
    const transaction = store.begin()
    for (let n = 2; n < 50; n += 1) await update('a', { $set: { n } })
    await store.remove('items', { _id: 'a' })
    await store.insert('items', [{ _id: 'late' }])
    expect([read('a', transaction), read('late', transaction)]).toEqual([{ _id: 'a', n: 1 }, undefined])
    store.commit(transaction)
    expect(read('a')).toBeUndefined()
  })

  test.each([
    ['changed', () => update('a', { $set: { n: 2 } })],
    ['written as it was', () => update('a', { $set: { n: 1 } })],
    [
      'removed and inserted again',
      async () => {
        await store.remove('items', { _id: 'a' })
        await store.insert('items', [{ _id: 'a', n: 1 }])
      },
    ],
    ['removed', () => store.remove('items', { _id: 'a' })],
  ])('conflict over a document that was %s since they began, and are ended', async (_name, meddle) => {
    const transaction = store.begin()
    await meddle()
    await expect(update('a', { $set: { n: 9 } }, transaction)).rejects.toThrow('TransactionConflict')
    expect(() => store.commit(transaction)).toThrow('TransactionNotExist')
  })

  test('conflict over an insert of the same new id', async () => {
    const [first, second] = [store.begin(), store.begin()]
    await store.insert('items', [{ _id: 'new', by: 1 }], first)
    await expect(store.insert('items', [{ _id: 'new', by: 2 }], second)).rejects.toThrow(
      'TransactionConflict',
    )
    store.commit(first)
    expect(read('new')).toEqual({ _id: 'new', by: 1 })
  })

  test('do not conflict where they only read the same', async () => {
    await store.insert('items', [{ _id: 'b', n: 1 }])
    const [first, second] = [store.begin(), store.begin()]
    expect([read('a', first), read('a', second)]).toHaveLength(2)
    await update('a', { $set: { n: 2 } }, first)
    await update('b', { $set: { n: 2 } }, second)
    store.commit(first)
    store.commit(second)
    expect([read('a')?.n, read('b')?.n]).toEqual([2, 2])
  })

  test('are rolled back and forgotten after thirty seconds, and whoever waited goes on', async () => {
    jest.useFakeTimers()
    const transaction = store.begin()
    await update('a', { $set: { n: 9 } }, transaction)
    const waiting = update('a', { $inc: { n: 1 } })
    await jest.advanceTimersByTimeAsync(30_001)
    await waiting
    expect(read('a')?.n).toBe(2)
    expect(() => store.commit(transaction)).toThrow('TransactionNotExist')
  })

  test('name one document at a time: a query inside is refused', () => {
    const transaction = store.begin()
    expect(() => store.find('items', { filter: { n: 1 } }, transaction)).toThrow('inside a transaction')
  })

  test('see their moment still, while some transaction is always open and the past before them is forgotten', async () => {
    let last = store.begin()
    for (let n = 2; n < 3000; n += 1) {
      const next = store.begin()
      await update('a', { $set: { n } })
      store.commit(last)
      if (read('a', next)?.n !== n - 1) throw new Error(`transaction ${n} sees ${read('a', next)?.n}`)
      last = next
    }
    store.commit(last)
    expect(read('a')?.n).toBe(2999)
  })
})
