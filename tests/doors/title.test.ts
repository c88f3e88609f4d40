import { hoursOf } from '../../domain/kernel/hours'
import type { BaseLevel, Category } from '../../domain/policy/pack'
import { postHours } from '../../server/books/hours/post-hours'
import type { TitleCheckView, TitlePlanView } from '../../server/titles/views'
import { emptyCourse } from '../harness/courses'
import { postingOf } from '../harness/ledger'
import { type Answer, idNumberOf, Town } from './town'

const WHO = 'o-applicant'
let town: Town
beforeAll(async () => {
  town = await Town.open()
  await town.prepare(WHO)
  await town.register(WHO, { name: '林知远', idNumber: idNumberOf('19930412', '271') })
  await confirm(WHO)
  await earn(WHO, ['public-1', 12], { category: 'public', subjectId: 'sx22-public-1' })
  await earn(WHO, ['public-2', 10], { category: 'public', subjectId: 'sx22-public-2' })
  await earn(WHO, ['public-3', 2], { category: 'public', subjectId: 'sx22-public-3' })
  await earn(WHO, ['water', 48], {})
  await earn(WHO, ['fees', 8], { baseLevel: 'city' })
})
afterAll(() => town.close())

async function personOf(openid: string) {
  const binding = await town.get('bindings', openid)
  const person = binding && (await town.get('persons', binding.personId))
  if (!person) throw new Error(`${openid} is not registered`)
  return person
}

async function confirm(openid: string): Promise<void> {
  await town.context().store.replace('persons', { ...(await personOf(openid)), binding: 'verified' })
}

async function earn(
  openid: string,
  course: readonly [string, number],
  change: { category?: Category; subjectId?: string; baseLevel?: BaseLevel },
): Promise<void> {
  const person = await personOf(openid)
  await town.context().store.transact((tx) => postHours(tx, postingOf(person, course, change)))
}

const ask = <View>(path: string, input: object, openid = WHO): Promise<Answer<View>> =>
  town.send(openid, { path, type: 'query', input })
const check = (input: object): Promise<Answer<TitleCheckView>> =>
  ask('title.check', { level: 'senior', applicationYear: 2022, ...input })

test('hours of a city base do not serve a senior title, and the answer says so in the notice’s words', async () => {
  const { data } = await check({})
  expect(data).toMatchObject({
    outcome: 'short',
    regionName: '陕西省',
    levelLabel: '高级',
    applicationYear: 2022,
    headline: '2022 年还差 8 学时专业课。',
    chosenYears: [],
    restsOnDeclared: false,
    questions: [],
  })
  const [year] = data?.years ?? []
  expect(year).toMatchObject({
    year: 2022,
    state: 'incomplete',
    chosen: false,
    counted: { public: 2400, professional: 4800 },
    missing: { public: 0, professional: 800 },
    opening: { open: true },
  })
  expect(year?.setAside).toEqual([expect.objectContaining({ title: '专业课 fees', hours: 800 })])
  expect(year?.clauses.map(({ words }) => words)).toContain(
    '参加市级基地继续教育培训学时可作为申报初、中级职称的申报条件',
  )
  expect(year?.clauses.find(({ id }) => id === 'SX22-1')?.document).toContain('陕人社函〔2022〕259号')
})

test('the same hours are enough for a middle title; how many years it asks is our reading, and marked', async () => {
  const { data } = await check({ level: 'middle' })
  expect(data).toMatchObject({ outcome: 'met', chosenYears: [2022] })
  expect(data?.clauses.some(({ reading }) => reading)).toBe(true)
})

test('next year is judged by the notice in force, and that is said', async () => {
  const { data } = await check({ applicationYear: 2023 })
  expect(data?.notes.join('')).toContain('2023年的通知还没有收进来')
  expect(data?.applicationYears).toEqual([2022, 2023])
})

test('a year that somebody declares complete changes nothing where a rule counts it', async () => {
  const { data } = await check({ declared: { recordedYears: [2022] } })
  expect(data?.years[0]?.state).toBe('incomplete')
})

