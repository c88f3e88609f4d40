import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Filter } from './conditions'
import type { Order } from './plan'
import { Store } from './store'

const folder = mkdtempSync(path.join(tmpdir(), 'cloud-plan-'))
let store: Store

function opened(direction: 'asc' | 'desc'): Store {
  const next = Store.open(
    [
      {
        name: 'items',
        indexes: [
          {
            name: 'byOwner',
            fields: [
              { path: 'owner', direction: 'asc' },
              { path: 'rank', direction },
            ],
          },
        ],
      },
    ],
    path.join(folder, `${open.length}.jsonl`),
  )
  open.push(next)
  return next
}

const found = (filter: Filter, { order, limit = 1000 }: { order?: Order; limit?: number } = {}): unknown[] =>
  store.find('items', { filter, limit, ...(order ? { order } : {}) }).map(({ rank }) => rank)

/** Every value that a rank may have, twice. */
const RANKS = [null, -1, 0, 1, 2, 2.5, '', 'a', '王', '𠮷', false, true, new Date(0), new Date(5)]

async function fill(): Promise<void> {
  for (const [n, rank] of [...RANKS, ...RANKS].entries())
    await store.insert('items', [
      { _id: `d${n}`, owner: 'o', rank },
      { _id: `other${n}`, owner: 'p', rank },
    ])
  await store.insert('items', [{ _id: 'missing', owner: 'o' }])
}

