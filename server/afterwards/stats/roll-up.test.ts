// Figures go up a tree of bodies by what changed: whatever the order, the cost does not hang on how many bodies there are.
import { instant, plusSeconds } from '../../../domain/kernel/instant'
import { priced } from '../../../tests/harness/counted-store'
import { type MemoryStore, memoryStore } from '../../../tests/simulation/memory-store'
import type { OrganisationDocument } from '../../bodies/documents'
import { newOrganisation } from '../../bodies/new-organisation'
import { counterIdOf, dirtied, emptyCounter } from './apply-person'
import { addFigures, type Figures, noFigures } from './figures'
import { rollUp } from './roll-up'

const AT = instant(1_660_000_000_000)
const YEAR = 2022
const ALL_THE_TIME = Number.POSITIVE_INFINITY

async function body(
  store: MemoryStore,
  id: string,
  kind: 'bureau' | 'department' | 'unit',
  parent: OrganisationDocument | null,
): Promise<OrganisationDocument> {
  const founding = { id, name: id, kind, parent, region: 'shaanxi', areaCode: '990100' } as const
  return store.insert('organisations', newOrganisation(founding, { state: 'verified', at: AT }))
}

/** A bureau, a department and so many units below it, nobody counted yet. */
async function treeOf(units: number) {
  const store = memoryStore()
  const bureau = await body(store, 'bureau', 'bureau', null)
  const department = await body(store, 'department', 'department', bureau)
  for (let n = 0; n < units; n += 1) await body(store, `unit-${n}`, 'unit', department)
  return store
}

const people = (count: number): Figures => ({ ...noFigures(), people: count, verified: count })

/** As applying a person does it: the unit's own figures and its total. */
async function join(store: MemoryStore, unitId: string, count = 1, now = AT): Promise<void> {
  await store.transact(async (tx) => {
    const unit = await tx.get('organisations', unitId)
    const counter = await tx.get('stat-counters', counterIdOf(unitId, YEAR))
    if (!unit) throw new Error(unitId)
    const before = counter ?? emptyCounter(unit, YEAR)
    const own = addFigures(before.own, people(count))
    const total = addFigures(before.total, people(count))
    await tx.upsert('stat-counters', counter, dirtied({ ...before, own, total }, now))
  })
}

const peopleOf = async (store: MemoryStore, orgId: string) =>
  (await store.get('stat-counters', counterIdOf(orgId, YEAR)))?.total.people

test('while 120 units change again and again, the figures above move in each run, and each unit has its turn', async () => {
  const store = await treeOf(120)
  const seen: (number | undefined)[] = []
  for (let run = 0; run < 5; run += 1) {
    const now = plusSeconds(AT, run * 60)
    for (let n = 0; n < 120; n += 1) await join(store, `unit-${n}`, 1, now)
    // A run without any time: one body of each level.
    await rollUp({ store, now }, 0)
    seen.push(await peopleOf(store, 'bureau'))
  }
  // Each time another unit, with all that it has by then.
  expect(seen).toEqual([1, 3, 6, 10, 15])
  await rollUp({ store, now: AT }, ALL_THE_TIME)
  expect(await peopleOf(store, 'bureau')).toBe(600)
})

test.each([3, 300])('one change below %i siblings costs the same', async (units) => {
  const memory = await treeOf(units)
  for (let n = 0; n < units; n += 1) await join(memory, `unit-${n}`)
  await rollUp({ store: memory, now: AT }, ALL_THE_TIME)
  await join(memory, 'unit-1')
  const { store, price } = priced(memory)
  await rollUp({ store, now: AT }, ALL_THE_TIME)
  expect(await peopleOf(memory, 'bureau')).toBe(units + 1)
  // A query of each level, and for each of three bodies what its own and its parent's counters take.
  expect(price.operations).toBeLessThanOrEqual(2 * 8 + 3 * 7)
})

test('a body that moves takes its people along, whatever changed meanwhile', async () => {
  const store = await treeOf(2)
  const bureau = await store.get('organisations', 'bureau')
  const other = await body(store, 'other', 'department', bureau)
  await join(store, 'unit-0', 5)
  await join(store, 'unit-1', 7)
  await rollUp({ store, now: AT }, ALL_THE_TIME)
  const unit = await store.get('organisations', 'unit-0')
  if (!unit || !other) throw new Error('no unit')
  await store.replace('organisations', { ...unit, parentId: 'other', path: [...other.path, 'unit-0'] })
  await join(store, 'unit-0', 2)
  await rollUp({ store, now: AT }, ALL_THE_TIME)
  const after = await Promise.all(['department', 'other', 'bureau'].map((id) => peopleOf(store, id)))
  expect(after).toEqual([7, 7, 14])
})

test('counters of the first shape, some of them waiting, are added up once and then handed on', async () => {
  const store = await treeOf(3)
  const first = (orgId: string, parentId: string, depth: number, of: object) =>
    store.keep('stat-counters', {
      ...{ _id: counterIdOf(orgId, YEAR), orgId, orgName: orgId, parentId, year: YEAR, depth },
      ...{ version: 1, ...of },
    } as never)
  // Two units had changed, one of them was added up and its department not yet.
  first('unit-0', 'department', 3, { own: people(4), total: people(1), isDirty: true })
  first('unit-1', 'department', 3, { own: people(6), total: people(6), isDirty: false })
  first('unit-2', 'department', 3, { own: people(2), total: people(2), isDirty: false })
  first('department', 'bureau', 2, { own: noFigures(), total: people(3), isDirty: true })
  first('bureau', '', 1, { own: noFigures(), total: people(3), isDirty: false })
  await rollUp({ store, now: AT }, ALL_THE_TIME)
  expect(await Promise.all(['department', 'bureau'].map((id) => peopleOf(store, id)))).toEqual([12, 12])
  await join(store, 'unit-2')
  await rollUp({ store, now: AT }, ALL_THE_TIME)
  expect(await peopleOf(store, 'bureau')).toBe(13)
})
