// Lists that are longer than a page: a page holds so many, the next goes on where it stopped, and the last one says so.
import { newOrganisation } from '../../server/bodies/new-organisation'
import { keepTerms } from '../../server/bodies/search-terms'
import { batch } from './matrix/things'
import { placeOf, World } from './matrix/world'
import { grantOf } from './refusals/situations'

let country: World
beforeAll(async () => {
  country = await World.open()
})
afterAll(() => country.close())

const STAFF = placeOf('bureau-staff', 'own')
const MORE = 41

interface Page {
  ids: string[]
  next: string | null
}

interface List {
  /** Adds one more to the list, and answers with its id. */
  add(world: World, n: number): Promise<string>
  ask(world: World, after: string | undefined): Promise<Page>
  /** So many are there before. */
  from?: number
}

const calls = (world: World, who: string) => world.calls(`o-${who}`)
const paged = (after: string | undefined) => (after === undefined ? {} : { after })
const idsOf = <T, K extends keyof T>(items: readonly T[], field: K): string[] =>
  items.map((item) => String(item[field]))

async function unit(world: World, n: number, parentId = 'farm'): Promise<string> {
  const parent = await world.store.get('organisations', parentId)
  if (!parent) throw new Error(`no body is ${parentId}`)
  const name = `长流水库${String(n).padStart(2, '0')}`
  const founding = { id: `more-${n}`, name, kind: 'department', region: parent.region, parent } as const
  const body = newOrganisation({ ...founding, areaCode: '990101' }, { state: 'verified', at: world.now })
  await keepTerms(world.store, await world.store.insert('organisations', body))
  return body._id
}

const wish = async (world: World): Promise<string> => {
  const { _id } = await world.person('survey')
  await world.store.insert('moves', {
    ...{ _id, moveId: world.next('move'), personName: '孔令仪', idNumberMasked: '', fromUnitId: 'survey' },
    ...{
      fromUnitName: '演示',
      toUnitId: 'station',
      toUnitName: '演示',
      state: 'waiting',
      note: '',
      at: world.now,
    },
  })
  return _id
}

const contest = async (world: World): Promise<string> => {
  const { _id } = await world.store.insert('contests', {
    ...{ _id: world.next('contest'), openid: world.next('o-contester'), name: '孔令仪', idNumberMasked: '' },
    ...{
      statement: '换了微信号',
      holderId: 'trainee',
      unitId: 'station',
      aboveOrgId: 'water',
      state: 'open',
    },
    ...{ reason: '', decisionId: '', decidedByName: '', decidedForName: '', decidedAt: null, at: world.now },
    ...{ idNumberHash: '', words: [], movesAt: null, objection: null },
  })
  return _id
}

const officer = async (world: World): Promise<string> => {
  const { _id: personId } = await world.person('station')
  await calls(world, 'bureau-reviewer').organisation.grant({
    ...{ personId, role: 'unit-reviewer', orgId: 'farm', until: null, actId: world.next('act') },
  })
  return personId
}

/** One more line in the batch that the first one brings along. */
async function lineOf(world: World, n: number): Promise<string> {
  if (n === 0) return `${await batch(STAFF, world)}:0`
  const [first] = (
    await world.store.query('outside-rows', 'byRegion', {
      ...{ equals: { region: 'shandong', state: 'unmatched' }, limit: 1 },
    })
  ).items
  if (!first) throw new Error('no line')
  const { version, ...row } = first
  const _id = `${row.batchId}:${n}`
  await world.store.insert('outside-rows', { ...row, _id, position: n, rowId: `row-${n}` })
  return _id
}

const someone = async (world: World, at: string, binding: 'claimed' | 'verified') =>
  (await world.person(at, { binding }))._id

