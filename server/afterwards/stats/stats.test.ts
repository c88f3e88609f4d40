import { instant, plusSeconds } from '../../../domain/kernel/instant'
import type { RoleGrant } from '../../../domain/organisation/roles'
import { type Ledger, startLedger } from '../../../tests/harness/ledger'
import { newOrganisation } from '../../bodies/new-organisation'
import { record } from '../../kernel/record'
import type { Store } from '../../kernel/store/port'
import { deliverOutbox } from '../clock/deliver-outbox'
import { counterIdOf, emptyCounter } from './apply-person'
import type { Figures } from './figures'
import { behind, overview } from './overview'
import { partsOf } from './part-of'
import { beginRebuild, continueRebuild } from './rebuild'
import { rollUp } from './roll-up'

let ledger: Ledger
beforeAll(async () => {
  ledger = await startLedger()
  const at = ledger.ctx.now
  const founding = { region: 'shaanxi', areaCode: '990100' } as const
  const city = newOrganisation(
    { id: 'city', name: '演示市人社局', kind: 'bureau', parent: null, ...founding },
    { state: 'verified', at },
  )
  const department = newOrganisation(
    { id: 'department', name: '演示市水利局', kind: 'department', parent: city, ...founding },
    { state: 'verified', at },
  )
  await ledger.store.insert('organisations', city)
  await ledger.store.insert('organisations', department)
  for (const id of ['unit-1', 'unit-2']) {
    const unit = newOrganisation(
      { id, name: `单位 ${id}`, kind: 'unit', parent: department, ...founding },
      { state: 'verified', at },
    )
    await ledger.store.insert('organisations', unit)
  }
})
afterAll(() => ledger.stop())

const grant = (role: RoleGrant['role'], orgId: string): RoleGrant => ({
  role,
  orgId,
  until: null,
  grantedBy: '',
})
const happened = (id: string, personId: string) =>
  ledger.store.transact((tx) =>
    record(tx, ledger.ctx, {
      id,
      kind: 'exam-closed',
      subject: { of: 'attempt', id },
      by: { actorId: personId, role: 'trainee', scope: 'unit-1' },
      payload: { personId, attemptId: id, passed: true },
    }),
  )

async function settled(): Promise<void> {
  while ((await deliverOutbox(ledger.ctx)).delivered > 0);
  while ((await rollUp(ledger.ctx)).rolledUp > 0);
}
const totalOf = async (orgId: string): Promise<Figures | undefined> =>
  (await ledger.store.get('stat-counters', counterIdOf(orgId, 2022)))?.total

beforeAll(() => {
  ledger.ctx.ports.messages.send = async () => undefined
})

test('figures follow the books, up the tree, and an event applied twice counts once', async () => {
  const a = await ledger.person('a')
  const b = await ledger.person('b', 'claimed')
  await ledger.earn(a, ['c1', 56])
  for (const [n, hours] of [12, 10, 2].entries()) {
    await ledger.earn(a, [`p${n}`, hours], { category: 'public', subjectId: `sx22-public-${n + 1}` })
  }
  await ledger.earn(b, ['c1', 8])
  for (const id of ['a', 'b']) await happened(`first-${id}`, id)
  await settled()
  const expected = {
    people: 2,
    verified: 1,
    complete: 1,
    behind: 1,
    professionalHours: 5600,
    publicHours: 2400,
  }
  for (const orgId of ['unit-1', 'department', 'city']) expect(await totalOf(orgId)).toMatchObject(expected)
  expect((await totalOf('city'))?.months).toEqual({ '2022-08': { hours: 8000, completed: 1 } })
  await happened('again', 'a')
  await happened('again-b', 'b')
  await settled()
  expect(await totalOf('city')).toMatchObject(expected)
})

test('somebody who moves takes their figures along', async () => {
  const a = await ledger.store.get('persons', 'a')
  if (!a) throw new Error('no a')
  await ledger.store.replace('persons', { ...a, unitId: 'unit-2' })
  await happened('moved', 'a')
  await settled()
  expect(await totalOf('unit-1')).toMatchObject({ people: 1, complete: 0, professionalHours: 0 })
  expect(await totalOf('unit-2')).toMatchObject({ people: 1, complete: 1, professionalHours: 5600 })
  expect(await totalOf('city')).toMatchObject({ people: 2, complete: 1 })
})

