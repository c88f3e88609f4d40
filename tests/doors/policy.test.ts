import { hoursOf } from '../../domain/kernel/hours'
import type { MakeUpYear, NoPolicyView, PolicyRule, PolicyView } from '../../server/policy/views'
import { idNumberOf, Town } from './town'

let town: Town
let personId = ''

beforeAll(async () => {
  town = await Town.open()
  await town.prepare('o-reader')
  const { data } = await town.register('o-reader', {
    name: '林知远',
    idNumber: idNumberOf('19930412', '271'),
  })
  personId = data?.person.id ?? ''
  await course('past', 2021)
  await course('early', 2020)
  await course('present', 2022)
})
afterAll(() => town.close())

async function course(id: string, year: number): Promise<void> {
  const { store } = town.context()
  const lectureId = `${id}-1`
  const fileId = await town.cloud.storage.put(`lectures/${id}.mp4`, __filename)
  await store.insert('courses', {
    _id: id,
    region: 'shaanxi',
    year,
    category: 'professional',
    kind: 'online-course',
    providerId: 'platform',
    meets: ['courseware-audited', 'within-specialty'],
    order: 0,
    title: `${year} 年的课`,
    summary: '',
    hours: hoursOf(8),
    subjectId: null,
    baseName: '西秦大学继续教育基地',
    baseLevel: 'province',
    teacher: { name: '', title: '', unit: '' },
    bankId: '',
    lectures: [{ id: lectureId, number: 1, title: '一', fileId, durationSeconds: 20, nominalMinutes: 480 }],
    sample: false,
  })
  await store.insert('lecture-courses', { _id: lectureId, courseId: id })
  await store.insert('lecture-challenges', {
    _id: lectureId,
    courseId: id,
    challenges: [{ id: 'c', afterSecond: 10, prompt: '？', options: ['甲', '乙'], key: 0 }],
  })
}

const show = (openid: string, input: object) =>
  town.call<PolicyView | NoPolicyView>(openid, 'policy.show', input)

async function told(openid: string, input: object): Promise<PolicyView> {
  const { data } = await show(openid, input)
  if (data?.state !== 'told') throw new Error(`not told: ${JSON.stringify(data)}`)
  return data
}

const ruleIn = (view: PolicyView, id: string): PolicyRule | undefined =>
  view.sections
    .flatMap(({ lines }) => lines.flatMap((line) => [line, ...line.more]))
    .find((rule) => rule.id === id)

describe('what a region asks', () => {
  test('of somebody registered: their own region, the present year', async () => {
    const view = await told('o-reader', {})
    expect(view).toMatchObject({ region: 'shaanxi', regionName: '陕西省', year: 2022 })
    expect(ruleIn(view, 'requirement.public')).toMatchObject({
      value: '不少于 24 学时',
      state: 'stated',
      clauseId: 'SX22-1',
      words: expect.stringContaining('公需课不少于24小时'),
      document: expect.stringContaining('陕人社函〔2022〕259号'),
    })
  })

  test('notices are public: somebody new reads the home region, or the region of their unit', async () => {
    expect(await told('o-nobody', {})).toMatchObject({ region: 'shaanxi' })
    const view = await told('o-nobody', { region: 'qinghai', year: 2023 })
    expect(view.regionName).toBe('青海省')
    expect(ruleIn(view, 'requirement.total')).toMatchObject({ value: '不少于 135 学时', clauseId: 'QH23-3' })
    expect(ruleIn(view, 'carryOver')).toMatchObject({ state: 'stated', clauseId: 'QH23-4' })
  })

  test('what the notice leaves out is said to be left out, and a missing table is missing', async () => {
    const ningxia = await told('o-reader', { region: 'ningxia', year: 2022 })
    expect(ruleIn(ningxia, 'requirement')).toMatchObject({ state: 'silent', clauseId: null })
    const shaanxi = await told('o-reader', { year: 2022 })
    expect(ruleIn(shaanxi, 'kinds.equivalent')).toMatchObject({ state: 'missing', clauseId: 'SX22-9' })
    expect(ruleIn(shaanxi, 'carryOver')).toMatchObject({ state: 'reading' })
  })

  test('a year without a notice is said so, with the years that have one', async () => {
    const { data, code } = await show('o-reader', { year: 2015 })
    expect(code).toBeNull()
    expect(data).toMatchObject({ state: 'no-rule', year: 2015, regionName: '陕西省' })
    expect(data?.years).toEqual([2022, 2021, 2020, 2019, 2018, 2017, 2016])
  })

  test.each([
    [{ year: 1999 }, 'year'],
    [{ year: 2022.5 }, 'year'],
    [{ year: '2022' }, 'year'],
    [{ region: 'hunan' }, 'region'],
  ])('%j is refused by its field', async (input, field) => {
    expect(await show('o-reader', input)).toMatchObject({
      code: 'INPUT_INVALID',
      details: { fields: [field] },
    })
  })
})

