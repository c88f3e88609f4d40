import { plusSeconds, yearOf } from '../../../domain/kernel/instant'
import { REGIONS } from '../../../domain/kernel/regions'
import { OFFICE_TEMPLATES } from '../../../scripts/office-templates'
import { type Classroom, startClassroom } from '../../../tests/harness/classroom'
import { observed } from '../../../tests/harness/counted-store'
import type { Act } from '../../kernel/acts'
import type { Context } from '../../kernel/context'
import type { Message } from '../../kernel/ports/port'
import { record } from '../../kernel/record'
import { placeOf } from '../../kernel/store/lanes'
import { fileLines } from '../audit-log/file-lines'
import { deliverOutbox } from './deliver-outbox'
import { eventOfToday } from './earlier-events'
import { keepHouse } from './keep-house'
import { settleDue } from './settle-due'

/** This computer may be busy with other things; a run of the platform has its minute. */
const AS_LONG_AS_IT_TAKES = Number.POSITIVE_INFINITY

let room: Classroom
let stop: () => Promise<void>
beforeAll(async () => {
  ;({ room, stop } = await startClassroom())
})
afterAll(() => stop())

/** The clock's door, with a messenger that keeps each message it was given. */
function postman(refuses = false): { ctx: Context; sent: Message[] } {
  const sent: Message[] = []
  const ctx = room.context('', 'clock')
  const send = async (message: Message): Promise<void> => {
    if (refuses) throw new Error('43101: the person does not take messages')
    sent.push(message)
  }
  return { ctx: { ...ctx, ports: { ...ctx.ports, messages: { send, templates: OFFICE_TEMPLATES } } }, sent }
}

const closed = (id: string, personId: string, passed: boolean) =>
  room.store.transact((tx) => record(tx, room.context('', 'clock'), examClosed(id, personId, passed)))

const examClosed = (id: string, personId: string, passed: boolean): Act<'exam-closed'> => ({
  id,
  kind: 'exam-closed',
  subject: { of: 'attempt', id },
  by: { actorId: personId, role: 'trainee', scope: 'unit-1' },
  payload: { personId, attemptId: id, passed },
})

/** An event that another release wrote: its kind is no act of today. */
const stored = async (id: string, kind: string, payload: object): Promise<void> => {
  await closed(id, 'p-a', true)
  const event = await room.store.get('outbox', id)
  if (event) await room.store.replace('outbox', { ...event, ...({ kind, payload } as never as object) })
}

