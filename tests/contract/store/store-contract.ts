// The contract of every driver of the store: each runs under it, and a new promise of the port is asked for here.
import { instant } from '../../../domain/kernel/instant'
import type { OutboxDocument } from '../../../server/kernel/acts-documents'
import { Refused } from '../../../server/kernel/refused'
import type { Raw } from '../../../server/kernel/store/collection'
import type { CollectionName } from '../../../server/kernel/store/collections'
import {
  DocumentExists,
  type New,
  type Store,
  type Stored,
  VersionChanged,
} from '../../../server/kernel/store/port'
import { ATTEMPTS } from '../../../server/kernel/store/retry'
import type { VisitDocument } from '../../../server/people/documents'

/** A driver on an empty store, opened once for all its tests. */
interface Opened {
  store: Store
  /** Keeps a document as an earlier program left it, past the driver. */
  keep(collection: CollectionName, raw: Raw & Stored): Promise<void>
  close(): Promise<void>
}

const event = (id: string, at: number): New<OutboxDocument> => ({
  _id: id,
  kind: 'erasure-done',
  payload: { personId: id },
  at: instant(at),
  state: 'waiting',
})
const visit = (id: string): New<VisitDocument> => ({ _id: id, scene: 1, at: instant(1) })

const refusalOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
    return null
  } catch (error) {
    return error instanceof Refused ? error.refusal.code : error
  }
}

export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened
    let store: Store
    beforeAll(async () => {
      opened = await open()
      store = opened.store
    })
    afterAll(() => opened.close())

    single(() => store)
    paging(() => store)
    transactions(() => store)
    earlierShapes(() => opened)
  })
}

/** One document at a time. */
function single(store: () => Store): void {
  test('an insert is version 1; a second with its id is refused by name, and the first stays', async () => {
    expect(await store().insert('visits', visit('one'))).toMatchObject({ version: 1 })
    await expect(store().insert('visits', { ...visit('one'), scene: 2 })).rejects.toThrow(DocumentExists)
    expect(await store().get('visits', 'one')).toMatchObject({ scene: 1, version: 1 })
  })

  test('a replace raises the version; a stale one is refused, and an object is replaced whole', async () => {
    const made = await store().insert('outbox', {
      ...event('stale', 1),
      payload: { personId: 'p1', unitId: 'u1' },
      state: 'done',
    })
    const next = await store().replace('outbox', { ...made, payload: { personId: 'p2' } })
    expect(next.version).toBe(2)
    expect((await store().get('outbox', 'stale'))?.payload).toEqual({ personId: 'p2' })
    await expect(store().replace('outbox', { ...made, payload: { personId: 'p3' } })).rejects.toThrow(
      VersionChanged,
    )
  })

  test('what is removed is gone; another version of it is not removed', async () => {
    const made = await store().insert('outbox', event('goes', 1))
    const next = await store().replace('outbox', { ...made, state: 'done' })
    await expect(store().remove('outbox', made)).rejects.toThrow(VersionChanged)
    await store().remove('outbox', next)
    expect(await store().get('outbox', 'goes')).toBeNull()
    const again = await store().insert('visits', visit('goes'))
    await store().transact((tx) => tx.remove('visits', again))
    expect(await store().get('visits', 'goes')).toBeNull()
  })

  test('undefined is refused: it would vanish here and mean everybody there', async () => {
    const bad = { ...visit('bad'), scene: undefined as unknown as number }
    await expect(store().insert('visits', bad)).rejects.toThrow('scene is undefined')
    const equals = { state: undefined as unknown as string }
    await expect(store().query('outbox', 'byState', { equals, limit: 1 })).rejects.toThrow(
      'state is undefined',
    )
  })

  test('what is missing, and an empty id, are nothing', async () => {
    expect(await store().get('visits', 'nobody')).toBeNull()
    expect(await store().get('visits', '')).toBeNull()
  })
}

