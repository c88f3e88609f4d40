// The lines of received batches, settled one by one in the country of the matrix: what became of each, and of its batch.
import { day, type Instant, plusSeconds, startOfDay } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import type { SentRow } from '../../domain/outside/batch'
import { keyedHash, seal } from '../../server/kernel/ports/sealing'
import { type OutsideRowDocument, rowsOfBatch } from '../../server/outside/documents'
import { matchPerson } from '../../server/outside/match-person'
import { workBatches } from '../../server/outside/work-batches'
import type { PersonDocument } from '../../server/people/documents'
import { line } from '../harness/partner'
import { World } from './matrix/world'
import { idNumberOf } from './town'

let world: World
beforeAll(async () => {
  world = await World.open()
  await world.store.insert('outside-providers', {
    ...{
      _id: 'ta-tyjrp',
      region: 'shandong',
      keys: [],
      name: '泰安市继续教育培训网',
      kind: 'platform',
      base: null,
    },
  })
  for (const base of ['base', 'zz-base'])
    await world.store.insert('outside-providers', {
      ...{ _id: base, region: 'shandong', keys: [], name: `演示${base}`, kind: 'base' },
      base: { level: 'province', audience: 'province' },
    })
})
afterAll(() => world.close())

const numberOf = (order: string) => idNumberOf('19770707', order)
const hashOf = (order: string) => keyedHash('id-number', numberOf(order), world.as('').ports.secrets)

/** A person of that number; with a key, the number is theirs. */
async function person(order: string, change: Partial<PersonDocument> = {}, at = 'station'): Promise<string> {
  const { _id, unitName } = await world.person(at, { idNumberHash: hashOf(order), ...change })
  if (change.binding === undefined || change.binding === 'contested')
    await world.store.insert('identity-keys', { _id: hashOf(order), personId: _id, unitName })
  return _id
}

/** A line on somebody of that number, as Tai'an's platform sends it. */
const course = (order: string, change: Partial<SentRow> = {}): SentRow =>
  line({
    ...{ name: '孔令仪', idNumber: numberOf(order), courseCode: `ZY-${order}`, courseTitle: '果园土壤改良' },
    ...{ category: 'professional', hours: '16', completedOn: '2022-06-20', ...change },
  })

const FILED = '青人社备〔2023〕12号'

interface Receiving {
  providerId?: string
  region?: Region
  month?: string
  receivedAt?: Instant
  dueAt?: number
  late?: boolean
}

async function received(rows: readonly SentRow[], receiving: Receiving = {}) {
  const { providerId = 'ta-tyjrp', region = 'shandong', month = '2022-06' } = receiving
  const { receivedAt = world.now, dueAt, late = false } = receiving
  const sequence = Number(world.next('').slice(1))
  const { ports, dice } = world.as('')
  const { _id } = await world.store.insert('outside-batches', {
    ...{ _id: `${providerId}:${month}:${sequence}`, providerId, providerName: '网站', region },
    ...{ month, sequence, digest: '', keyId: 1, signatureHex: '', receivedAt, late },
    ...{ policyVersion: '', rowCount: rows.length, state: 'waiting', cursor: 0, doneAt: null },
    ...{ counts: { taken: 0, already: 0, refused: 0, unmatched: 0 } },
    dueAt: dueAt === undefined ? world.now : plusSeconds(world.now, dueAt),
  })
  const sealed = seal(JSON.stringify(rows), rowsOfBatch(_id), ports.secrets, dice)
  await world.store.insert('outside-contents', { _id, rows: sealed })
  return _id
}

const runs = () => workBatches({ ...world.as(''), now: world.now }, Number.POSITIVE_INFINITY)
const batchOf = (batchId: string) => world.store.get('outside-batches', batchId)
const rowOf = (batchId: string, position = 0) => world.store.get('outside-rows', `${batchId}:${position}`)

async function settled(row: SentRow, receiving: Receiving = {}): Promise<OutsideRowDocument> {
  const batchId = await received([row], receiving)
  await runs()
  const kept = await rowOf(batchId)
  if (!kept) throw new Error('the line was not settled')
  return kept
}

