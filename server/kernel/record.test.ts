import { type Ledger, startLedger } from '../../tests/harness/ledger'
import type { Act } from './acts'
import { placesOf, record, wasRecorded } from './record'
import { placeOf } from './store/lanes'

let ledger: Ledger
beforeAll(async () => {
  ledger = await startLedger()
})
afterAll(() => ledger.stop())

const revealed = (change: Partial<Act<'id-number-revealed'>> = {}): Act => ({
  id: 'reading-1',
  kind: 'id-number-revealed',
  subject: { of: 'person', id: 'p1' },
  by: { actorId: 'reader', role: 'bureau-staff', scope: 'city' },
  after: '核对名册',
  payload: { personId: 'p1', byName: '李想', orgName: '演示市人社局', reason: '核对名册' },
  ...change,
})
const keep = (act: Act) =>
  ledger.store.transact((tx) => record(tx, { ...ledger.ctx, device: '测试手机' }, act))

test('an act is a line and an event, once', async () => {
  expect(await keep(revealed())).toBe(true)
  expect(await keep(revealed())).toBe(false)
  expect(await ledger.store.get('audit', 'reading-1')).toMatchObject({
    version: 1,
    action: 'id-number-revealed',
    subjectId: 'p1',
    role: 'bureau-staff',
    device: '测试手机',
    isFiled: false,
  })
  expect(await ledger.store.get('outbox', 'reading-1')).toMatchObject({
    version: 1,
    kind: 'id-number-revealed',
    state: 'waiting',
    payload: { reason: '核对名册' },
  })
})

test('the same id for another act is refused by name, and the first one stands', async () => {
  const others = [
    revealed({ subject: { of: 'person', id: 'p2' } }),
    revealed({ after: '随便看看' }),
    revealed({ by: { actorId: 'another', role: 'bureau-staff', scope: 'city' } }),
  ]
  for (const other of others) await expect(keep(other)).rejects.toThrow('ACT_CONFLICT')
  expect(await ledger.store.get('audit', 'reading-1')).toMatchObject({ subjectId: 'p1', after: '核对名册' })
})

test('an act is kept as its kind says: in the log alone, or as an event alone', async () => {
  const by = { actorId: 'p1', role: 'trainee', scope: 'unit-1' } as const
  await keep({ id: 'm1', kind: 'move-requested', subject: { of: 'person', id: 'p1' }, by })
  expect(await ledger.store.get('audit', 'm1')).not.toBeNull()
  expect(await ledger.store.get('outbox', 'm1')).toBeNull()
  const payload = { personId: 'p1', attemptId: 'x1', passed: true }
  const closed: Act = { id: 'x1', kind: 'exam-closed', subject: { of: 'attempt', id: 'x1' }, by, payload }
  expect([await keep(closed), await keep(closed)]).toEqual([true, false])
  expect(await ledger.store.get('audit', 'x1')).toBeNull()
  expect(await ledger.store.get('outbox', 'x1')).toMatchObject({ payload })
  await expect(keep({ ...closed, payload: { ...payload, passed: false } })).rejects.toThrow('ACT_CONFLICT')
  expect(await wasRecorded(ledger.store, closed)).toBe(true)
  expect(await wasRecorded(ledger.store, { id: 'x2', kind: 'exam-closed' })).toBe(false)
})

test('a line says all that was given, and nothing where nothing was', async () => {
  const by = { actorId: 'p1', role: 'trainee', scope: 'unit-1' } as const
  const act: Act = { id: 'bare', kind: 'move-requested', subject: { of: 'person', id: 'p1' }, by }
  await ledger.store.transact((tx) => record(tx, ledger.ctx, act))
  expect(await ledger.store.get('audit', 'bare')).toEqual({
    ...{
      _id: 'bare',
      version: 1,
      action: 'move-requested',
      subjectId: 'p1',
      before: '',
      after: '',
      device: '',
    },
    ...{ actorId: 'p1', role: 'trainee', scope: 'unit-1', at: ledger.ctx.now, kept: 'line', isFiled: false },
    ...placeOf('p1'),
    ...{ place1: '', place2: '', place3: '', place4: '', place5: '', place6: '' },
  })
  expect(await keep(act)).toBe(false)
  await expect(keep({ ...act, after: 'unit-2' })).rejects.toThrow('ACT_CONFLICT')
  await keep({ ...act, id: 'full', before: 'unit-1', after: 'unit-2' })
  expect(await ledger.store.get('audit', 'full')).toMatchObject({ before: 'unit-1', after: 'unit-2' })
})

test('the same id for an act of another kind is refused, in the log and among events', async () => {
  const by = { actorId: 'p1', role: 'trainee', scope: 'unit-1' } as const
  const subject = { of: 'person', id: 'p1' } as const
  await keep({ id: 'k1', kind: 'move-requested', subject, by })
  await expect(keep({ id: 'k1', kind: 'move-withdrawn', subject, by })).rejects.toMatchObject({
    refusal: { code: 'ACT_CONFLICT', details: { actId: 'k1' } },
  })
  const waiting = { id: 'k2', kind: 'contest-waiting', subject: { of: 'contest', id: 'c1' }, by } as const
  await keep({ ...waiting, payload: { personId: 'p1', level: 'unit' } })
  await expect(keep({ ...waiting, payload: { personId: 'p1', level: 'above' } })).rejects.toMatchObject({
    refusal: { code: 'ACT_CONFLICT', details: { actId: 'k2' } },
  })
  expect(await wasRecorded(ledger.store, { id: 'k1', kind: 'move-requested' })).toBe(true)
  expect(await wasRecorded(ledger.store, { id: 'k2', kind: 'move-requested' })).toBe(false)
})

test('a line is found by the upper six bodies of its path', () => {
  const none = { place1: '', place2: '', place3: '', place4: '', place5: '', place6: '' }
  expect(placesOf([])).toEqual(none)
  expect(placesOf(['a', 'b'])).toEqual({ ...none, place1: 'a', place2: 'b' })
  expect(placesOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toEqual({
    ...{ place1: 'a', place2: 'b', place3: 'c', place4: 'd', place5: 'e', place6: 'f' },
  })
})
