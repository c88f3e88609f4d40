// A draft as it would stand, were it submitted now.
import { hoursOf } from '../../../domain/kernel/hours'
import { day, plusMs } from '../../../domain/kernel/instant'
import { packLookup } from '../../../domain/policy/lookup'
import type { DateRule, PolicyPack, Value } from '../../../domain/policy/pack'
import { draft } from '../../../tests/doors/matrix/things'
import { placeOf, World } from '../../../tests/doors/matrix/world'
import type { UnitNature } from '../../bodies/documents'
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

describe('QH23-19: a topic that is not registered, by the title and the record of the unit', () => {
  const exclusions = accept(packs.standardOf('qinghai', 2023)).exclusions
  const code = async (title: string, nature: UnitNature | null, topic = 'none') => {
    const world = country.twin()
    const person = await world.store.get('persons', 'trainee')
    const unit = person && (await world.store.get('organisations', person.unitId))
    if (!unit) throw new Error('no unit')
    await world.store.replace('organisations', { ...unit, nature })
    const fields = {
      title,
      on: '2022-05-20',
      level: '省级',
      'author-rank': '1',
      topic,
      'meets:published': 'yes',
    }
    return preview({ exclusions }, world, { fields }).then(
      () => 'taken',
      (error: { refusal?: { code: string } }) => error.refusal?.code,
    )
  }
  test.each<[title: string, nature: UnitNature | null, code: string, topic?: string]>([
    ['某医院2023年新进人员岗前培训', 'institution', 'CLAIM_EXCLUDED'],
    ['某医院2023年新进人员岗前培训', null, 'CLAIM_EXCLUDED'],
    ['某公司新进人员岗前培训', 'enterprise', 'taken'],
    ['新技术', 'institution', 'CLAIM_EXCLUDED', 'induction'],
    ['新技术', 'enterprise', 'taken', 'induction'],
    ['新技术', 'enterprise', 'INPUT_INVALID', 'no-topic-of-ours'],
    ['执业药师考前培训冲刺班', 'enterprise', 'CLAIM_EXCLUDED', 'induction'],
    ['考前辅导班', 'enterprise', 'CLAIM_EXCLUDED', 'no-topic-of-ours'],
    ['执业药师考前培训冲刺班', 'enterprise', 'CLAIM_EXCLUDED'],
    ['法宣在线学习', 'enterprise', 'CLAIM_EXCLUDED'],
    ['岗位练兵', 'institution', 'taken'],
  ])('%s of %s: %s', async (title, nature, expected, topic = 'none') => {
    expect(await code(title, nature, topic)).toBe(expected)
  })
})

test('NX22-9: the health line claims its teaching by the rule of its own', async () => {
  const { kinds } = accept(packs.standardOf('ningxia', 2022))
  const code = async (line: 'health' | 'accounting', kind: string) => {
    const world = country.twin()
    const person = await world.store.get('persons', 'trainee')
    const unit = person && (await world.store.get('organisations', person.unitId))
    if (!unit) throw new Error('no unit')
    await world.store.replace('organisations', { ...unit, line })
    const fields = { title: '授课', organiser: '某单位', from: '2022-05-20', to: '2022-05-20', hours: '10' }
    const given = { kind, fields: { ...fields, 'document-number': '某号' } }
    return preview({ kinds }, world, given).then(
      ({ hours }) => hours,
      (error: { refusal?: { code: string } }) => error.refusal?.code,
    )
  }
  expect(await code('accounting', 'teaching')).toBe(hoursOf(30))
  expect(await code('health', 'teaching')).toBe('CLAIM_KIND_UNKNOWN')
  expect(await code('health', 'medical-teaching')).toBe(hoursOf(10))
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
  const fields = {
    title: '论文',
    level: '省级',
    'author-rank': '1',
    on: '2022-05-20',
    'meets:published': 'yes',
    ...days,
  }
  const codes = async (claimId: string | null) =>
    (await preview({}, world, { fields, claimId })).oddities.map(({ code }) => code)
  expect(await codes(null)).toEqual(['OVERLAPPING_DAYS'])
  expect(await codes(other._id)).toEqual([])
})

test('the title is shown without the blanks around it', async () => {
  const fields = {
    title: ' 论文 ',
    level: '省级',
    'author-rank': '1',
    on: '2022-05-20',
    'meets:published': 'yes',
  }
  expect((await preview({}, country.twin(), { fields })).title).toBe('论文')
})