const open: Store[] = []
afterAll(() => {
  for (const each of open) each.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['asc', 'desc'] as const)('over an index that runs %s', (direction) => {
  beforeEach(async () => {
    store = opened(direction)
    await fill()
  })
  const forward: Order = { rank: direction === 'asc' ? 1 : -1 }
  const backward: Order = { rank: direction === 'asc' ? -1 : 1 }

  test('all of an owner come in MongoDB’s order of types, either way', () => {
    const twice = RANKS.flatMap((rank) => [rank, rank])
    const rising = [undefined, ...twice]
    const both = [found({ owner: 'o' }, { order: forward }), found({ owner: 'o' }, { order: backward })]
    const [up, down] = direction === 'asc' ? both : both.reverse()
    expect(up?.slice(3)).toEqual(rising.slice(3))
    expect(down?.slice(0, -3)).toEqual(rising.slice(3).reverse())
    expect(up).toHaveLength(rising.length)
  })

  test.each([
    ['above', { $gt: 0 }, [1, 2, 2.5]],
    ['from', { $gte: 1 }, [1, 2, 2.5]],
    ['below', { $lt: 1 }, [-1, 0]],
    ['up to', { $lte: 0 }, [-1, 0]],
    ['between', { $gt: -1, $lt: 2 }, [0, 1]],
    ['texts', { $gt: '' }, ['a', '王', '𠮷']],
    ['texts up to', { $lt: '王' }, ['', 'a']],
    ['truth', { $gte: false }, [false, true]],
    ['dates', { $lt: new Date(5) }, [new Date(0)]],
    ['nothing between', { $gt: 1, $lt: 1 }, []],
  ])('%s: a range keeps to its type, either way', (_name, rank, expected) => {
    const rising = expected.flatMap((value) => [value, value])
    const up = direction === 'asc' ? forward : backward
    const down = direction === 'asc' ? backward : forward
    expect(found({ owner: 'o', rank }, { order: up })).toEqual(rising)
    expect(found({ owner: 'o', rank }, { order: down })).toEqual([...rising].reverse())
  })

  test('edges of a range narrow each other, in whatever order they stand', () => {
    const narrowed = [
      { $and: [{ rank: { $gte: 0 } }, { rank: { $gt: 1 } }] },
      { $and: [{ rank: { $gt: 1 } }, { rank: { $gte: 0 } }] },
      { $and: [{ rank: { $gte: 2 } }, { rank: { $gt: 1 } }] },
    ]
    for (const each of narrowed) expect(found({ owner: 'o', ...each }).sort()).toEqual([2, 2, 2.5, 2.5])
    expect(found({ owner: 'o', $and: [{ rank: { $gt: 2 } }, { rank: 1 }] })).toEqual([])
  })

  test('what is missing equals null', () => {
    expect(found({ owner: 'o', rank: null })).toHaveLength(3)
  })

  test('a document that moves in the index is found where it is now', async () => {
    await store.change('items', {
      filter: { _id: 'd1' },
      change: { kind: 'update', operators: { $set: { rank: 9 } } },
    })
    expect(found({ owner: 'o', rank: 9 })).toEqual([9])
    expect(found({ owner: 'o', rank: -1 })).toHaveLength(1)
    await store.remove('items', { _id: 'd1' })
    expect(found({ owner: 'o', rank: 9 })).toEqual([])
  })
})

test('the order of ids needs no declared index, as on the platform', async () => {
  store = opened('asc')
  await fill()
  const after = (id: string) =>
    store.find('items', { filter: { _id: { $gt: id } }, order: { _id: 1 }, limit: 3 }).map(({ _id }) => _id)
  expect([after(''), after('d1'), after('other9')]).toEqual([['d0', 'd1', 'd10'], ['d10', 'd11', 'd12'], []])
})

describe('without a declared index', () => {
  beforeEach(() => {
    store = opened('asc')
  })

  test.each<[string, Filter, Order]>([
    ['another field', { colour: 'red' }, {}],
    ['the second field alone', { rank: 1 }, {}],
    ['a range before the end', { owner: { $gt: 'a' }, rank: 1 }, {}],
    ['an order of another field', { owner: 'o' }, { colour: 1 }],
    ['an order that leaves a field out', { owner: 'o' }, { _id: 1 }],
    ['an order that turns', { owner: 'o' }, { rank: 1, _id: -1 }],
    ['nothing at all', {}, {}],
  ])('%s is refused by name', (_name, filter, order) => {
    expect(() => store.find('items', { filter, order })).toThrow(
      /items by \{.*\} ordered by \{.*\}: no declared index/,
    )
  })

  test.each<[string, Filter]>([
    ['$or', { $or: [{ owner: 'a' }, { owner: 'b' }] }],
    ['$in', { owner: { $in: ['a'] } }],
    ['$exists', { owner: { $exists: true } }],
    ['an object', { owner: { name: 'a' } }],
    ['a range over null', { owner: { $gt: null } }],
  ])('%s in a query is refused by name', (name, filter) => {
    expect(() => store.find('items', { filter })).toThrow(name)
  })

  test('an array or object in an indexed field is refused before it is written', async () => {
    for (const rank of [[1, 2], { a: 1 }])
      await expect(store.insert('items', [{ _id: 'x', owner: 'o', rank }])).rejects.toThrow('rank')
    expect(store.find('items', { filter: { _id: 'x' } })).toEqual([])
  })
})

describe('in a collection of 100,000 documents', () => {
  const OWNERS = 100
  beforeAll(async () => {
    store = opened('asc')
    const batch = Array.from({ length: 100_000 }, (_, n) => ({
      _id: `d${String(n).padStart(6, '0')}`,
      owner: `o${n % OWNERS}`,
      rank: Math.floor(n / OWNERS) % 10,
    }))
    await store.insert('items', batch)
  })

  test.each<[string, Filter, Order]>([
    ['a first page', { owner: 'o7' }, { rank: 1 }],
    ['a page from a value on', { owner: 'o7', rank: { $gte: 5 } }, { rank: 1 }],
    ['a page beyond a value that many share', { owner: 'o7', rank: { $gt: 4 } }, { rank: 1 }],
    ['the last page, backwards', { owner: 'o7', rank: { $lt: 5 } }, { rank: -1 }],
    ['on from a key', { owner: 'o7', rank: 5, _id: { $gt: 'd050000' } }, { _id: 1 }],
    ['nothing', { owner: 'nobody' }, {}],
  ])('%s walks no more than it returns', (_name, filter, order) => {
    const before = store.walked
    const page = store.find('items', { filter, order, limit: 20 })
    expect(store.walked - before).toBe(page.length)
    expect(page.length).toBeLessThanOrEqual(20)
  })

  test('a range with one open end stops where its type does', async () => {
    const texts = Array.from({ length: 500 }, (_, n) => ({ _id: `text${n}`, owner: 'both', rank: `t${n}` }))
    const nulls = Array.from({ length: 500 }, (_, n) => ({ _id: `null${n}`, owner: 'both', rank: null }))
    await store.insert('items', [...texts, ...nulls, { _id: 'number', owner: 'both', rank: 1 }])
    for (const rank of [{ $gte: 0 }, { $lte: 2 }]) {
      for (const direction of [1, -1] as const) {
        const before = store.walked
        expect(found({ owner: 'both', rank }, { order: { rank: direction } })).toEqual([1])
        expect(store.walked - before).toBe(1)
      }
    }
  })

  test('a page is a hundred where nothing is said, and never more than a thousand', () => {
    expect(store.find('items', { filter: { owner: 'o7' } })).toHaveLength(100)
    expect(store.find('items', { filter: { owner: 'o7' }, limit: 5000 })).toHaveLength(1000)
  })
})