describe('what becomes of a line', () => {
  test('hours of a verified person are posted, with what was sent as their evidence', async () => {
    const personId = await person('101')
    const row = await settled(course('101'))
    expect(row).toMatchObject({ state: 'taken', reason: null, by: null, personId, hours: 1_600, year: 2022 })
    const entry = await world.store.get('entries', row.entryId ?? '')
    expect(entry?.facts).toMatchObject({
      title: '果园土壤改良',
      evidence: [
        { dayOnly: true, text: '在泰安市继续教育培训网学完，16 学时，考试合格' },
        {
          text: expect.stringMatching(/^泰安市继续教育培训网送来2022年6月的数据（第 \d+ 批），签名核对无误$/),
        },
      ],
    })
  })

  test('NY22-7: a base’s class counts where its plan was approved and its exam passed', async () => {
    await person('105')
    const taught = course('105', { mode: 'face-to-face', filing: '泰人社训〔2022〕3 号' })
    expect(await settled({ ...taught, mode: 'online' }, { providerId: 'base' })).toMatchObject({
      ...{ state: 'refused', reason: 'PROVIDER_NOT_LAWFUL', by: 'base' },
    })
    expect(await settled({ ...taught, filing: ' ' }, { providerId: 'base' })).toMatchObject({
      ...{ state: 'refused', reason: 'CONDITION_MISSING', by: 'plan-approved' },
    })
    const row = await settled(taught, { providerId: 'base' })
    expect(row).toMatchObject({ state: 'taken', providerId: 'base' })
    const entry = await world.store.get('entries', row.entryId ?? '')
    expect(entry?.facts).toMatchObject({
      evidence: [{ text: '在演示base学完，16 学时，考试合格' }, { text: expect.any(String) }],
    })
  })

  test('NY22-5: a course of the section on rural revitalisation is professional, whatever its sender calls it', async () => {
    await person('106')
    const sent = { category: 'public', courseCode: 'XC-106' }
    const { entryId } = await settled(course('106', { ...sent, section: '乡村振兴板块' }))
    expect((await world.store.get('entries', entryId ?? ''))?.facts).toMatchObject({
      category: 'professional',
    })
  })

  test.each([
    ['QH23-8: of a base that is one no longer', '青海省团校', FILED, 'BASE_DISQUALIFIED', '青海省团校'],
    ['QH23-9: whose plan nobody approved', '青海大学继续教育学院', '', 'CONDITION_MISSING', 'plan-approved'],
    ['of a base that the notice names', '青海大学继续教育学院', FILED, null, null],
  ])('in Qinghai a class %s', async (_, name, filing, reason, by) => {
    const order = world.next('').slice(1).padStart(3, '7')
    await person(order, { region: 'qinghai' }, 'far-unit')
    const providerId = world.next('qh-base')
    const base = { level: 'province', audience: 'province' } as const
    await world.store.insert('outside-providers', {
      ...{ _id: providerId, region: 'qinghai', keys: [], name, kind: 'base', base },
    })
    const sent = { name: '外省职工', mode: 'face-to-face', filing, completedOn: '2023-03-20' } as const
    const march = { month: '2023-03', receivedAt: startOfDay(day('2023-04-01')) }
    const row = await settled(course(order, sent), { providerId, region: 'qinghai', ...march })
    expect(row).toMatchObject({ state: reason === null ? 'taken' : 'refused', reason, by })
  })

  test('of a batch that came late the evidence says so', async () => {
    await person('103')
    const { entryId } = await settled(course('103'), { late: true })
    const entry = await world.store.get('entries', entryId ?? '')
    expect(JSON.stringify(entry?.facts)).toContain('签名核对无误；晚于通知规定的当月月底，按迟报接收')
  })

  test.each<[string, string, () => Promise<unknown>, object]>([
    ['nobody has the number', '111', async () => null, { state: 'unmatched', reason: 'PERSON_UNKNOWN' }],
    [
      'somebody merely claims it',
      '113',
      () => person('113', { binding: 'claimed' }),
      { state: 'unmatched', reason: 'PERSON_UNVERIFIED' },
    ],
    [
      'its owner is in doubt',
      '115',
      () => person('115', { binding: 'contested' }),
      { state: 'unmatched', reason: 'PERSON_UNVERIFIED' },
    ],
    [
      'its owner has another name',
      '117',
      () => person('117', { name: '王明' }),
      { state: 'refused', reason: 'NAME_DIFFERS' },
    ],
    [
      'its owner is of another region',
      '119',
      () => person('119', { region: 'shaanxi' }),
      { state: 'refused', reason: 'REGION_OTHER' },
    ],
  ])('%s', async (_, order, given, fate) => {
    await given()
    expect(await settled(course(order))).toMatchObject({
      ...fate,
      by: null,
      personId: null,
      entryId: null,
      hours: 1_600,
    })
  })

  test('the same course again is there already, with the line that it was counted by', async () => {
    const personId = await person('121')
    const first = await settled(course('121'))
    const again = await settled(course('121'))
    expect(again).toMatchObject({
      state: 'already',
      reason: 'ALREADY_THERE',
      by: `${first._id}|16`,
      personId,
      entryId: first.entryId,
    })
    const other = await settled(course('121', { hours: '8.5' }))
    expect(other).toMatchObject({
      state: 'already',
      reason: 'ALREADY_OTHERWISE',
      by: `${first._id}|16`,
      hours: 850,
    })
  })

  test('a rule of the notice refuses it, with what the rule is about', async () => {
    await person('123')
    expect(await settled(course('123', { examPassed: false }))).toMatchObject({
      state: 'refused',
      reason: 'CONDITION_MISSING',
      by: 'exam-passed',
      idNumberHash: hashOf('123'),
    })
    expect(await settled(course('123', { completedOn: '2010-06-20' }))).toMatchObject({
      state: 'refused',
      reason: 'NO_RULE_FOR_YEAR',
      by: null,
      year: 2010,
    })
  })

  test.each([
    ['12345678', '********'],
    ['123456789', '1234*6789'],
    ['12345678901234567', '1234*********4567'],
    ['123456789012345678', '1234**********5678'],
    ['1234567890123456789', '1234**********6789'],
  ])('a number that cannot be read, %s, is kept as %s', async (idNumber, masked) => {
    expect(await settled(course('125', { idNumber, courseCode: ' x-1 ' }))).toMatchObject({
      ...{ state: 'refused', reason: 'ID_NUMBER_MALFORMED', idNumberMasked: masked, personId: null },
      ...{ courseCode: ' x-1 ', hours: null, hoursText: '16', year: null, completedOn: '2022-06-20' },
    })
  })
})

