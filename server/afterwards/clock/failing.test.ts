// What a failing piece of the clock's work costs the others: nothing; and how long it is tried.
import { plusDays, plusSeconds } from '../../../domain/kernel/instant'
import { type Classroom, startClassroom } from '../../../tests/harness/classroom'
import { observed } from '../../../tests/harness/counted-store'
import type { Context } from '../../kernel/context'
import { record } from '../../kernel/record'
import { deliverOutbox } from './deliver-outbox'
import { keepHouse } from './keep-house'
import { runClock } from './run-clock'
import { settleDue } from './settle-due'

const AS_LONG_AS_IT_TAKES = Number.POSITIVE_INFINITY

let room: Classroom
let stop: () => Promise<void>
beforeAll(async () => {
  ;({ room, stop } = await startClassroom())
})
afterAll(() => stop())
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => jest.restoreAllMocks())

const closed = (id: string): Promise<unknown> =>
  room.store.transact((tx) =>
    record(tx, room.context(), {
      id,
      kind: 'exam-closed',
      subject: { of: 'attempt', id },
      by: { actorId: 'p-a', role: 'trainee', scope: 'unit-1' },
      payload: { personId: 'p-a', attemptId: id, passed: true },
    }),
  )

/** A context whose store fails in one collection. */
const failingIn = (collection: string): Context => {
  const ctx = room.context()
  const store = observed(ctx.store, ({ collection: asked }, carryOut) =>
    asked === collection ? Promise.reject(new Error(`no ${collection} today`)) : carryOut(),
  )
  return { ...ctx, store }
}

test('batches that cannot be read keep no message from being delivered', async () => {
  await closed('beside-batches')
  const before = process.env.TRIGGER_SRC
  process.env.TRIGGER_SRC = 'timer'
  try {
    expect(await runClock(failingIn('outside-batches'))).toMatchObject({ settled: 0, delivered: 1 })
  } finally {
    if (before === undefined) delete process.env.TRIGGER_SRC
    else process.env.TRIGGER_SRC = before
  }
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('"about":"work through batches"'))
  expect(await room.store.get('outbox', 'beside-batches')).toMatchObject({ state: 'done' })
})

test('an event that fails is tried later and later, and set aside after sixteen times', async () => {
  const said = jest.spyOn(console, 'log').mockImplementation(() => undefined)
  await closed('poisoned')
  let now = room.now
  const waits: number[] = []
  for (let tries = 0; tries < 16; tries += 1) {
    await deliverOutbox({ ...failingIn('inbox-messages'), now }, AS_LONG_AS_IT_TAKES)
    const { at = now } = (await room.store.get('outbox', 'poisoned')) ?? {}
    waits.push((at - now) / 60_000)
    now = at
  }
  expect(waits.slice(0, 4)).toEqual([10, 20, 40, 80])
  expect(Math.max(...waits)).toBe(1_440)
  expect(await room.store.get('outbox', 'poisoned')).toMatchObject({ state: 'set-aside', failures: 16 })
  expect(said).toHaveBeenCalledWith(expect.stringContaining('"work":{"event":"poisoned"}'))
  expect(await deliverOutbox({ ...room.context(), now: plusDays(now, 30) }, AS_LONG_AS_IT_TAKES)).toEqual({
    delivered: 0,
  })
})

test('and so is an item that time closes; one that succeeds after failing is done', async () => {
  const item = { kind: 'claim', ref: 'gone', dueAt: room.now, lane: 1, shard: 0, state: 'waiting' } as const
  await room.store.insert('due-items', { _id: 'recovers', ...item })
  await room.store.insert('due-items', { _id: 'never', ...item, failures: 15 })
  await settleDue(failingIn('claims'), AS_LONG_AS_IT_TAKES)
  expect(await room.store.get('due-items', 'never')).toMatchObject({ state: 'set-aside' })
  const failed = await room.store.get('due-items', 'recovers')
  expect(failed).toMatchObject({ state: 'waiting', failures: 1, dueAt: plusSeconds(room.now, 600) })
  await settleDue({ ...room.context(), now: plusSeconds(room.now, 600) }, AS_LONG_AS_IT_TAKES)
  expect(await room.store.get('due-items', 'recovers')).toMatchObject({ state: 'done' })
})

test('what went on has failed no more: failures of months are no row', async () => {
  const { store, now } = room
  // A contest of a number that nobody holds is looked at again each day.
  const contest = { state: 'open', holderId: '', openid: 'o-c', idNumberHash: 'nobody', at: now }
  await store.insert('contests', { _id: 'unheld', ...contest } as never)
  const item = {
    kind: 'contest',
    ref: 'unheld',
    dueAt: now,
    lane: 1,
    shard: 0,
    state: 'waiting',
    failures: 15,
  } as const
  await store.insert('due-items', { _id: 'unheld', ...item })
  await settleDue(room.context(), AS_LONG_AS_IT_TAKES)
  expect(await store.get('due-items', 'unheld')).toMatchObject({
    state: 'waiting',
    failures: 0,
    dueAt: plusDays(now, 1),
  })
  await settleDue({ ...failingIn('contests'), now: plusDays(now, 1) }, AS_LONG_AS_IT_TAKES)
  expect(await store.get('due-items', 'unheld')).toMatchObject({ state: 'waiting', failures: 1 })
})

test('what is done goes after its time, and what waits or is unread stays', async () => {
  const { store, now } = room
  const item = { kind: 'claim', ref: 'gone', dueAt: now, lane: 1, shard: 0 } as const
  await store.insert('due-items', { _id: 'old-done', ...item, state: 'done' })
  await store.insert('due-items', { _id: 'old-set-aside', ...item, state: 'set-aside' })
  const message = {
    personId: 'p-a',
    kind: 'hours-voided',
    title: '',
    text: '',
    place: { page: 'me' },
    at: now,
  } as const
  await store.insert('inbox-messages', { _id: 'old-read', ...message, state: 'read' })
  await store.insert('inbox-messages', { _id: 'old-unread', ...message, state: 'unread' })
  await keepHouse({ ...room.context(), now: plusDays(now, 89) }, AS_LONG_AS_IT_TAKES)
  expect(await store.get('due-items', 'old-done')).not.toBeNull()
  await keepHouse({ ...room.context(), now: plusDays(now, 91) }, AS_LONG_AS_IT_TAKES)
  expect(await store.get('due-items', 'old-done')).toBeNull()
  expect(await store.get('inbox-messages', 'old-read')).not.toBeNull()
  await keepHouse({ ...room.context(), now: plusDays(now, 731) }, AS_LONG_AS_IT_TAKES)
  expect(await store.get('inbox-messages', 'old-read')).toBeNull()
  expect(await store.get('inbox-messages', 'old-unread')).not.toBeNull()
  expect(await store.get('due-items', 'old-set-aside')).not.toBeNull()
})