test('what was passed is told once, however many runs meet', async () => {
  for (let n = 0; n < 5; n += 1) await closed(`passed-${n}`, 'p-a', true)
  await closed('failed', 'p-a', false)
  await closed('nobody', 'p-gone', true)
  const { ctx, sent } = postman()
  const runs = await Promise.all([deliverOutbox(ctx), deliverOutbox(ctx), deliverOutbox(ctx)])
  expect(runs.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(7)
  expect(sent).toHaveLength(5)
  expect(sent[0]).toMatchObject({ openid: 'o-a', templateId: 'local-exam-passed', data: { phrase7: '合格' } })
  expect(await deliverOutbox(ctx)).toEqual({ delivered: 0 })
})

test('somebody who takes no messages stands in nobody’s way', async () => {
  await closed('refused', 'p-a', true)
  const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(await deliverOutbox(postman(true).ctx)).toEqual({ delivered: 1 })
  silenced.mockRestore()
  expect(await room.store.get('outbox', 'refused')).toMatchObject({ state: 'done' })
})

test('an event that cannot be delivered is said, and tried again ten minutes later; others go on', async () => {
  await closed('stuck', 'p-a', true)
  await closed('after-it', 'p-a', true)
  const { ctx, sent } = postman()
  const { store } = ctx
  const broken: Context['store'] = {
    ...store,
    get: store.get.bind(store),
    query: store.query.bind(store),
    transact: store.transact.bind(store),
    replaceIfUnchanged: store.replaceIfUnchanged.bind(store),
    insertIfAbsent: (name, document) => {
      if (document._id === 'stuck:p-a') throw new Error('no room')
      return store.insertIfAbsent(name, document)
    },
  }
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(await deliverOutbox({ ...ctx, store: broken })).toEqual({ delivered: 1 })
  expect(said).toHaveBeenCalledTimes(1)
  expect(said).toHaveBeenCalledWith(expect.stringMatching(/"about":"stuck".*no room/))
  said.mockRestore()
  expect(await store.get('outbox', 'stuck')).toMatchObject({
    state: 'waiting',
    at: plusSeconds(ctx.now, 600),
  })
  const later = (seconds: number) => ({ ...ctx, now: plusSeconds(ctx.now, seconds) })
  expect(await deliverOutbox(later(599))).toEqual({ delivered: 0 })
  expect(await deliverOutbox(later(600))).toEqual({ delivered: 1 })
  expect(sent).toHaveLength(2)
})

test('an event of an unknown name is set aside and said, and stands in nobody’s way', async () => {
  await stored('unknown', 'something-else', { personId: 'p-a' })
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(await deliverOutbox(postman().ctx)).toEqual({ delivered: 0 })
  expect(said).toHaveBeenCalledWith(expect.stringMatching(/"about":"unknown".*something-else/))
  said.mockRestore()
  expect(await room.store.get('outbox', 'unknown')).toMatchObject({ state: 'set-aside' })
})

test('what an earlier release wrote is told as it was then', async () => {
  await stored('earlier', 'exam-closed', { personId: 'p-a', passed: 'true' })
  await stored('silent', 'move-requested', { personId: 'p-a' })
  const { ctx, sent } = postman()
  expect(await deliverOutbox(ctx)).toEqual({ delivered: 2 })
  expect(sent).toMatchObject([{ templateId: 'local-exam-passed' }])
})

test.each<[kind: string, payload: object, today: string, of: object]>([
  ['person-registered', { personId: 'p' }, 'register', { personId: 'p' }],
  ['binding-decided', { binding: 'verified' }, 'binding-verified', { binding: 'verified' }],
  ['binding-decided', { binding: 'contested' }, 'binding-contested', { binding: 'contested' }],
  ['binding-contested', { unitName: '演示单位' }, 'contest-binding', { unitName: '演示单位' }],
  ['binding-contested', {}, 'binding-contested', {}],
  ['claim-decided', { event: 'credited' }, 'claim-approved', { event: 'credited', credited: true }],
  ['claim-decided', { event: 'returned' }, 'claim-returned', { event: 'returned' }],
  ['claim-approved', { credited: true }, 'claim-approved', { credited: true }],
  ['claim-approved', { credited: false }, 'claim-approved', { credited: false }],
  ['claim-approved', { credited: 'true' }, 'claim-approved', { credited: false }],
  ['exam-closed', { passed: true }, 'exam-closed', { passed: true }],
  ['exam-closed', { passed: 'true' }, 'exam-closed', { passed: true }],
  ['exam-closed', { passed: 'false' }, 'exam-closed', { passed: false }],
  ['exam-closed', { passed: false }, 'exam-closed', { passed: false }],
  ['organisation-reviewed', { verified: true }, 'organisation-reviewed', { verified: true }],
  ['organisation-reviewed', { verified: false }, 'organisation-reviewed', { verified: false }],
  [
    'organisation-reviewed',
    { state: 'verified' },
    'organisation-reviewed',
    { state: 'verified', verified: true },
  ],
  [
    'organisation-reviewed',
    { state: 'returned' },
    'organisation-reviewed',
    { state: 'returned', verified: false },
  ],
  ['study-record-kept', { hours: '6.5' }, 'study-record-kept', { hours: 650 }],
  ['study-record-kept', { hours: '0.07' }, 'study-record-kept', { hours: 7 }],
  ['study-record-kept', { hours: 650 }, 'study-record-kept', { hours: 650 }],
  ['person-reminded', { year: '2022' }, 'person-reminded', { year: 2022 }],
  ['hours-voided', { year: '2022' }, 'hours-voided', { year: 2022 }],
  ['outside-taken', { year: '2022' }, 'outside-taken', { year: 2022 }],
  ['move-refused', { personId: 'p' }, 'move-refused', { personId: 'p' }],
])('an earlier %s of %j is a %s', (kind, payload, today, of) => {
  expect(eventOfToday(kind, payload)).toEqual({ kind: today, payload: of })
})

test.each(['roster-imported', 'roster-import', 'move-requested'])('%s is no event any more', (kind) =>
  expect(eventOfToday(kind, {})).toBe('nothing'),
)

test.each(['constructor', 'toString', 'something-else', ''])('no act is called %j', (kind) =>
  expect(eventOfToday(kind, {})).toBeNull(),
)

test('a piece of housekeeping that fails is logged by its name, and the others are done all the same', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const ctx = room.context('', 'clock')
  const { store } = ctx
  const broken: Context['store'] = {
    ...store,
    ...{ get: store.get.bind(store), each: store.each.bind(store), transact: store.transact.bind(store) },
    ...{
      insertIfAbsent: store.insertIfAbsent.bind(store),
      removeIfUnchanged: store.removeIfUnchanged.bind(store),
    },
    replaceIfUnchanged: store.replaceIfUnchanged.bind(store),
    query: (name, index, query) => {
      if (name === 'audit') throw new Error('no audit today')
      return store.query(name, index, query)
    },
  }
  for (let run = 0; run < 3; run += 1) await keepHouse({ ...ctx, store: broken })
  const lines = said.mock.calls.map(([line]) => JSON.parse(String(line)) as { about: string })
  said.mockRestore()
  expect([...new Set(lines.map(({ about }) => about))]).toEqual(['file audit lines', 'drop old audit lines'])
  const year = yearOf(ctx.now)
  for (const region of REGIONS)
    expect(await store.get('stat-rebuilds', `${region}:${year}`)).toMatchObject({ step: 'done' })
})