/** Pages of an index. */
function paging(store: () => Store): void {
  describe('paging', () => {
    const ties = ['t1', 't2', 't3', 't4', 't5', 't6', 't7']
    const order = async (limit: number): Promise<string[]> => {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await store().query('outbox', 'byState', {
          equals: { state: 'waiting' },
          limit,
          ...(after === undefined ? {} : { after }),
        })
        seen.push(...page.items.map(({ _id }) => _id))
        after = page.next
      } while (after !== undefined)
      return seen
    }

    beforeAll(async () => {
      // Inserted out of order; five share one moment, so that pages end between ties.
      for (const id of [...ties].reverse())
        await store().insert('outbox', event(id, id === 't1' ? 10 : id === 't7' ? 30 : 20))
    })

    test.each([1, 2, 3, 7, 100])('every document once and in order, %i a page', async (limit) => {
      expect(await order(limit)).toEqual(ties)
    })

    test('within bounds, from ≤ value < before', async () => {
      const bounded = { equals: { state: 'waiting' }, from: 20, before: 30, limit: 3 }
      const first = await store().query('outbox', 'byState', bounded)
      const second = await store().query('outbox', 'byState', { ...bounded, after: first.next ?? '' })
      expect([...first.items, ...second.items].map(({ _id }) => _id)).toEqual(['t2', 't3', 't4', 't5', 't6'])
      expect(second.next).toBeUndefined()
    })

    test.each(['', 'x', '{}', 'null', '{"value":{"$gt":0},"id":"a"}', '{"value":1}'])(
      'a place to go on from that nobody gave is refused: %s',
      async (after) => {
        const query = { equals: { state: 'waiting' }, limit: 1, after }
        expect(await refusalOf(store().query('outbox', 'byState', query))).toBe('INPUT_INVALID')
      },
    )

    test('a limit is between 1 and 100', async () => {
      const waiting = { equals: { state: 'waiting' } }
      expect((await store().query('outbox', 'byState', { ...waiting, limit: 0 })).items).toHaveLength(1)
      expect((await store().query('outbox', 'byState', { ...waiting, limit: 1_000 })).items).toHaveLength(7)
    })
  })
}

