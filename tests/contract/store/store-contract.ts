// The contract of every driver of the store: each runs under it, and a new promise of the port is asked for here.
import { instant } from '../../../domain/kernel/instant'
import type { OutboxDocument } from '../../../server/kernel/acts-documents'
import { Refused } from '../../../server/kernel/refused'
import { DocumentExists, type New, type Store, VersionChanged } from '../../../server/kernel/store/port'
import { ATTEMPTS } from '../../../server/kernel/store/retry'
import { earlierShapes, type Opened, shapesInOrder, visit } from './earlier-shapes'

const event = (id: string, at: number): New<OutboxDocument> => ({
  _id: id,
  kind: 'erasure-done',
  payload: { personId: id },
  at: instant(at),
  lane: 0,
  shard: 0,
  state: 'waiting',
})

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
    many(() => store)
    counting(() => store)
    transactions(() => store)
    idioms(() => store)
    pagingById(() => store)
    earlierShapes(() => opened)
    shapesInOrder(() => opened)
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

/** Many documents by their ids. */
function many(store: () => Store): void {
  describe('many by their ids', () => {
    const ids = Array.from({ length: 100 }, (_, n) => `many-${String(n).padStart(3, '0')}`)
    beforeAll(async () => {
      for (const [n, id] of ids.entries()) await store().insert('visits', { ...visit(id), scene: n })
    })

    test('in the order of the ids, null where there is none, twice where asked twice', async () => {
      const asked = ['many-007', 'nobody', 'many-003', '', 'many-007']
      const found = await store().getMany('visits', asked)
      expect(found.map((one) => one && [one._id, one.scene, one.version])).toEqual([
        ['many-007', 7, 1],
        null,
        ['many-003', 3, 1],
        null,
        ['many-007', 7, 1],
      ])
      expect(found[0]).toEqual(await store().get('visits', 'many-007'))
    })

    test('none at all, a hundred, and no more', async () => {
      expect(await store().getMany('visits', [])).toEqual([])
      expect(await store().getMany('visits', ['', ''])).toEqual([null, null])
      const found = await store().getMany('visits', [...ids].reverse())
      expect(found.map((one) => one?._id)).toEqual([...ids].reverse())
      await expect(store().getMany('visits', [...ids, 'one more'])).rejects.toThrow(RangeError)
    })

    test('inside a transaction, with what it has written itself', async () => {
      const found = await store().transact(async (tx) => {
        const [first] = await tx.getMany('visits', ['many-001'])
        if (!first) throw new Error('it was inserted')
        await tx.replace('visits', { ...first, scene: 1_000 })
        await tx.insert('visits', visit('many-new'))
        return tx.getMany('visits', ['many-new', 'many-001', 'nobody', 'many-002'])
      })
      expect(found.map((one) => one && [one._id, one.scene])).toEqual([
        ['many-new', 1],
        ['many-001', 1_000],
        null,
        ['many-002', 2],
      ])
      await expect(store().transact((tx) => tx.getMany('visits', [...ids, 'one more']))).rejects.toThrow(
        RangeError,
      )
    })
  })
}