const LISTS: Record<string, List> = {
  'bodies below a body': {
    add: unit,
    ask: async (world, after) => {
      const { children, next } = await calls(world, 'bureau-reviewer').organisation.tree({
        ...{ parentId: 'farm', ...paged(after) },
      })
      return { ids: idsOf(children, 'id'), next }
    },
    from: 1,
  },
  'bodies to register under, by name': {
    add: unit,
    ask: async (world, after) => {
      const asked = { text: '流水', ...paged(after) }
      const { bodies, next } = await calls(world, 'trainee').organisation.searchAbove(asked)
      return { ids: idsOf(bodies, 'id'), next }
    },
  },
  'who holds a role at a body': {
    add: officer,
    ask: async (world, after) => {
      const asked = { orgId: 'farm', ...paged(after) }
      const { holders, next } = await calls(world, 'bureau-reviewer').organisation.holders(asked)
      return { ids: idsOf(holders, 'personId'), next }
    },
  },
  'who could hold one': {
    add: (world) => someone(world, 'orchard', 'verified'),
    ask: async (world, after) => {
      const asked = { orgId: 'orchard', ...paged(after) }
      const { people, next } = await calls(world, 'bureau-reviewer').organisation.candidates(asked)
      return { ids: idsOf(people, 'personId'), next }
    },
    from: 1,
  },
  'wishes to move': {
    add: wish,
    ask: async (world, after) => {
      const { moves, next } = await calls(world, 'unit-reviewer').organisation.moves(paged(after))
      return { ids: idsOf(moves, 'personId'), next }
    },
  },
  'people to confirm': {
    add: (world) => someone(world, 'station', 'claimed'),
    ask: async (world, after) => {
      const asked = { binding: 'claimed', ...paged(after) } as const
      const { people, next } = await calls(world, 'unit-reviewer').review.people(asked)
      return { ids: idsOf(people, 'personId'), next }
    },
  },
  'where people stand': {
    add: (world) => someone(world, 'survey', 'verified'),
    ask: async (world, after) => {
      const roles = [grantOf('unit-reviewer', 'survey')]
      if (after === undefined)
        await world.person('station', { _id: 'of-survey', openid: 'o-of-survey', roles })
      const asked = { behindOnly: false, ...paged(after) }
      const { people, next } = await calls(world, 'of-survey').review.standing(asked)
      return { ids: idsOf(people, 'personId'), next }
    },
    from: 1,
  },
  'contests of a unit': {
    add: contest,
    ask: async (world, after) => {
      const asked = { level: 'unit', ...paged(after) } as const
      const { contests, next } = await calls(world, 'unit-reviewer').review.contests(asked)
      return { ids: idsOf(contests, 'contestId'), next }
    },
  },
  'contests above it': {
    add: contest,
    ask: async (world, after) => {
      const asked = { level: 'above', ...paged(after) } as const
      const { contests, next } = await calls(world, 'department-reviewer').review.contests(asked)
      return { ids: idsOf(contests, 'contestId'), next }
    },
  },
  'batches of a region': {
    add: (world) => batch(STAFF, world),
    ask: async (world, after) => {
      const { batches, next } = await calls(world, 'region-staff').outside.batches(paged(after))
      return { ids: idsOf(batches, 'id'), next }
    },
  },
  'lines that wait for their person': {
    add: lineOf,
    ask: async (world, after) => {
      const { rows, next } = await calls(world, 'region-staff').outside.unmatched(paged(after))
      return { ids: idsOf(rows, 'id'), next }
    },
  },
  ...Object.fromEntries(
    ([null, 'unmatched'] as const).map((state): [string, List] => [
      `lines of a batch, ${state ?? 'all'}`,
      {
        add: lineOf,
        ask: async (world, after) => {
          const [first] = (await calls(world, 'region-staff').outside.batches({})).batches
          const asked = { batchId: first?.id ?? '', state, ...paged(after) }
          const { rows, next } = await calls(world, 'region-staff').outside.batch(asked)
          return { ids: idsOf(rows, 'id'), next }
        },
      },
    ]),
  ),
  'people of a unit for a title’s review': {
    add: (world) => someone(world, 'orchard', 'verified'),
    ask: async (world, after) => {
      const { people, next } = await calls(world, 'committee').outside.titleExport({
        ...{ orgId: 'orchard', level: 'middle', applicationYear: 2023, idNumbers: null, ...paged(after) },
      })
      return { ids: idsOf(people, 'personId'), next }
    },
    from: 1,
  },
}

test.each(Object.entries(LISTS))('%s: twenty a page', async (_, { add, ask, from = 0 }) => {
  const world = country.twin()
  const added: string[] = []
  for (let n = 0; n < MORE; n += 1) added.push(await add(world, n))
  const first = await ask(world, undefined)
  const second = await ask(world, first.next ?? 'none')
  const third = await ask(world, second.next ?? 'none')
  expect([first, second, third].map(({ ids, next }) => [ids.length, next !== null])).toEqual([
    [20, true],
    [20, true],
    [MORE - 40 + from, false],
  ])
  const seen = [first, second, third].flatMap(({ ids }) => ids)
  expect(new Set(seen).size).toBe(MORE + from)
  expect(seen).toEqual(expect.arrayContaining(added))
})

test('of bodies that wait ten are shown, and on the first page alone', async () => {
  const world = country.twin()
  for (let n = 0; n < 11; n += 1) await world.waitingBody('unit', 'farm')
  for (let n = 0; n < 21; n += 1) await unit(world, n)
  const tree = (after?: string) =>
    calls(world, 'bureau-reviewer').organisation.tree({ parentId: 'farm', ...paged(after) })
  const first = await tree()
  expect(first.waiting).toHaveLength(10)
  expect((await tree(first.next ?? 'none')).waiting).toEqual([])
})

test.each([
  ['claimed', 'people'],
  ['open', 'contests'],
])('a count of %s %s goes to a hundred, and no further', async (_, what) => {
  const world = country.twin()
  const count = async (): Promise<number | undefined> =>
    what === 'people'
      ? (await calls(world, 'unit-reviewer').review.people({ binding: 'claimed' })).counts.claimed
      : (await calls(world, 'unit-reviewer').review.contests({ level: 'unit' })).open
  const add = () => (what === 'people' ? someone(world, 'station', 'claimed') : contest(world))
  for (let n = 0; n < 99; n += 1) await add()
  expect(await count()).toBe(99)
  for (let n = 0; n < 3; n += 1) await add()
  expect(await count()).toBe(100)
})