test('a rebuild gives what the events gave, also where a counter was wrong and where it is cut off', async () => {
  const counters = ['unit-1', 'unit-2', 'department', 'city']
  const before = await Promise.all(counters.map(totalOf))
  for (const orgId of counters) {
    const counter = await ledger.store.get('stat-counters', counterIdOf(orgId, 2022))
    if (!counter) throw new Error(orgId)
    const wrong = { ...counter.own, people: 99 }
    await ledger.store.replace('stat-counters', { ...counter, own: wrong, total: wrong })
  }
  await beginRebuild(ledger.ctx, 'shaanxi', 2022)
  const steps: string[] = []
  for (let step = ''; step !== 'done'; ) {
    step = await continueRebuild(ledger.ctx, 'shaanxi', 2022)
    steps.push(step)
  }
  expect(steps).toEqual(['counters', 'done'])
  await settled()
  expect(await Promise.all(counters.map(totalOf))).toEqual(before)
})

test('whoever looks sees their own subtree, and who is behind there', async () => {
  const person = await ledger.person('looker')
  const looking = (of: RoleGrant) => ({ right: 'see-figures', person, grants: [of] }) as const
  const city = await overview(ledger.ctx, looking(grant('bureau-staff', 'city')), {})
  expect(city).toMatchObject({
    own: { orgId: 'city', people: 2, complete: 1, behind: 1 },
    hasPeople: false,
    asOf: '2022-08',
  })
  expect(city.below.map(({ orgName, people }) => [orgName, people])).toEqual([['演示市水利局', 2]])
  const department = await overview(ledger.ctx, looking(grant('bureau-staff', 'city')), {
    orgId: 'department',
  })
  expect(department.path.map(({ orgId }) => orgId)).toEqual(['city', 'department'])
  expect(department.below.map(({ orgId, complete }) => [orgId, complete])).toEqual([
    ['unit-1', 0],
    ['unit-2', 1],
  ])
  const own = looking(grant('unit-reviewer', 'unit-1'))
  await expect(overview(ledger.ctx, own, { orgId: 'department' })).rejects.toThrow('OUT_OF_SCOPE')
  await expect(behind(ledger.ctx, own, { orgId: 'unit-2' })).rejects.toThrow('OUT_OF_SCOPE')
  await expect(overview(ledger.ctx, looking(grant('committee', 'city')), {})).rejects.toThrow('OUT_OF_SCOPE')
  const { people } = await behind(ledger.ctx, own, { orgId: 'unit-1' })
  expect(people).toEqual([
    expect.objectContaining({ personId: 'b', missingPublic: 2400, missingProfessional: 5600, pending: 800 }),
  ])
})

test('a run that meets another leaves nothing out', async () => {
  for (let n = 0; n < 6; n += 1) {
    const person = await ledger.person(`crowd-${n}`)
    await ledger.earn(person, ['c9', 8])
    await happened(`crowd-${n}`, person._id)
  }
  await Promise.all([deliverOutbox(ledger.ctx), deliverOutbox(ledger.ctx), rollUp(ledger.ctx)])
  await Promise.all([rollUp(ledger.ctx), deliverOutbox(ledger.ctx), rollUp(ledger.ctx)])
  ledger.ctx.now = plusSeconds(ledger.ctx.now, 3_600)
  await settled()
  expect(await totalOf('city')).toMatchObject({ people: 8, professionalHours: 5600 + 6 * 800 })
})

test('a year is complete in the month in which its last missing hours were earned, in whatever order they came', async () => {
  const person = await ledger.person('by-month')
  const june = { earnedAt: instant(Date.UTC(2022, 5, 15)) }
  for (const [n, hours] of [12, 10, 2].entries())
    await ledger.earn(person, [`p${n}`, hours], {
      ...{ category: 'public', subjectId: `sx22-public-${n + 1}` },
      ...june,
    })
  await ledger.earn(person, ['c1', 16], june)
  await ledger.earn(person, ['c2', 40], { earnedAt: instant(Date.UTC(2022, 2, 15)) })
  await ledger.earn(person, ['c3', 8], { earnedAt: instant(Date.UTC(2022, 6, 15)) })
  const [part] = await partsOf(ledger.ctx, person)
  expect(part).toMatchObject({ _id: 'by-month:2022', standing: 'complete', missingPublic: 0, pending: 0 })
  expect(part?.figures.months).toEqual({
    '2022-03': { hours: 4000, completed: 0 },
    '2022-06': { hours: 4000, completed: 1 },
    '2022-07': { hours: 800, completed: 0 },
  })
})