describe('who causes much keeps nobody waiting', () => {
  const FLOOD = 400
  /** A round of the flooded shard may come first, with the leases of both. */
  const A_ROUND = 120
  /** A context whose run is out of time once so many documents of a collection were written. */
  const stoppingAfter = (writes: number): { ctx: Context; clock: { untilMs: number } } => {
    const { ctx } = postman()
    const { store } = ctx
    let written = 0
    const performanceNow = jest.spyOn(performance, 'now')
    performanceNow.mockImplementation(() => (written >= writes ? 1_000 : 0))
    const counting: Context['store'] = {
      ...store,
      ...{ get: store.get.bind(store), query: store.query.bind(store), transact: store.transact.bind(store) },
      insertIfAbsent: store.insertIfAbsent.bind(store),
      replaceIfUnchanged: (name, document) => {
        written += 1
        return store.replaceIfUnchanged(name, document)
      },
    }
    return { ctx: { ...ctx, store: counting }, clock: { untilMs: 999 } }
  }
  afterEach(() => jest.restoreAllMocks())

  test('400 events of one account before one of another: the other’s is delivered in the next run', async () => {
    for (let n = 0; n < FLOOD; n += 1) await closed(`flood-${n}`, 'p-a', false)
    room.pass(1)
    await closed('one-of-b', 'p-b', true)
    const { ctx, clock } = stoppingAfter(A_ROUND)
    const { delivered } = await deliverOutbox(ctx, clock.untilMs)
    expect(delivered).toBeLessThan(A_ROUND + 10)
    expect(await room.store.get('outbox', 'one-of-b')).toMatchObject({ state: 'done' })
    jest.restoreAllMocks()
    expect(await deliverOutbox(postman().ctx, AS_LONG_AS_IT_TAKES)).toEqual({
      delivered: FLOOD + 1 - delivered,
    })
  })

  test('and a line of the log is filed, and an item settled, before the flood is through', async () => {
    const { store } = room
    for (let n = 0; n < FLOOD; n += 1) {
      const item = {
        kind: 'attempt' as const,
        ref: 'gone',
        dueAt: room.now,
        ...placeOf('p-a'),
        state: 'waiting' as const,
      }
      await store.insert('due-items', { _id: `flood-${n}`, ...item })
      await store.transact((tx) => record(tx, room.context('', 'clock'), reminded(`reminder-${n}`, 'p-a')))
    }
    room.pass(1)
    const item = { kind: 'attempt' as const, ref: 'gone', dueAt: room.now, ...placeOf('p-b') }
    await store.insert('due-items', { _id: 'one-of-b', ...item, state: 'waiting' })
    await store.transact((tx) => record(tx, room.context('', 'clock'), reminded('line-of-b', 'p-b')))
    const due = stoppingAfter(A_ROUND)
    const { settled, failed, isLeft } = await settleDue(due.ctx, due.clock.untilMs)
    expect([settled < A_ROUND + 10, failed, isLeft]).toEqual([true, 0, true])
    expect(await store.get('due-items', 'one-of-b')).toMatchObject({ state: 'done' })
    jest.restoreAllMocks()
    const lines = stoppingAfter(A_ROUND)
    expect((await fileLines(lines.ctx, lines.clock.untilMs)).filed).toBeLessThan(A_ROUND + 10)
    expect(await store.get('audit', 'line-of-b')).toMatchObject({ isFiled: true })
    jest.restoreAllMocks()
    expect(await deliverOutbox(postman().ctx, AS_LONG_AS_IT_TAKES)).toEqual({ delivered: FLOOD + 1 })
  })

  test('a run goes on in rounds while it has time', async () => {
    for (let n = 0; n < 250; n += 1) await closed(`round-${n}`, 'p-a', false)
    expect((await deliverOutbox(postman().ctx, AS_LONG_AS_IT_TAKES)).delivered).toBe(250)
  })
})

