// Clauses that a claim meets as it is looked at and as it is handed in: topics, make-up of earlier years, who reviews.
import { day, endOfDay, type Instant, startOfDay } from '../../domain/kernel/instant'
import type { OrganisationDocument } from '../../server/bodies/documents'
import type { ClaimDraftDocument } from '../../server/claims/filing/documents'
import type { PersonDocument } from '../../server/people/documents'
import { refusalOf } from '../harness/classroom'
import { draft } from './matrix/things'
import { World } from './matrix/world'

let country: World
beforeAll(async () => {
  country = await World.open()
})
afterAll(() => country.close())

interface Claiming {
  unit: string
  draft?: Partial<ClaimDraftDocument>
  person?: Partial<PersonDocument>
  /** What a body's record says otherwise. */
  bodies?: Readonly<Record<string, Partial<OrganisationDocument>>>
  at?: Instant
}

/** Whoever hands in that claim, in a country of their own. */
async function claimant({ unit, draft: typed = {}, person = {}, bodies = {}, at = country.now }: Claiming) {
  const world = country.twin()
  world.still = { now: at }
  for (const [id, change] of Object.entries(bodies)) {
    const body = await world.store.get('organisations', id)
    if (!body) throw new Error(`no body is ${id}`)
    await world.store.replace('organisations', { ...body, ...change })
  }
  const { _id, openid } = await world.person(unit, person)
  const draftId = await draft(_id, world, typed)
  const { claim } = world.calls(openid)
  return { preview: () => claim.preview({ draftId }), submit: () => claim.submit({ draftId }) }
}

async function answersTo(claiming: Claiming) {
  const { preview, submit } = await claimant(claiming)
  return [await refusalOf(preview()), await refusalOf(submit())]
}
const twice = (answer: object | 'accepted') => [answer, answer]

const equivalent = (targetYear: number, on: string): Partial<ClaimDraftDocument> => ({
  ...{ kind: 'equivalent', targetYear },
  fields: { title: '岩土工程新规范培训', organiser: '演示大学', from: on, to: on, hours: '8' },
})

const TEACHING: Partial<ClaimDraftDocument> = {
  kind: 'teaching',
  fields: {
    ...{ title: '授课', organiser: '某单位', from: '2022-05-20', to: '2022-05-20', hours: '10' },
    'document-number': '某号',
  },
}

test('QH23-19: coaching for exams is refused by its title, induction to staff of institutions', async () => {
  const code = (title: string, nature: OrganisationDocument['nature']) =>
    answersTo({
      ...{ unit: 'far-unit', person: { region: 'qinghai' }, bodies: { 'far-unit': { nature } } },
      ...{ at: startOfDay(day('2023-08-15')) },
      draft: {
        targetYear: 2023,
        fields: { title, level: '核心期刊', 'author-rank': '1', on: '2023-05-20', topic: 'none' },
      },
    })
  const refused = (label: string) =>
    twice({ code: 'CLAIM_EXCLUDED', details: { label, clauseId: 'QH23-19' } })
  expect(await code('执业药师考前培训冲刺班', 'enterprise')).toEqual(refused('考前辅导'))
  expect(await code('新进人员岗前培训', 'institution')).toEqual(refused('事业单位新进人员岗前培训'))
  expect(await code('新进人员岗前培训', 'enterprise')).toEqual(twice('accepted'))
})

describe('learning of this year for an earlier one', () => {
  const refused = (year: number, clauseId: string) =>
    twice({ code: 'CLAIM_MAKE_UP', details: { year, clauseId } })

  test('SX22-14: in Shaanxi at a base or online, never by equivalent hours', async () => {
    const claimed = (year: number) => answersTo({ unit: 'far-unit', draft: equivalent(year, '2022-07-04') })
    expect(await claimed(2021)).toEqual(refused(2021, 'SX22-14'))
    expect(await claimed(2022)).toEqual(twice('accepted'))
  })

  test('NY22-20: in Shandong on the platforms, never by a paper', async () => {
    const claimed = (targetYear: number) => answersTo({ unit: 'station', draft: { targetYear } })
    expect(await claimed(2018)).toEqual(refused(2018, 'NY22-20'))
    expect(await claimed(2021)).toEqual(refused(2021, 'NY22-20'))
    expect(await claimed(2022)).toEqual(twice('accepted'))
  })

  test('SX20-14: 2019 until the end of 2020, earlier years without a date', async () => {
    const last = endOfDay(day('2020-12-31'))
    const claimed = (year: number, at: number) =>
      answersTo({ unit: 'far-unit', draft: equivalent(year, `${year}-07-04`), at: at as Instant })
    expect(await claimed(2019, last - 1)).toEqual(twice('accepted'))
    expect(await claimed(2019, last)).toMatchObject(twice({ code: 'YEAR_CLOSED' }))
    expect(await claimed(2018, last)).toEqual(twice('accepted'))
  })
})

describe('who reviews', () => {
  const levelsOf = async (claiming: Claiming) => {
    const { chain } = await (await claimant(claiming)).preview()
    return chain.map(({ orgName, state }) => [orgName, state])
  }

  test('SX20-13: in Shaanxi the unit alone', async () => {
    const at = startOfDay(day('2020-09-01'))
    const chain = await levelsOf({ unit: 'far-unit', draft: equivalent(2020, '2020-07-04'), at })
    expect(chain).toEqual([['演示far-unit', 'now']])
  })

  test('NX22-16: in Ningxia the unit and the bureau', async () => {
    expect(await levelsOf({ unit: 'west-unit', draft: TEACHING })).toEqual([
      ['演示west-unit', 'now'],
      ['演示west-bureau', 'waiting'],
    ])
  })

  test('QH23-2: in Qinghai the health line follows its own', async () => {
    const claiming: Claiming = {
      ...{ unit: 'far-unit', at: startOfDay(day('2023-08-15')) },
      person: { region: 'qinghai' },
      draft: {
        targetYear: 2023,
        fields: { title: '高寒水文', level: '核心期刊', 'author-rank': '1', on: '2023-05-20', topic: 'none' },
      },
    }
    expect(await levelsOf(claiming)).toEqual([
      ['演示far-unit', 'now'],
      ['演示far-department', 'waiting'],
      ['演示far-bureau', 'waiting'],
    ])
    const ofHealth = { 'far-department': { line: 'health' } } as const
    expect(await levelsOf({ ...claiming, bodies: ofHealth })).toEqual([['演示far-department', 'now']])
  })

  test('NY22-15: in Shandong a private unit’s township stands for its department', async () => {
    const isPrivate = { station: { isPrivate: true } }
    const town = { ...isPrivate, water: { kind: 'township' } } as const
    const through = [
      ['演示station', 'now'],
      ['演示water', 'waiting'],
      ['演示county', 'waiting'],
    ]
    expect(await levelsOf({ unit: 'station' })).toEqual(through)
    expect(await levelsOf({ unit: 'station', bodies: town })).toEqual(through)
    expect(await levelsOf({ unit: 'station', bodies: isPrivate })).toEqual([
      ['演示station', 'now'],
      ['乡镇（街道）', 'skipped'],
      ['演示county', 'waiting'],
    ])
  })
})