test('a person with several bodies begins at the highest, whichever was given first', async () => {
  const person = await ledger.person('two-bodies')
  const grants = [grant('bureau-staff', 'unit-1'), grant('bureau-staff', 'city')]
  const seen = await overview(ledger.ctx, { right: 'see-figures', person, grants }, {})
  expect(seen).toMatchObject({
    own: { orgId: 'city', orgName: '演示市人社局' },
    scopes: [
      { orgId: 'city', orgName: '演示市人社局' },
      { orgId: 'unit-1', orgName: '单位 unit-1' },
    ],
    path: [{ orgId: 'city', orgName: '演示市人社局' }],
  })
})

describe('a rebuild of more than one run can do', () => {
  const job = () => ledger.store.get('stat-rebuilds', 'shaanxi:2022')

  beforeAll(async () => {
    const department = await ledger.store.get('organisations', 'department')
    for (let n = 0; n < 55; n += 1) {
      const id = `crowded-${String(n).padStart(2, '0')}`
      const unit = await ledger.store.insert(
        'organisations',
        newOrganisation(
          { id, name: id, kind: 'unit', region: 'shaanxi', areaCode: '990100', parent: department },
          { state: 'verified', at: ledger.ctx.now },
        ),
      )
      await ledger.store.insert('stat-counters', emptyCounter(unit, 2022))
      const person = await ledger.person(id)
      await ledger.store.replace('persons', { ...person, unitId: id })
    }
  })

  test('goes on where it was, and counts everybody once; begun while it runs, it is left as it is', async () => {
    await beginRebuild(ledger.ctx, 'shaanxi', 2022)
    expect(await job()).toMatchObject({ step: 'people', after: '' })
    const steps = [await continueRebuild(ledger.ctx, 'shaanxi', 2022)]
    const running = await job()
    await beginRebuild(ledger.ctx, 'shaanxi', 2022)
    expect(await job()).toEqual(running)
    while (steps.at(-1) !== 'done') steps.push(await continueRebuild(ledger.ctx, 'shaanxi', 2022))
    expect(steps).toEqual(['people', 'people', 'people', 'counters', 'counters', 'counters', 'done'])
    expect(await continueRebuild(ledger.ctx, 'shaanxi', 2022)).toBe('done')
    await settled()
    for (let n = 0; n < 55; n += 1)
      expect(await totalOf(`crowded-${String(n).padStart(2, '0')}`)).toMatchObject({ people: 1 })
    const everybody = ledger.store.each('persons', 'byRegion', { equals: { region: 'shaanxi' } })
    let people = 0
    for await (const _ of everybody) people += 1
    expect(await totalOf('city')).toMatchObject({ people })
  })

  test('counts a counter again that an event changes meanwhile', async () => {
    await beginRebuild(ledger.ctx, 'shaanxi', 2022)
    while ((await continueRebuild(ledger.ctx, 'shaanxi', 2022)) === 'people');
    const { store } = ledger
    let changes = 1
    const meanwhile: Store = {
      ...store,
      get: store.get.bind(store),
      query: store.query.bind(store),
      each: store.each.bind(store),
      replaceIfUnchanged: async (name, document) => {
        if (name === 'stat-counters' && changes-- > 0) {
          const fresh = await store.get(name, document._id)
          if (fresh) await store.replace(name, fresh)
        }
        return store.replaceIfUnchanged(name, document)
      },
    }
    await continueRebuild({ ...ledger.ctx, store: meanwhile }, 'shaanxi', 2022)
    expect(changes).toBeLessThan(0)
    const [first] = (await store.query('stat-counters', 'byYear', { equals: { year: 2022 }, limit: 1 })).items
    expect(first).toMatchObject({ orgId: 'city', isDirty: true })
  })
})

test('a run whose time is over hands on one body of each level', async () => {
  const before = (await totalOf('city'))?.people ?? 0
  await ledger.person('late')
  await settled()
  await happened('late-1', 'late')
  await deliverOutbox(ledger.ctx)
  const runs: number[] = []
  for (let left = 1; left > 0; runs.push(left)) left = (await rollUp(ledger.ctx, 0)).rolledUp
  expect(runs).toEqual([3, 0])
  expect(await totalOf('city')).toMatchObject({ people: before + 1 })
})
