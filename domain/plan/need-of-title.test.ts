import { hoursOf } from '../kernel/hours'
import { day, instant } from '../kernel/instant'
import type { LearningItem, TitleFacts, TitleYearFacts } from '../policy/facts'
import type { PackLookup } from '../policy/lookup'
import {
  annualNotice,
  asKind,
  lookupOf,
  summedNotice,
  we,
  windowOf,
  yearsGate,
} from '../policy/notice.fixture'
import type { PlanNeed } from './need'
import { needOfTitle } from './need-of-title'

const beijing = (text: string) => instant(Date.parse(`${text}T12:00:00+08:00`))
const item = (id: string, change: Partial<LearningItem>): LearningItem => ({
  id,
  kind: 'course',
  category: 'professional',
  earnedAt: beijing('2023-06-01'),
  ...change,
})
const recorded = (year: number): TitleYearFacts => ({ year, recordedComplete: true })
const facts = (change: Partial<TitleFacts> = {}): TitleFacts => ({
  region: 'qinghai',
  level: 'senior',
  applicationYear: 2023,
  appliedAt: beijing('2023-11-01'),
  years: [recorded(2019), recorded(2020), recorded(2022)],
  ...change,
})

function needed(lookup: PackLookup, asked: TitleFacts, today = '2023-11-01'): PlanNeed {
  const outcome = needOfTitle(lookup, { facts: asked, today: day(today) })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const waysOf = (need: PlanNeed) =>
  need.kind === 'years' ? need.years.map(({ year, ways }) => ({ year, ways })) : null
const part = (category: 'public' | 'professional', hours: number, subject: string | null = null) => ({
  category,
  hours: hoursOf(hours),
  subject: subject === null ? null : { id: subject, title: subject },
})

test('QH23-17: with three of four years, what is missing of the one still open; the closed one is said', () => {
  const items = [item('a', { hours: hoursOf(30) }), item('b', { category: 'public', hours: hoursOf(45) })]
  const years = [...facts().years, { year: 2023, items }]
  const need = needed(lookupOf(annualNotice()), facts({ years }))
  expect(waysOf(need)).toEqual([{ year: 2023, ways: [[part('professional', 60)]] }])
  expect(need).toMatchObject({ kind: 'years', ways: [[2023]] })
  expect(need.cannot).toMatchObject([{ year: 2021 }])
  expect(need.cannot[0]?.text).toBe('2021年：这一年的学时已于2022年12月31日截止，现在不能补学。')
  expect(need.todo).toEqual(['2023年的学时学完后提交审验，通过后才能用于申报。'])
})

test('a year that only waits for verification needs no hours', () => {
  const items = [item('a', { hours: hoursOf(90) }), item('b', { category: 'public', hours: hoursOf(45) })]
  const need = needed(lookupOf(annualNotice()), facts({ years: [...facts().years, { year: 2023, items }] }))
  expect(waysOf(need)).toEqual([{ year: 2023, ways: [[]] }])
  expect(need.todo).toHaveLength(1)
})

test('more years open than needed: any of them; too few: said', () => {
  const open = annualNotice({ windows: [windowOf([null, 2023])] })
  const two = facts({ years: [recorded(2019), recorded(2020)] })
  expect(needed(lookupOf(open), two)).toMatchObject({
    ways: [
      [2021, 2022],
      [2021, 2023],
      [2022, 2023],
    ],
  })
  const short = needed(lookupOf(annualNotice()), two)
  expect(short).toMatchObject({ ways: [] })
  expect(short.cannot[short.cannot.length - 1]?.text).toContain('现有2个，能补的有1个')
})

test('years that must follow one another: only the open ones of such a run', () => {
  const gate = yearsGate(3, { consecutive: we(true), currentOnlyVerified: we(false) })
  const titles = [{ level: 'senior', label: '高级', gate }] as const
  const lookup = lookupOf(annualNotice({ titles, windows: [windowOf([null, 2023])] }))
  expect(needed(lookup, facts({ years: [recorded(2020), recorded(2022)] }))).toMatchObject({
    ways: [[2021], [2021, 2023]],
  })
})

test('SX22-2, SX20-6: all subjects, each by itself; or either of two, in whole', () => {
  const subjects = ['one', 'two'].map((id) => ({ id, title: id, hours: we(hoursOf(24)) }))
  const items = [item('a', { category: 'public', subjectId: 'one', hours: hoursOf(10) })]
  const ofPublic = annualNotice().publicSubjects
  const years = [...facts().years, { year: 2023, items }]
  const waysWith = (choice: 'allOf' | 'oneOf') => {
    const publicSubjects = { ...ofPublic, choice: we(choice), subjects }
    const need = needed(lookupOf(annualNotice({ publicSubjects })), facts({ years }))
    return waysOf(need)?.find(({ year }) => year === 2023)?.ways
  }
  const rest = part('professional', 90)
  expect(waysWith('allOf')).toEqual([[part('public', 14, 'one'), part('public', 24, 'two'), rest]])
  expect(waysWith('oneOf')).toEqual([
    [part('public', 14, 'one'), rest],
    [part('public', 24, 'two'), rest],
  ])
})

test('NX22-4: of a window what is missing of both sums, and which of its years are open', () => {
  const lookup = lookupOf(summedNotice())
  const window = { region: 'ningxia', level: 'middle', applicationYear: 2022, years: [] } as const
  const need = needed(lookup, facts({ ...window, appliedAt: beijing('2022-06-01') }), '2022-06-01')
  expect(need).toMatchObject({ kind: 'window', public: hoursOf(120), total: hoursOf(360) })
  expect(need.kind === 'window' && need.years.map(({ year }) => year)).toEqual([2021])
  expect(need.cannot.map(({ year }) => year)).toEqual([2018, 2019, 2020])
  const substitutions = [{ id: 'language', count: 1 }]
  const exams = facts({ ...window, appliedAt: beijing('2022-06-01'), substitutions })
  expect(needed(lookup, exams, '2022-06-01')).toMatchObject({ public: hoursOf(80), total: hoursOf(320) })
})

test('what is met, waived or not ruled needs nothing; what is refused stays refused', () => {
  const lookup = lookupOf(annualNotice())
  expect(needed(lookup, facts({ deemings: [{ id: 'award' }] }))).toMatchObject({ kind: 'nothing', met: true })
  expect(needed(lookup, facts({ level: 'junior' }))).toMatchObject({ kind: 'nothing', met: null })
  expect(needOfTitle(lookup, { facts: facts({ region: 'moon' }), today: day('2023-11-01') }).ok).toBe(false)
})

test('QH23-5: from where hours may come, by the kinds of the notice', () => {
  const kinds = [
    asKind({ id: 'academy', route: 'import', category: we('public'), providers: we(['academy']) }),
    asKind({ id: 'course', route: 'online', category: we('professional'), providers: we(['platform']) }),
    asKind({ id: 'paper', route: 'claim', category: we('professional') }),
  ]
  const academy = { id: 'academy', name: we('干部网络学院'), address: we('https://example.cn'), phone: null }
  const need = needed(lookupOf(annualNotice({ kinds, providers: [academy] })), facts())
  expect(need.kind === 'years' && need.years[0]?.sources).toEqual({
    public: {
      routes: ['import'],
      providers: [
        {
          id: 'academy',
          name: '干部网络学院',
          address: 'https://example.cn',
          phone: null,
          rules: [we(['academy'])],
        },
      ],
    },
    professional: { routes: ['online', 'claim'], providers: [] },
  })
})

test('a year is open with its clause; what cannot be cured says why', () => {
  const lookup = lookupOf(annualNotice())
  const years = [recorded(2020), recorded(2022), { year: 2023, items: [item('a', { hours: hoursOf(90) })] }]
  const need = needed(lookup, facts({ years: [...years, { year: 2019, recordedComplete: false }] }))
  expect(need.cannot).toEqual([
    ...[2019, 2021].map((year) => ({
      year,
      category: null,
      clause: null,
      rules: [we(2022), we('2022-12-31')],
      text: `${year}年：这一年的学时已于2022年12月31日截止，现在不能补学。`,
    })),
    {
      year: null,
      category: null,
      clause: null,
      rules: [],
      text: '要4个达到要求的年度，现有2个，能补的有1个，这次申报凑不够。',
    },
  ])
  expect(need).toMatchObject({ ways: [], labels: annualNotice().labels })
})

test('an open year without a rule needs a record, and no hours', () => {
  const open = lookupOf(annualNotice({ windows: [windowOf([null, 2023])] }))
  const years = [
    { year: 2022, recordedComplete: false },
    { year: 2023, recordedComplete: false },
  ]
  const need = needed(open, facts({ years }))
  expect(need.cannot.map(({ year, text }) => `${year} ${text}`).slice(0, 2)).toEqual([
    '2019 2019年：这一年的学时要求没有收进来，只看当年是否登记为完成。',
    '2020 2020年：这一年的学时要求没有收进来，只看当年是否登记为完成。',
  ])
  expect(need.cannot[0]).toMatchObject({ category: null, clause: null, rules: [] })
})

test('only years that are filled here, or wait, are left to hand in; where nothing is handed in, only what waits', () => {
  const full = [item('a', { hours: hoursOf(90) }), item('b', { category: 'public', hours: hoursOf(45) })]
  const open = { windows: [windowOf([null, 2023])] }
  const years = [recorded(2019), recorded(2020), { year: 2023, items: full }]
  const todoOf = (change: Parameters<typeof annualNotice>[0]) =>
    needed(lookupOf(annualNotice({ ...open, ...change })), facts({ years })).todo
  const said = (year: number) => `${year}年的学时学完后提交审验，通过后才能用于申报。`
  expect(todoOf({})).toEqual([2021, 2022, 2023].map(said))
  const review = { ...annualNotice().review, yearlySubmission: we(false) }
  expect(todoOf({ review })).toEqual([said(2023)])
})

test('SX22-2: a subject that is full, and hours beyond it, are not asked again; nor is a public part that is met', () => {
  const subjects = ['one', 'two'].map((id) => ({ id, title: id, hours: we(hoursOf(20)) }))
  const publicSubjects = { ...annualNotice().publicSubjects, choice: we('allOf' as const), subjects }
  const requirement = {
    ...{
      total: we(hoursOf(130)),
      public: we(hoursOf(40)),
      professional: we(hoursOf(90)),
      bothParts: we(true),
    },
  }
  const waysWith = (...given: [string, number][]) => {
    const items = given.map(([subjectId, hours]) =>
      item(subjectId, { category: 'public', subjectId, hours: hoursOf(hours) }),
    )
    const lookup = lookupOf(annualNotice({ publicSubjects, requirement }))
    return waysOf(needed(lookup, facts({ years: [...facts().years, { year: 2023, items }] })))?.[0]?.ways
  }
  const rest = part('professional', 90)
  expect(waysWith(['one', 30], ['two', 5])).toEqual([[part('public', 15, 'two'), rest]])
  expect(waysWith(['one', 20], ['two', 20])).toEqual([[rest]])
  expect(waysWith()).toEqual([[part('public', 20, 'one'), part('public', 20, 'two'), rest]])
})

test('SX22-5: bases whose hours do not serve the title are left out', () => {
  const need = needed(lookupOf(annualNotice()), facts())
  expect(need.kind === 'years' && need.years[0]?.baseLevels).toEqual(['nation', 'province'])
})
