// What comes first in a run, and what gives way while the day closes.
import { plusSeconds } from '../../../domain/kernel/instant'
import { type Classroom, startClassroom } from '../../../tests/harness/classroom'
import { counted } from '../../../tests/harness/counted-store'
import { placeOf, type Urgency } from '../../kernel/store/lanes'
import type { DueItemDocument } from './documents'
import { runClock } from './run-clock'
import { settleDue } from './settle-due'

let room: Classroom
let stop: () => Promise<void>
let mark: string | undefined
beforeAll(async () => {
  ;({ room, stop } = await startClassroom())
  mark = process.env.TRIGGER_SRC
  process.env.TRIGGER_SRC = 'timer'
})
afterAll(async () => {
  if (mark === undefined) delete process.env.TRIGGER_SRC
  else process.env.TRIGGER_SRC = mark
  await stop()
})

/** What it names is gone, so that settling it is nothing but being done. */
const item = (id: string, kind: DueItemDocument['kind'], urgency: Urgency, seconds = 0) =>
  room.store.insert('due-items', {
    ...{ _id: id, kind, ref: 'gone', state: 'waiting', dueAt: plusSeconds(room.now, seconds) },
    ...placeOf(id, urgency),
  })
const stateOf = async (id: string) => (await room.store.get('due-items', id))?.state

test('what the law closes comes before older contests, and these before the step of a job', async () => {
  await item('job', 'void-job', 'long', -300)
  await item('contest', 'contest', 'soon', -200)
  await item('claim', 'claim', 'close', -100)
  const order: string[] = []
  const ctx = room.context()
  const store: typeof ctx.store = {
    ...ctx.store,
    replaceIfUnchanged: (name, document) => {
      if (name === 'due-items') order.push(document._id)
      return ctx.store.replaceIfUnchanged(name, document)
    },
  }
  expect(await settleDue({ ...ctx, store })).toEqual({ settled: 3, failed: 0, isLeft: false })
  expect(order).toEqual(['claim', 'contest', 'job'])
})

test('while a close is left, steps of jobs, batches and exchanged keys wait; figures and messages go on', async () => {
  await item('late claim', 'claim', 'close')
  await item('late job', 'void-job', 'long')
  // Another run is at it.
  const { shard } = placeOf('late claim')
  await room.store.insert('work-leases', {
    ...{ _id: `due-items:${shard}`, holder: 'another', until: plusSeconds(room.now, 75) },
  })
  const asked: string[] = []
  await runClock({ ...room.context('', 'clock'), store: counted(room.store, asked) })
  expect([await stateOf('late claim'), await stateOf('late job')]).toEqual(['waiting', 'waiting'])
  expect(asked).not.toContain('query outside-batches')
  expect(asked).not.toContain('get key-exchanges')
  expect(asked).toContain('query outbox')
  expect(asked).toContain('query stat-counters')

  await runClock({
    ...room.context('', 'clock'),
    store: counted(room.store, asked),
    now: plusSeconds(room.now, 75),
  })
  expect([await stateOf('late claim'), await stateOf('late job')]).toEqual(['done', 'done'])
  expect(asked).toContain('query outside-batches')
  expect(asked).toContain('get key-exchanges')
})
