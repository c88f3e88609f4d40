// A draft as it would stand, were it submitted now.
import { hoursOf } from '../../../domain/kernel/hours'
import { day, plusMs } from '../../../domain/kernel/instant'
import { packLookup } from '../../../domain/policy/lookup'
import type { DateRule, PolicyPack, Value } from '../../../domain/policy/pack'
import { draft } from '../../../tests/doors/matrix/things'
import { placeOf, World } from '../../../tests/doors/matrix/world'
import { packs } from '../../kernel/packs'
import { accept } from '../../kernel/refused'
import { previewDraft } from './preview'

let country: World
beforeAll(async () => {
  country = await World.open()
})
afterAll(() => country.close())

const OWN = placeOf('trainee', 'own')
const ruled = <T>(value: T): Value<T> => ({ state: 'reading', value, reading: '假设' })

async function preview(
  change: Partial<PolicyPack> = {},
  world = country.twin(),
  of: Parameters<typeof draft>[2] = {},
) {
  const pack = { ...accept(packs.standardOf('shandong', 2022)), ...change }
  const draftId = await draft('trainee', world, of)
  const person = await world.store.get('persons', 'trainee')
  if (!person) throw new Error('no trainee')
  return previewDraft({ ...world.as('o-trainee'), packs: packLookup([pack]) }, person, draftId)
}

test('says which hours, by which chain, and writes nothing', async () => {
  const world = country.twin()
  const view = await preview({}, world)
  expect(view).toMatchObject({
    ...{ year: 2022, hourName: '学时', hours: hoursOf(10), oddities: [] },
    chain: [
      { orgName: '演示station', state: 'now' },
      { orgName: '演示water', state: 'waiting' },
      { orgName: '演示county', state: 'waiting' },
    ],
  })
  const theirs = { equals: { personId: 'trainee' }, limit: 1 }
  expect((await world.store.query('claims', 'byPerson', theirs)).items).toEqual([])
})

describe('the day by which it should be in', () => {
  const by = (date: string, force: 'soft' | 'hard', label = date): DateRule => ({
    ...{ act: 'submit-claim', label, force: ruled(force), day: ruled(day(date)) },
  })
  test.each<[dates: DateRule[], deadline: object | null]>([
    [[], null],
    [[by('2022-09-30', 'soft')], { day: '2022-09-30', hard: false, label: '2022-09-30' }],
    [[by('2022-09-30', 'hard')], { day: '2022-09-30', hard: true, label: '2022-09-30' }],
    [
      [by('2022-12-31', 'hard'), by('2022-09-30', 'soft')],
      { day: '2022-09-30', hard: false, label: '2022-09-30' },
    ],
    [
      [by('2022-06-30', 'soft'), by('2022-12-31', 'hard')],
      { day: '2022-12-31', hard: true, label: '2022-12-31' },
    ],
    [[{ ...by('2022-09-30', 'soft'), act: 'study' }], null],
  ])('row %#', async (dates, deadline) => {
    expect((await preview({ dates })).deadline).toEqual(deadline)
  })
})

test('days shared with another claim are told before it is submitted, and never with itself', async () => {
  const world = country.twin()
  const other = await world.claim(OWN, { ownerId: 'trainee', at: 'unit', state: 'returned' })
  const days = { from: '2022-05-18', to: '2022-05-22' }
  await world.store.replace('claims', { ...other, fields: days, submittedAt: plusMs(world.now, -1) })
  const fields = { title: '论文', level: '省级', 'author-rank': '1', on: '2022-05-20', ...days }
  const codes = async (claimId: string | null) =>
    (await preview({}, world, { fields, claimId })).oddities.map(({ code }) => code)
  expect(await codes(null)).toEqual(['OVERLAPPING_DAYS'])
  expect(await codes(other._id)).toEqual([])
})

test('the title is shown without the blanks around it', async () => {
  const fields = { title: ' 论文 ', level: '省级', 'author-rank': '1', on: '2022-05-20' }
  expect((await preview({}, country.twin(), { fields })).title).toBe('论文')
})