test('nothing that was declared is stored', async () => {
  const before = await town.get('accounts', `${(await personOf(WHO))._id}:shaanxi:2022`)
  await check({ declared: { recordedYears: [2022], degree: '硕士', tenureYears: 3 } })
  expect(await town.get('accounts', `${(await personOf(WHO))._id}:shaanxi:2022`)).toEqual(before)
})

test.each([
  ['a level that does not exist', { level: 'supreme' }, 'INPUT_INVALID'],
  ['no year', { applicationYear: undefined }, 'INPUT_INVALID'],
  ['a year that is no number', { applicationYear: '2022' }, 'INPUT_INVALID'],
  ['tenure below zero', { declared: { tenureYears: -1 } }, 'INPUT_INVALID'],
  ['a fraction of an exam', { declared: { substitutions: [{ id: 'x', count: 0.5 }] } }, 'INPUT_INVALID'],
  ['a year before any notice', { applicationYear: 2001 }, 'NO_RULE_FOR_YEAR'],
])('%s is refused by name', async (_, input, code) => {
  expect((await check(input)).code).toBe(code)
})

test('somebody who is not registered is refused', async () => {
  const { code } = await ask('title.check', { level: 'senior', applicationYear: 2022 }, 'o-nobody')
  expect(code).toBe('NOT_REGISTERED')
})

test('a check reads the person, the years looked at, and their entries: no more', async () => {
  town.cloud.operations.reset()
  await check({})
  expect(town.cloud.operations.read()).toMatchObject({ writes: 0 })
  expect(town.cloud.operations.read().reads).toBeLessThanOrEqual(4)
})

describe('the plan', () => {
  const plan = (input: object): Promise<Answer<TitlePlanView>> =>
    ask('title.plan', { level: 'senior', applicationYear: 2022, minutesPerEvening: 60, ...input })

  beforeAll(async () => {
    const { store } = town.context()
    const offered: readonly [string, number, BaseLevel][] = [
      ['law', 8, 'province'],
      ['long', 24, 'province'],
      ['near', 8, 'city'],
      ['water', 48, 'province'],
    ]
    for (const [order, [id, hours, baseLevel]] of offered.entries())
      await store.insert('courses', {
        ...emptyCourse(id),
        ...{ order, title: `专业课 ${id}`, hours: hoursOf(hours), baseName: '', baseLevel, bankId: '' },
        sample: false,
      })
  })

  test('is made of courses whose base serves the title, which were not passed, with the lawful fee', async () => {
    const { data } = await plan({})
    expect(data).toMatchObject({
      outcome: 'short',
      cannot: [],
      todo: [],
      catalogue: { lookedAt: 4, whole: true },
    })
    expect(data?.years).toMatchObject([{ year: 2022, missing: { public: 0, professional: 800 } }])
    expect(data?.plans.map(({ kind }) => kind)).toEqual(['cheapest', 'fastest', 'fewest-evenings'])
    for (const one of data?.plans ?? []) {
      expect(one).toMatchObject({
        courses: [{ courseId: 'law', hours: 800, fee: { fen: 2880, kind: 'ceiling' }, isEnrolled: false }],
        providers: [],
        feeFen: 2880,
        evenings: 8,
        doneOn: '2022-08-22',
        isLate: false,
      })
    }
  })

  test('asks nothing where the title is met', async () => {
    const { data } = await plan({ level: 'middle' })
    expect(data).toMatchObject({ outcome: 'met', plans: [], years: [], cannot: [] })
  })

  test('goes by the minutes of an evening, and refuses none', async () => {
    expect((await plan({ minutesPerEvening: 240 })).data?.plans[0]).toMatchObject({ evenings: 2 })
    expect((await plan({ minutesPerEvening: 0 })).code).toBe('INPUT_INVALID')
    expect((await plan({ minutesPerEvening: undefined })).code).toBe('INPUT_INVALID')
  })

  test('writes nothing and reads by page', async () => {
    town.cloud.operations.reset()
    await plan({})
    const { reads, writes } = town.cloud.operations.read()
    expect(writes).toBe(0)
    expect(reads).toBeLessThanOrEqual(6)
  })
})
