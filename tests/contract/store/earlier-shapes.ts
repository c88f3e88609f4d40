// Documents of yesterday: each shape that was ever stored is read as today's type.
import { instant } from '../../../domain/kernel/instant'
import { NEW_QUIZ } from '../../../domain/watch/session'
import { collection as declared, type Raw } from '../../../server/kernel/store/collection'
import type { CollectionList, CollectionName } from '../../../server/kernel/store/collections'
import type { New, Store, Stored } from '../../../server/kernel/store/port'
import type { VisitDocument } from '../../../server/people/documents'

/** A driver, and the way past it. */
export interface Kept {
  store: Store
  /** Keeps a document as an earlier program left it, past the driver. */
  keep(collection: CollectionName, raw: Raw & Stored): Promise<void>
}

/** A driver on an empty store, opened once for all its tests. */
export interface Opened extends Kept {
  /** The driver as it would be with other declarations. */
  under(list: CollectionList): Kept
  close(): Promise<void>
}

export const visit = (id: string): New<VisitDocument> => ({ _id: id, scene: 1, at: instant(1) })

interface Earlier {
  /** As it was stored in that shape; one of the first shape carries none. */
  raw: Raw & Stored
  /** As today's program reads it. */
  today: object
}

const stored = (id: string, fields: Raw): Raw & Stored => ({ _id: id, version: 1, ...fields })