describe('making up past years', () => {
  const years = async (): Promise<MakeUpYear[]> =>
    (await town.call<{ years: MakeUpYear[] }>('o-reader', 'policy.makeUp')).data?.years ?? []
  const open = (lectureId: string) =>
    town.call('o-reader', 'study.open', { lectureId, deviceId: 'd', deviceName: '手机', takeOver: false })
  const enrol = (courseId: string, targetYear: unknown) =>
    town.call('o-reader', 'study.enrol', { courseId, targetYear })
  const enrolment = (courseId: string) => town.get('enrolments', `${personId}:${courseId}`)

  test('only somebody registered is told their years', async () => {
    expect((await town.call('o-nobody', 'policy.makeUp')).code).toBe('NOT_REGISTERED')
    expect((await town.call('o-nobody', 'study.enrol', { courseId: 'past', targetYear: 2021 })).code).toBe(
      'NOT_REGISTERED',
    )
  })

  test('each past year with until when and the clause (SX22-15)', async () => {
    const told = await years()
    expect(told.map(({ year }) => year)).toEqual([2021, 2020, 2019, 2018, 2017, 2016])
    for (const year of told)
      expect(year).toMatchObject({ state: 'open', lastDay: '2022-09-30', rule: { clauseId: 'SX22-15' } })
  })

  test('a lecture of a past year does not open before the year is confirmed, and nothing is written', async () => {
    expect(await open('past-1')).toMatchObject({
      code: 'MAKE_UP_UNCONFIRMED',
      details: { year: 2021, currentYear: 2022 },
    })
    expect(await enrolment('past')).toBeNull()
    expect(await town.get('watch', personId)).toBeNull()
  })

  test.each([2022, 2020])('confirming %d for a course of 2021 confirms nothing', async (targetYear) => {
    expect((await enrol('past', targetYear)).code).toBe('MAKE_UP_UNCONFIRMED')
    expect(await enrolment('past')).toBeNull()
  })

  test('bad input is refused by its field; an unknown course by name', async () => {
    expect(await enrol('past', '2021')).toMatchObject({
      code: 'INPUT_INVALID',
      details: { fields: ['targetYear'] },
    })
    expect((await enrol('nowhere', 2021)).code).toBe('COURSE_UNKNOWN')
  })

  test('confirmed: recorded with the enrolment, twice is once, and the lecture opens', async () => {
    const first = await enrol('past', 2021)
    expect(first.data).toMatchObject({ courseId: 'past', targetYear: 2021 })
    expect(first.data?.makeUpConfirmedAt).toEqual(expect.any(Number))
    expect((await enrol('past', 2021)).data).toEqual(first.data)
    expect(await enrolment('past')).toMatchObject({ targetYear: 2021, ...first.data })
    expect((await open('past-1')).code).toBeNull()
  })

  test('a course of the present year asks for no word, whatever year the phone names', async () => {
    expect((await open('present-1')).code).toBeNull()
    expect(await enrolment('present')).toMatchObject({ targetYear: 2022, makeUpConfirmedAt: null })
    expect((await enrol('present', 2021)).data).toMatchObject({ targetYear: 2022, makeUpConfirmedAt: null })
  })

  test('the course says so before and after', async () => {
    const view = async (courseId: string) =>
      (await town.call<{ makeUp: object | null }>('o-reader', 'catalog.course', { courseId })).data?.makeUp
    expect(await view('present')).toBeNull()
    expect(await view('past')).toMatchObject({
      year: 2021,
      currentYear: 2022,
      confirmed: true,
      state: 'open',
    })
    expect(await view('early')).toMatchObject({ year: 2020, confirmed: false, state: 'open' })
  })

  test('on 1 October it is over: told until when it was, and neither enrols nor opens', async () => {
    await town.cloud.clock.advanceMs(Date.parse('2022-10-01T00:00:00+08:00') - town.cloud.clock.now())
    expect((await years())[0]).toMatchObject({ year: 2021, state: 'closed', lastDay: '2022-09-30' })
    const over = { code: 'YEAR_CLOSED', details: { closedOn: '2022-09-30', clauseId: 'SX22-15' } }
    expect(await enrol('early', 2020)).toMatchObject(over)
    expect(await open('past-1')).toMatchObject(over)
    expect(await enrolment('early')).toBeNull()
  })
})