const reminded = (id: string, actorId: string): Act<'person-reminded'> => ({
  id,
  kind: 'person-reminded',
  subject: { of: 'person', id: 'p-a' },
  by: { actorId, role: 'unit-reviewer', scope: 'unit-1' },
  payload: { personId: 'p-a', unitName: '', year: 2022 },
})

test('what was spent in windows that are over goes, however much there is of it', async () => {
  for (let n = 0; n < 250; n += 1)
    await room.store.insert('budgets', { _id: `over-${n}`, spent: 1, endsAt: room.now })
  room.pass(1)
  await keepHouse(room.context('', 'clock'), AS_LONG_AS_IT_TAKES)
  expect(await room.store.get('budgets', 'over-249')).toBeNull()
  const left = await room.store.query('budgets', 'byEnd', { equals: {}, before: room.now, limit: 10 })
  expect(left.items).toEqual([])
})

test('a kind of housekeeping that has much to do leaves the others their share of the time', async () => {
  const ctx = room.context('', 'clock')
  const { store } = ctx
  for (let n = 0; n < 400; n += 1) {
    await store.transact((tx) => record(tx, ctx, reminded(`much-${n}`, 'p-a')))
    await store.insert('budgets', { _id: `spent-${n}`, spent: 1, endsAt: room.now })
  }
  room.pass(1)
  let asked = 0
  jest.spyOn(performance, 'now').mockImplementation(() => asked)
  const timed = observed(store, (_, carryOut) => {
    asked += 1
    return carryOut()
  })
  // A time of 800 operations, of which the log alone would take more.
  await keepHouse({ ...room.context('', 'clock'), store: timed }, 800)
  jest.restoreAllMocks()
  const [unfiled, spent] = [await unfiledLines(), await spentBudgets()]
  expect(unfiled).toBeGreaterThan(300)
  expect(unfiled).toBeLessThan(400)
  expect(spent).toBeLessThan(400)
  await keepHouse(room.context('', 'clock'), AS_LONG_AS_IT_TAKES)
  expect([await unfiledLines(), await spentBudgets()]).toEqual([0, 0])
})

async function unfiledLines(): Promise<number> {
  let lines = 0
  for await (const _ of room.store.each('audit', 'byFiled', { equals: { isFiled: false } })) lines += 1
  return lines
}

async function spentBudgets(): Promise<number> {
  let spent = 0
  for await (const _ of room.store.each('budgets', 'byEnd', { equals: {}, before: room.now })) spent += 1
  return spent
}