describe('a run of the clock', () => {
  const unknown = (count: number) =>
    Array.from({ length: count }, (_, n) => course('131', { courseCode: `ZY-${n}`, rowId: `L${n}` }))

  test('counts what became of the lines of a batch, and then is done with it', async () => {
    await person('133')
    const batchId = await received([
      course('133'),
      course('133', { hours: '八' }),
      course('131'),
      course('133'),
      course('131', { hours: '1' }),
    ])
    expect(await runs()).toEqual({ rows: 5 })
    expect(await batchOf(batchId)).toMatchObject({
      state: 'done',
      cursor: 5,
      doneAt: world.now,
      counts: { taken: 1, already: 1, refused: 1, unmatched: 2 },
    })
    expect(await runs()).toEqual({ rows: 0 })
  })

  /** The clock of the process stands still until so many lines were written, and is then past the run's end. */
  const runsFor = async (lines: number, dice = world.as('').dice): Promise<{ rows: number }> => {
    const ctx = { ...world.as(''), now: world.now, dice }
    let written = 0
    const store = new Proxy(ctx.store, {
      get(of, name) {
        if (name === 'transact') written += 1
        return Reflect.get(of, name)
      },
    })
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => (written > lines ? 1_000 : 0))
    const done = await workBatches({ ...ctx, store }, 999)
    clock.mockRestore()
    return done
  }

  test('goes through all that is there, and what it has no time for is the next run’s', async () => {
    const batchId = await received(unknown(203))
    expect(await runsFor(40)).toEqual({ rows: 50 })
    expect(await batchOf(batchId)).toMatchObject({ state: 'waiting', cursor: 50, counts: { unmatched: 0 } })
    expect(await runs()).toEqual({ rows: 153 })
    expect(await batchOf(batchId)).toMatchObject({ state: 'done', cursor: 203, counts: { unmatched: 203 } })
  })

  test('gives each sender a turn: a single line of one does not wait for a month of another', async () => {
    const month: string[] = []
    for (let n = 0; n < 8; n += 1) month.push(await received(unknown(200), { dueAt: n - 100 }))
    const single = await received(unknown(1), { providerId: 'base' })
    expect((await runsFor(60)).rows).toBeLessThan(200)
    expect((await batchOf(single))?.state).toBe('done')
    expect((await batchOf(month[7] ?? ''))?.state).toBe('waiting')
    expect((await runs()).rows).toBeGreaterThan(1_400)
    for (const batchId of month) expect((await batchOf(batchId))?.state).toBe('done')
  })

  test('begins with another sender each time: a name that sorts last waits for no backlog of the first', async () => {
    const month = await received(unknown(200))
    const single = await received(unknown(1), { providerId: 'zz-base' })
    const beginsWith = (drawn: number) => ({ ...world.as('').dice, integerBelow: () => drawn })
    expect(await runsFor(40, beginsWith(0))).toEqual({ rows: 50 })
    expect((await batchOf(single))?.state).toBe('waiting')
    expect(await runsFor(1, beginsWith(1))).toEqual({ rows: 1 })
    expect((await batchOf(single))?.state).toBe('done')
    await runs()
    expect((await batchOf(month))?.state).toBe('done')
  })

  test('takes none that is not due', async () => {
    const later = await received(unknown(1), { dueAt: 1 })
    const batches: string[] = []
    for (let n = 0; n < 6; n += 1) batches.push(await received(unknown(1), { dueAt: n - 6 }))
    expect(await runs()).toEqual({ rows: 6 })
    expect((await batchOf(later))?.state).toBe('waiting')
    await workBatches({ ...world.as(''), now: plusSeconds(world.now, 1) })
    expect((await batchOf(later))?.state).toBe('done')
  })

  test('puts a batch that it cannot read off by ten minutes, says so, and goes on with the next', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const lost = await received(unknown(1), { dueAt: -60 })
    const content = await world.store.get('outside-contents', lost)
    if (content) await world.store.transact((tx) => tx.remove('outside-contents', content))
    const next = await received(unknown(1))
    expect(await runs()).toEqual({ rows: 1 })
    expect(await batchOf(lost)).toMatchObject({
      state: 'waiting',
      cursor: 0,
      dueAt: plusSeconds(world.now, 600),
    })
    expect(told.mock.calls.map(([said]) => String(said))).toEqual([
      expect.stringContaining(`"about":"${lost}","fault":{"message":"Error: `),
    ])
    expect(told.mock.calls[0]?.[0]).toContain('has lost its content or its provider')
    told.mockRestore()
    expect((await batchOf(next))?.state).toBe('done')
  })

  test('does nothing for a sender that is gone', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const orphan = await received(unknown(1), { providerId: 'nobody' })
    await runs()
    expect(await batchOf(orphan)).toMatchObject({ state: 'waiting', dueAt: plusSeconds(world.now, 600) })
    expect(await rowOf(orphan)).toBeNull()
    told.mockRestore()
  })
})