/** How many there are. */
function counting(store: () => Store): void {
  describe('counting', () => {
    beforeAll(async () => {
      for (let n = 0; n < 130; n += 1)
        await store().insert('outbox', { ...event(`counted-${n}`, n), state: 'done', lane: 77 })
    })
    const done = { state: 'done', lane: 77 }

    test('beyond a page, and no further than asked', async () => {
      expect(await store().count('outbox', 'byTurn', { equals: done }, 1_000)).toBe(130)
      expect(await store().count('outbox', 'byTurn', { equals: done }, 130)).toBe(130)
      expect(await store().count('outbox', 'byTurn', { equals: done }, 50)).toBe(50)
      expect(await store().count('outbox', 'byTurn', { equals: { ...done, lane: 78 } }, 50)).toBe(0)
    })

    test('within bounds, from ≤ value < before', async () => {
      const within = { equals: done, from: 10, before: 30 }
      expect(await store().count('outbox', 'byTurn', within, 100)).toBe(20)
      expect(await store().count('outbox', 'byTurn', { equals: done, from: 120 }, 100)).toBe(10)
      expect(await store().count('outbox', 'byTurn', { equals: done, before: 5 }, 100)).toBe(5)
    })

    test('never everybody’s, where a value is not said', async () => {
      const equals = { state: undefined as unknown as string }
      await expect(store().count('outbox', 'byTurn', { equals }, 1)).rejects.toThrow('state is undefined')
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

    test('a document that is held is written by nobody meanwhile: the transaction runs again on what is there', async () => {
      await store().insert('visits', visit('held'))
      const seen: number[] = []
      await store().transact(async (tx) => {
        const found = await tx.get('visits', 'held')
        if (!found) throw new Error('gone')
        seen.push(found.scene)
        if (seen.length === 1) await store().replace('visits', { ...found, scene: 7 })
        await tx.assert('visits', found)
      })
      expect(seen).toEqual([1, 7])
      expect(await store().get('visits', 'held')).toEqual({ ...visit('held'), scene: 7, version: 3 })
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

/** The idioms that use cases need again and again, built on the operations above. */
function idioms(store: () => Store): void {
  test('each document of a query comes once and in order, page after page, and no more than asked for', async () => {
    const ids = Array.from({ length: 230 }, (_, n) => `e${String(n).padStart(3, '0')}`)
    for (const id of ids) await store().insert('phone-codes', { _id: id, openid: 'each' })
    const seen = async (most?: number): Promise<string[]> => {
      const found: string[] = []
      const query = { equals: { openid: 'each' }, ...(most === undefined ? {} : { most }) }
      for await (const { _id } of store().each('phone-codes', 'byOpenid', query)) found.push(_id)
      return found
    }
    expect(await seen()).toEqual(ids)
    expect(await seen(0)).toEqual([])
    expect(await seen(150)).toEqual(ids.slice(0, 150))
    expect(await seen(230)).toEqual(ids)
    for await (const { _id } of store().each('phone-codes', 'byOpenid', { equals: { openid: 'each' } })) {
      expect(_id).toBe('e000')
      break
    }
  })

  test('an insert where something is, a replace and a removal of another version write nothing and say so', async () => {
    expect(await store().insertIfAbsent('visits', visit('absent'))).toMatchObject({ version: 1 })
    expect(await store().insertIfAbsent('visits', { ...visit('absent'), scene: 2 })).toBeNull()
    const made = await store().get('visits', 'absent')
    if (!made) throw new Error('it was inserted')
    expect(made.scene).toBe(1)
    expect(await store().replaceIfUnchanged('visits', { ...made, scene: 3 })).toMatchObject({ version: 2 })
    expect(await store().replaceIfUnchanged('visits', { ...made, scene: 4 })).toBeNull()
    expect(await store().removeIfUnchanged('visits', made)).toBe(false)
    expect(await store().get('visits', 'absent')).toMatchObject({ scene: 3, version: 2 })
    expect(await store().removeIfUnchanged('visits', { ...made, version: 2 })).toBe(true)
    expect(await store().get('visits', 'absent')).toBeNull()
  })

  test('any other fault goes through an idiom as it is', async () => {
    const bad = { ...visit('bad'), scene: undefined as unknown as number }
    await expect(store().insertIfAbsent('visits', bad)).rejects.toThrow('scene is undefined')
  })

  test('an upsert is new where nothing was read, and takes the place of what was, whole', async () => {
    const made = await store().upsert('outbox', null, event('upsert', 1))
    expect(made.version).toBe(1)
    const next = await store().transact((tx) =>
      tx.upsert('outbox', made, { ...event('upsert', 2), state: 'done' }),
    )
    expect(next).toEqual({ ...event('upsert', 2), state: 'done', version: 2 })
    expect(await store().get('outbox', 'upsert')).toEqual(next)
    await expect(store().upsert('outbox', made, event('upsert', 3))).rejects.toThrow(VersionChanged)
    await expect(store().upsert('outbox', null, event('upsert', 3))).rejects.toThrow(VersionChanged)
  })

  test('two that read nothing and write meet: the second reads again', async () => {
    let runs = 0
    const scene = await store().transact(async (tx) => {
      runs += 1
      const before = runs === 1 ? null : await tx.get('visits', 'meet')
      if (runs === 1) await store().insert('visits', visit('meet'))
      const kept = await tx.upsert('visits', before, { ...visit('meet'), scene: (before?.scene ?? 0) + 1 })
      return kept.scene
    })
    expect([runs, scene]).toEqual([2, 2])
  })
}

/** Pages of the order of ids alone. */
function pagingById(store: () => Store): void {
  test('an index by ids alone pages by prefix, once and in order', async () => {
    for (const id of ['q:1', 'q:2', 'q:3', 'qq:1']) await store().insert('visits', visit(id))
    const seen: string[] = []
    let after: string | undefined
    do {
      const range = { equals: {}, from: 'q:', before: 'q;', limit: 2 }
      const page = await store().query('visits', 'byId', after === undefined ? range : { ...range, after })
      seen.push(...page.items.map(({ _id }) => _id))
      after = page.next
    } while (after !== undefined)
    expect(seen).toEqual(['q:1', 'q:2', 'q:3'])
  })
}