/** Several documents at once. */
function transactions(store: () => Store): void {
  describe('transactions', () => {
    test('all or nothing', async () => {
      const failing = store().transact(async (tx) => {
        await tx.insert('visits', visit('half'))
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await store().get('visits', 'half')).toBeNull()
    })

    test('read, then written by another: it runs again on what is there now', async () => {
      await store().insert('visits', visit('raced'))
      let runs = 0
      await store().transact(async (tx) => {
        runs += 1
        const found = await tx.get('visits', 'raced')
        if (!found) throw new Error('gone')
        if (runs === 1) await store().replace('visits', { ...found, scene: 7 })
        await tx.replace('visits', { ...found, scene: found.scene + 1 })
      })
      expect(runs).toBe(2)
      expect(await store().get('visits', 'raced')).toMatchObject({ scene: 8 })
    })

    test('a conflict that does not end is refused with BUSY, a bounded number of times', async () => {
      let runs = 0
      const never = store().transact(async () => {
        runs += 1
        throw new VersionChanged('visits', 'any')
      })
      expect(await refusalOf(never)).toBe('BUSY')
      expect(runs).toBe(ATTEMPTS)
    })
  })
}

interface Earlier {
  /** As it was stored in that shape; one of the first shape carries none. */
  raw: Raw & Stored
  /** As today's program reads it. */
  today: object
}

const stored = (id: string, fields: Raw): Raw & Stored => ({ _id: id, version: 1, ...fields })

/** One document of each earlier shape of each collection that ever changed: the n-th is of shape n. */
const EARLIER: Partial<Record<CollectionName, readonly Earlier[]>> = {
  claims: [
    {
      raw: stored('shape-1', {
        personId: 'p',
        submittedAt: 1,
        oddities: [
          { code: 'SHARED_EVIDENCE', text: '王小明的申报用过同样的材料文件', claimId: 'c' },
          { code: 'OUTSIDE_YEAR', text: '日期不全在 2022 年内', claimId: null },
        ],
      }),
      today: {
        oddities: [
          { code: 'SHARED_EVIDENCE', text: '用过同样的材料文件', claimId: 'c' },
          { code: 'OUTSIDE_YEAR', text: '日期不全在 2022 年内', claimId: null },
        ],
      },
    },
  ],
  'evidence-keys': [
    {
      raw: stored('shape-1', { claimId: 'c', personId: 'p', personName: '王小明' }),
      today: { claimId: 'c', personId: 'p' },
    },
  ],
  'inbox-messages': [
    {
      raw: stored('shape-1', {
        personId: 'p',
        at: 1,
        kind: 'contest-waiting',
        text: '王小明说身份证号绑在别的微信上。核对是不是本人，再决定改绑还是不改绑。',
      }),
      today: { text: '有人说身份证号绑在别的微信上。核对是不是本人，再决定改绑还是不改绑。' },
    },
  ],
  outbox: [
    {
      raw: stored('shape-1', {
        at: 1,
        state: 'done',
        kind: 'contest-waiting',
        payload: { personId: 'p', name: '王小明', level: 'unit' },
      }),
      today: { payload: { personId: 'p', level: 'unit' } },
    },
  ],
  'spot-checks': [
    {
      raw: stored('shape-1', {
        orgId: 'o',
        startedAt: 1,
        samples: [{ claimId: 'c', personName: '王小明', finding: null }],
      }),
      today: { samples: [{ claimId: 'c', finding: null }] },
    },
  ],
}

/** A document of yesterday is read as today's type, by id, in a transaction and in a page; a write keeps today's shape. */
function earlierShapes(opened: () => Opened): void {
  test('each collection that changed its shape is read here in each earlier one', () => {
    const { collections } = opened().store
    const changed = (Object.keys(collections) as CollectionName[]).filter(
      (collection) => collections[collection].upgrades.length > 0,
    )
    expect(changed.sort()).toEqual(Object.keys(EARLIER).sort())
    for (const collection of changed)
      expect(EARLIER[collection]).toHaveLength(collections[collection].upgrades.length)
  })

  test.each(Object.keys(EARLIER) as CollectionName[])('%s of an earlier shape', async (collection) => {
    const { store, keep } = opened()
    for (const { raw, today } of EARLIER[collection] ?? []) {
      await keep(collection, raw)
      const read = await store.get(collection, raw._id)
      expect(read).toMatchObject(today)
      expect(JSON.stringify(read)).not.toContain('王小明')
      expect(await store.transact((tx) => tx.get(collection, raw._id))).toEqual(read)
      if (read) await store.replace(collection, read)
      expect(await store.get(collection, raw._id)).toEqual({ ...read, version: 2 })
    }
  })

  test('a page holds documents of today', async () => {
    const { store } = opened()
    const { items } = await store.query('claims', 'byPerson', { equals: { personId: 'p' }, limit: 1 })
    expect(items).toEqual([await store.get('claims', 'shape-1')])
    expect(items[0]).not.toHaveProperty('shape')
  })

  test('an index by ids alone pages by prefix, once and in order', async () => {
    const { store } = opened()
    for (const id of ['q:1', 'q:2', 'q:3', 'qq:1']) await store.insert('visits', visit(id))
    const seen: string[] = []
    let after: string | undefined
    do {
      const range = { equals: {}, from: 'q:', before: 'q;', limit: 2 }
      const page = await store.query('visits', 'byId', after === undefined ? range : { ...range, after })
      seen.push(...page.items.map(({ _id }) => _id))
      after = page.next
    } while (after !== undefined)
    expect(seen).toEqual(['q:1', 'q:2', 'q:3'])
  })
}