describe('a person who is verified later', () => {
  test('gets the lines that waited for them, and the batch counts anew', async () => {
    const batchId = await received([course('141'), course('143', { courseCode: 'ZY-OTHER' })])
    await runs()
    expect(await batchOf(batchId)).toMatchObject({ counts: { taken: 0, unmatched: 2 } })
    const personId = await person('141', { binding: 'claimed' })
    expect(await matchPerson(world.as(''), personId)).toEqual({ taken: 0 })
    const claimed = await world.store.get('persons', personId)
    if (!claimed) throw new Error('nobody')
    await world.store.replace('persons', { ...claimed, binding: 'verified' })
    await world.store.insert('identity-keys', { _id: hashOf('141'), personId, unitName: '' })
    expect(await matchPerson(world.as(''), personId)).toEqual({ taken: 1 })
    expect(await rowOf(batchId)).toMatchObject({ state: 'taken', reason: null, personId })
    expect(await batchOf(batchId)).toMatchObject({
      state: 'done',
      counts: { taken: 1, unmatched: 1, refused: 0, already: 0 },
    })
    expect(await matchPerson(world.as(''), personId)).toEqual({ taken: 0 })
  })

  test('under another name gets none: the line is refused then', async () => {
    const batchId = await received([course('145')])
    await runs()
    const personId = await person('145', { name: '王明' })
    expect(await matchPerson(world.as(''), personId)).toEqual({ taken: 0 })
    expect(await rowOf(batchId)).toMatchObject({ state: 'refused', reason: 'NAME_DIFFERS' })
    expect(await batchOf(batchId)).toMatchObject({ counts: { refused: 1, unmatched: 0 } })
  })

  test('of whose line the batch is gone, or does not hold it, it is said', async () => {
    const batchId = await received([course('147')])
    await runs()
    const personId = await person('147')
    const row = await rowOf(batchId)
    if (!row) throw new Error('no line')
    const moved = await world.store.replace('outside-rows', { ...row, position: 7 })
    await expect(matchPerson(world.as(''), personId)).rejects.toThrow(`${row._id} is not in its batch`)
    await world.store.replace('outside-rows', { ...moved, batchId: 'gone' })
    await expect(matchPerson(world.as(''), personId)).rejects.toThrow(`${row._id} has no batch`)
  })

  test('nobody is matched with nothing', async () => {
    expect(await matchPerson(world.as(''), 'nobody')).toEqual({ taken: 0 })
  })
})