/** One document of each earlier shape of each collection that ever changed: the n-th is of shape n. */
const EARLIER: Partial<Record<CollectionName, readonly Earlier[]>> = {
  accounts: [
    {
      raw: stored('shape-1', {
        personId: 'p',
        year: 2022,
        lines: [{ sequence: 1, bucket: 'cap:training-day:2022-05-12/3' }],
        caps: { 'cap:training-day:2022-05-12/3': 2_400 },
      }),
      today: {
        lines: [{ sequence: 1, bucket: 'day:training-day', days: 3, evidence: null, repeats: false }],
        caps: { 'day:training-day': 800 },
      },
    },
  ],
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
        digest: '',
      },
    },
    {
      raw: stored('shape-2', { personId: 'p', submittedAt: 0, oddities: [], shape: 2 }),
      today: { oddities: [], digest: '' },
    },
  ],
  contests: [
    {
      raw: stored('shape-1', {
        ...{ openid: 'o', holderId: 'p', unitId: 'u', aboveOrgId: 'a', state: 'open', at: 1 },
      }),
      today: { idNumberHash: '', words: [], movesAt: null, objection: null, state: 'open' },
    },
  ],
  coverage: [
    {
      raw: stored('shape-1', { personId: 'p', lectureId: 'l' }),
      today: { quiz: NEW_QUIZ },
    },
  ],
  enrolments: [
    {
      raw: stored('shape-1', { personId: 'p', startedAt: 1, lectures: { one: { watchedSeconds: 60 } } }),
      today: { lectures: { one: { watchedSeconds: 60, wrong: 0 } } },
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
  organisations: [
    {
      raw: stored('shape-1', { name: '水文局', path: ['top', 'shape-1'], certifies: { allowed: false } }),
      today: { nature: null, county: '', saidBy: { certifies: 'top' } },
    },
    {
      raw: stored('shape-2', {
        ...{ name: '水文站', path: ['top', 'shape-2'], certifies: { allowed: true } },
        ...{ nature: 'enterprise', county: '眉县', shape: 2 },
      }),
      today: { nature: 'enterprise', county: '眉县', saidBy: {} },
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
      today: { payload: { personId: 'p', level: 'unit' }, lane: 0, shard: -1 },
    },
    {
      raw: { ...stored('shape-2', { at: 1, state: 'done', kind: 'register', payload: {} }), shape: 2 },
      today: { payload: {}, lane: 0, shard: -1 },
    },
    {
      raw: stored('shape-3', { at: 1, state: 'done', kind: 'register', payload: {}, lane: 7, shape: 3 }),
      today: { lane: 7, shard: -1 },
    },
  ],
  audit: [
    {
      raw: stored('shape-1', { actorId: 'p', action: 'register', at: 1, isFiled: false }),
      today: { actorId: 'p', isFiled: false, lane: 0, shard: -1 },
    },
    {
      raw: stored('shape-2', { actorId: 'p', action: 'register', at: 1, isFiled: false, lane: 7, shape: 2 }),
      today: { lane: 7, shard: -1 },
    },
  ],
  'due-items': [
    {
      raw: stored('shape-1', { kind: 'erasure', ref: 'p', dueAt: 1, state: 'waiting' }),
      today: { ref: 'p', state: 'waiting', lane: 0, shard: -1 },
    },
    {
      raw: stored('shape-2', { kind: 'erasure', ref: 'p', dueAt: 1, state: 'waiting', lane: 7, shape: 2 }),
      today: { lane: 7, shard: -1 },
    },
  ],
  'roster-chunks': [
    {
      raw: stored('shape-1', { importId: 'i', rows: [{ row: 1, mobileMasked: '138****1234' }] }),
      today: { rows: [{ row: 1, mobileMasked: '138****1234', mobileHash: '', oddities: [] }] },
    },
    {
      raw: stored('shape-2', { importId: 'i', rows: [{ row: 1, mobileHash: 'h' }], shape: 2 }),
      today: { rows: [{ row: 1, mobileHash: 'h', oddities: [] }] },
    },
  ],
  'stat-counters': [
    {
      raw: stored('shape-1', { orgId: 'o', total: { people: 3 }, isDirty: true }),
      today: { total: { people: 3 }, pushed: { people: 3 }, isCounted: false, dirtyAt: 0 },
    },
  ],
  'roster-imports': [
    {
      raw: stored('shape-1', { personId: 'p', startedAt: 1 }),
      today: { sheetName: '', otherSheets: [], hiddenRows: 0 },
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
  watch: [
    {
      raw: stored('shape-1', {
        current: {
          session: {
            challenge: { questionId: 'q' },
            questions: [{ id: 'q', options: ['甲', '乙'] }],
          },
        },
        replaced: [{ session: { challenge: null, questions: [] } }],
      }),
      today: {
        current: {
          session: {
            quiz: { ...NEW_QUIZ, openQuestionId: 'q' },
            challenge: { questionId: 'q', order: [0, 1] },
          },
        },
        replaced: [{ session: { quiz: NEW_QUIZ, challenge: null } }],
      },
    },
  ],
}

/** A document of yesterday is read as today's type, by id, in a transaction and in a page; a write keeps today's shape. */
export function earlierShapes(opened: () => Opened): void {
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
}

/** A collection of the contract's own, which changed its shape twice. */
export function shapesInOrder(opened: () => Opened): void {
  // A scene was a text, then a number that could be absent.
  const twice = () => {
    const { collections } = opened().store
    const visits = declared<VisitDocument>()({
      indexes: collections.visits.indexes,
      personal: 'none',
      upgrades: [
        (old) => ({ ...old, scene: old.said === undefined ? null : Number(old.said) }),
        (old) => ({ ...old, scene: old.scene ?? 0 }),
      ],
      dropped: ['said'],
    })
    return opened().under({ ...collections, visits })
  }

  test('each shape is led through all that follow it, in order; what fell away is gone after a write', async () => {
    const { store, keep } = twice()
    await keep('visits', stored('first', { said: '1035', at: 1 }))
    await keep('visits', stored('first-bare', { at: 1 }))
    await keep('visits', stored('second', { scene: null, at: 1, shape: 2 }))
    await keep('visits', stored('third', { scene: 7, at: 1, shape: 3 }))
    await keep('visits', stored('of-tomorrow', { scene: 8, at: 1, shape: 4 }))
    const scenes = { first: 1035, 'first-bare': 0, second: 0, third: 7, 'of-tomorrow': 8 }
    for (const [id, scene] of Object.entries(scenes)) {
      const read = await store.get('visits', id)
      expect(read).toEqual({ _id: id, version: 1, scene, at: 1 })
      if (read) await store.replace('visits', { ...read, scene: scene + 1 })
      expect(await store.get('visits', id)).toEqual({ _id: id, version: 2, scene: scene + 1, at: 1 })
    }
    await store.insert('visits', visit('new'))
    expect(await store.get('visits', 'new')).toEqual({ ...visit('new'), version: 1 })
  })
}
