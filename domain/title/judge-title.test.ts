import type { LearningItem, TitleFacts, TitleYearFacts } from '../policy/facts'
import {
  annualNotice,
  deeming,
  hours,
  lookupOf,
  summedNotice,
  unsaid,
  we,
  yearsGate,
} from '../policy/notice.fixture'
import { judgeTitle } from './judge-title'
import { annual, beijing, ningxia, qinghai, recorded, summed, verdictOf } from './title.fixture'
import type { TitleVerdict } from './verdict'

const learned = (year: number, ofPublic: number, professional: number): LearningItem[] => [
  {
    id: `${year}-public`,
    kind: 'course',
    category: 'public',
    hours: hours(ofPublic),
    earnedAt: beijing(`${year}-06-01`),
  },
  {
    id: `${year}-professional`,
    kind: 'course',
    category: 'professional',
    hours: hours(professional),
    earnedAt: beijing(`${year}-06-01`),
  },
]
const stateOf = ({ years }: TitleVerdict, asked: number) => years.find(({ year }) => year === asked)?.state

describe('QH23-17: so many whole years since 2019', () => {
  test('2019, 2020, 2022 and the verified 2023 are four, the gap allowed', () => {
    const years = [recorded(2019), recorded(2020), recorded(2022), { ...recorded(2023), verified: true }]
    const verdict = verdictOf(annual, qinghai({ years }))
    expect(verdict).toMatchObject({
      met: true,
      kind: 'years',
      needed: 4,
      chosenYears: [2019, 2020, 2022, 2023],
    })
    expect(stateOf(verdict, 2021)).toBe('incomplete')
    expect(verdict.cures).toEqual([])
  })

  test('the current year has its hours and is not verified: not yet, and says what to do', () => {
    const years = [
      recorded(2019),
      recorded(2020),
      recorded(2022),
      { year: 2023, items: learned(2023, 45, 90) },
    ]
    const verdict = verdictOf(annual, qinghai({ years }))
    expect(verdict).toMatchObject({ met: false, chosenYears: [2019, 2020, 2022] })
    expect(stateOf(verdict, 2023)).toBe('unverified')
    expect(verdict.cures[0]).toBe('2023年：学时已够，请提交审验。')
    const notAsked = annualNotice({
      titles: [{ level: 'senior', label: '高级', gate: yearsGate(4, { currentOnlyVerified: we(false) }) }],
    })
    expect(verdictOf(lookupOf(notAsked), qinghai({ years })).met).toBe(true)
  })

  test.each([
    [45, 90, true],
    [44.99, 120, false],
    [60, 89.99, false],
  ])('a year of %p public and %p professional hours: %p', (ofPublic, professional, met) => {
    const years = [
      recorded(2019),
      recorded(2020),
      recorded(2021),
      { year: 2022, items: learned(2022, ofPublic, professional) },
    ]
    expect(verdictOf(annual, qinghai({ years })).met).toBe(met)
  })

  test('2018 cannot be chosen, a year after the application neither', () => {
    const years = [2018, 2020, 2021, 2022, 2024].map(recorded)
    const verdict = verdictOf(annual, qinghai({ years }))
    expect(verdict).toMatchObject({ met: false, chosenYears: [2020, 2021, 2022] })
    expect([stateOf(verdict, 2018), stateOf(verdict, 2024)]).toEqual(['not-looked-at', 'not-looked-at'])
  })

  test('of more than are asked, the latest; where they must follow one another, the latest run', () => {
    const years = [2019, 2020, 2021, 2022].map(recorded)
    expect(verdictOf(annual, qinghai({ years, level: 'middle' })).chosenYears).toEqual([2020, 2021, 2022])
    const inARow = lookupOf(
      annualNotice({
        titles: [{ level: 'middle', label: '中级', gate: yearsGate(3, { consecutive: we(true) }) }],
      }),
    )
    const gap = [2019, 2020, 2021, 2023].map(recorded)
    const middle = (facts: readonly TitleYearFacts[]) =>
      verdictOf(inARow, qinghai({ years: facts, level: 'middle' }))
    expect(middle(gap)).toMatchObject({ met: true, chosenYears: [2019, 2020, 2021] })
    expect(middle([2019, 2021, 2022].map(recorded))).toMatchObject({ met: false, chosenYears: [2021, 2022] })
  })

  test('a year without a rule is said, not counted as zero', () => {
    const verdict = verdictOf(
      annual,
      qinghai({
        years: [
          { year: 2020, items: learned(2020, 100, 100) },
          { year: 2019, recordedComplete: false },
        ],
      }),
    )
    expect(stateOf(verdict, 2020)).toBe('no-rule')
    expect(verdict.years.find(({ year }) => year === 2020)?.missing).toBeNull()
    expect(stateOf(verdict, 2019)).toBe('incomplete')
    expect(verdict.cures.join()).toContain('2020年：当年已经完成的，请提供登记。')
  })

  test('what can still be filled comes first, what closed says since when', () => {
    const { cures } = verdictOf(annual, qinghai())
    expect(cures[0]).toBe('2023年：还差公需科目45学时、专业科目90学时。2023年12月31日（含）前可以学。')
    expect(cures[1]).toContain('已于2022年12月31日截止')
  })

  test('where the notice names no first year, the last ones themselves', () => {
    const gate = yearsGate(1, { since: null, currentOnlyVerified: we(false) })
    const lookup = lookupOf(annualNotice({ titles: [{ level: 'senior', label: '高级', gate }] }))
    expect(verdictOf(lookup, qinghai({ years: [recorded(2022)] })).met).toBe(false)
    expect(verdictOf(lookup, qinghai({ years: [recorded(2023)] })).met).toBe(true)
  })

  test('SX22-5: hours of a municipal base complete a year for a middle title, not for a senior one', () => {
    const base = { name: '市级基地', level: 'city', audience: 'province' } as const
    const items = learned(2022, 45, 90).map((item) => ({ ...item, base }))
    const years = [recorded(2019), recorded(2020), recorded(2021), { year: 2022, items }]
    const senior = verdictOf(annual, qinghai({ years }))
    expect(senior.met).toBe(false)
    expect(senior.years.find(({ year }) => year === 2022)?.why).toContain('基地级别不能用于')
    const middle = verdictOf(annual, qinghai({ years, level: 'middle' }))
    expect(middle).toMatchObject({ met: true, chosenYears: [2020, 2021, 2022] })
    expect(middle.rules).toContainEqual(annualNotice().titleLevels.city)
  })
})

describe('what stands for learning', () => {
  const three = [recorded(2019), recorded(2020), recorded(2022)]
  const village = (change: object = {}) => [
    { id: 'village', year: 2021, months: 12, termFromYear: 2020, ...change },
  ]

  test.each([
    ['twelve months', {}, true],
    ['eleven months', { months: 11 }, false],
    ['a year before the present term', { termFromYear: 2022 }, false],
    ['a year already complete', { year: 2020 }, false],
    ['no year chosen', { year: undefined }, false],
  ])('QH23-16, a village post: %s', (_, change, met) => {
    const verdict = verdictOf(annual, qinghai({ years: three, deemings: village(change) }))
    expect(verdict.met).toBe(met)
    expect(stateOf(verdict, 2021)).toBe(met ? 'deemed' : 'incomplete')
    expect(verdict.years.find(({ year }) => year === 2021)?.counted).toEqual({ public: 0, professional: 0 })
  })

  test('a post too short is said with what it takes', () => {
    const { notes } = verdictOf(annual, qinghai({ years: three, deemings: village({ months: 11 }) }))
    expect(notes.join()).toContain('须满12个月')
  })

  test('two facts of the same post stand for one year', () => {
    const deemings = [...village({ months: 30 }), ...village({ year: 2023, months: 30 })]
    const verdict = verdictOf(annual, qinghai({ years: three.slice(1), deemings }))
    expect(verdict).toMatchObject({ met: false, chosenYears: [2020, 2021, 2022] })
  })

  test('a year already complete can be chosen again', () => {
    const { cures } = verdictOf(annual, qinghai({ years: three, deemings: village({ year: 2020 }) }))
    expect(cures[0]).toContain('改选')
  })

  test('QH23-14: epidemic duty stands for the year of the duty', () => {
    const verdict = verdictOf(annual, qinghai({ years: three, deemings: [{ id: 'epidemic', year: 2021 }] }))
    expect(verdict).toMatchObject({ met: true, chosenYears: [2019, 2020, 2021, 2022] })
  })

  test('QH23-15: an award waives the title, not the year', () => {
    const verdict = verdictOf(annual, qinghai({ deemings: [{ id: 'award' }] }))
    expect(verdict).toMatchObject({ met: true, waivedBy: 'award', chosenYears: [], cures: [] })
    expect(stateOf(verdict, 2023)).toBe('incomplete')
  })

  test('a fact that this notice does not know is said', () => {
    expect(verdictOf(annual, qinghai({ deemings: [{ id: 'moon' }] })).notes.join()).toContain('moon')
  })

  test.each([
    ['enterprise staff, the city committee, 2022', {}, true],
    ['an institution', { personKind: 'institution' }, false],
    ['another committee', { cityCommittee: false }, false],
    ['another year', { applicationYear: 2023 }, false],
  ] as const)('NY22-3: %s', (_, change, met) => {
    const facts = {
      ...ningxia({ personKind: 'enterprise', cityCommittee: true }),
      deemings: [{ id: 'committee' }],
      ...change,
    }
    expect(verdictOf(summed, facts)).toMatchObject({ met, waivedBy: met ? 'committee' : null })
  })

  test('a waiver of all people of a kind, of no committee in particular, stands before any committee', () => {
    const deemings = summedNotice().deemings.map((rule) => ({ ...rule, when: null }))
    const facts = ningxia({ personKind: 'enterprise', cityCommittee: false })
    expect(verdictOf(lookupOf(summedNotice({ deemings })), facts)).toMatchObject({ waivedBy: 'committee' })
  })
})

const inWindow = (ofPublic: number, professional: number): TitleYearFacts[] =>
  [2018, 2019, 2020, 2021].map((year) => ({ year, items: learned(year, ofPublic / 4, professional / 4) }))

describe('NX22-4, NX22-6: sums over the years before the application', () => {
  test.each([
    [120, 240, true],
    [119, 300, false],
    [200, 160, true],
    [120, 239.96, false],
  ])('%p public and %p professional hours: %p', (ofPublic, professional, met) => {
    const verdict = verdictOf(summed, ningxia({ years: inWindow(ofPublic, professional) }))
    expect(verdict).toMatchObject({
      met,
      kind: 'window',
      needed: 4,
      chosenYears: [2018, 2019, 2020, 2021],
      public: { required: hours(120), counted: hours(ofPublic) },
      total: { required: hours(360), counted: hours(ofPublic + professional) },
    })
  })

  test('a senior title looks at five years; hours of the application year are not in the window', () => {
    const years = [...inWindow(150, 300), { year: 2022, items: learned(2022, 100, 100) }]
    const verdict = verdictOf(summed, ningxia({ level: 'senior', years }))
    expect(verdict).toMatchObject({ met: true, needed: 5 })
    expect(stateOf(verdict, 2022)).toBe('not-looked-at')
    expect(stateOf(verdict, 2017)).toBe('summed')
  })

  test('what is short is said, with the years that can still be filled', () => {
    const { cures } = verdictOf(summed, ningxia({ years: inWindow(100, 200) }))
    expect(cures[0]).toBe('公需科目还差20学时，总学时还差60学时。')
    expect(cures).toContain('2021年：现在可以学。')
    expect(cures).toContain('2018年：现行通知没有开放这一年的补学。')
  })

  test('a bare record of completion has no hours to add', () => {
    const verdict = verdictOf(summed, ningxia({ years: [recorded(2020)] }))
    expect(verdict.years.find(({ year }) => year === 2020)?.why).toContain('没有学时数')
  })

  test('NX22-5: a master by the years of tenure, in proportion', () => {
    const years = inWindow(120, 240)
    const verdict = verdictOf(summed, ningxia({ degree: '硕士', tenureYears: 3, years }))
    expect(verdict).toMatchObject({
      met: true,
      needed: 3,
      chosenYears: [2019, 2020, 2021],
      public: { required: hours(90), counted: hours(90) },
      total: { required: hours(270), counted: hours(270) },
    })
    expect(verdictOf(summed, ningxia({ degree: '学士', tenureYears: 3, years })).needed).toBe(4)
    expect(verdictOf(summed, ningxia({ degree: '硕士', tenureYears: 6, years })).needed).toBe(4)
    expect(verdictOf(summed, ningxia({ degree: '硕士', years })).notes.join()).toContain('任职年限')
  })
})

describe('NX22-10: past exams stand for public hours', () => {
  const language = { substitutions: [{ id: 'language', count: 1 }] }

  test('80 public, a language exam and 240 professional hours are 360 with 120', () => {
    const verdict = verdictOf(summed, ningxia({ years: inWindow(80, 240), ...language }))
    expect(verdict).toMatchObject({
      met: true,
      substituted: hours(40),
      public: { counted: hours(80), reached: hours(120), missing: 0 },
      total: { counted: hours(320), reached: hours(360), missing: 0 },
    })
  })

  test('a language counts once, modules each, both no further than the requirement', () => {
    const substituted = (ofPublic: number, ...counts: [string, number][]) =>
      verdictOf(
        summed,
        ningxia({
          years: inWindow(ofPublic, 240),
          substitutions: counts.map(([id, count]) => ({ id, count })),
        }),
      ).substituted
    expect(substituted(40, ['language', 2])).toBe(hours(40))
    expect(substituted(40, ['language', 1], ['language', 1])).toBe(hours(40))
    expect(substituted(40, ['computer', 3])).toBe(hours(30))
    expect(substituted(100, ['language', 1])).toBe(hours(20))
    expect(substituted(70, ['language', 1], ['computer', 3])).toBe(hours(50))
  })

  test.each([
    ['2022-12-31', undefined, true],
    ['2023-01-01', undefined, false],
    ['2022-12-31', true, false],
    ['2022-12-31', false, true],
  ])('applied for on %s, series with exams: %p', (on, seriesRequiresExams, met) => {
    const asked = seriesRequiresExams === undefined ? {} : { seriesRequiresExams }
    const facts = ningxia({ years: inWindow(80, 240), ...language, ...asked, appliedAt: beijing(on) })
    expect(verdictOf(summed, facts).met).toBe(met)
  })

  test('whole years take no exams in their place', () => {
    expect(verdictOf(annual, qinghai(language)).notes.join()).toContain('没有允许')
  })
})

describe('degrees and qualifications', () => {
  test.each([
    [2018, 2021, true],
    [2017, 2021, false],
    [2018, 2022, false],
  ])('NX22-7: enrolled %i, graduated %i', (enrolledYear, graduatedYear, met) => {
    const deemings = [{ id: 'degree', enrolledYear, graduatedYear }]
    const verdict = verdictOf(summed, ningxia({ deemings }))
    expect(verdict).toMatchObject({ met, deemedBy: met ? 'degree' : null, total: { counted: 0 } })
  })

  test.each([
    [120, 2019, true],
    [119, 2019, false],
    [120, 2016, false],
  ])('NX22-11: a qualification with %p public hours, obtained in %i', (ofPublic, obtainedYear, met) => {
    const deemings = [{ id: 'qualification', obtainedYear, termFromYear: 2017 }]
    const verdict = verdictOf(summed, ningxia({ deemings, years: inWindow(ofPublic, 0) }))
    expect(verdict.met).toBe(met)
    expect(verdict.total?.counted).toBe(hours(ofPublic))
  })

  test('a qualification leaves the public hours of each year of its term', () => {
    const rule = deeming({ id: 'qualification', covers: we('professional'), when: we('after-present-title') })
    const lookup = lookupOf(annualNotice({ deemings: [rule] }))
    const deemings = [{ id: 'qualification', obtainedYear: 2022, termFromYear: 2022 }]
    const years = [
      recorded(2019),
      recorded(2020),
      ...[2021, 2022].map((year) => ({ year, items: learned(year, 45, 1) })),
    ]
    const verdict = verdictOf(lookup, qinghai({ years, deemings }))
    expect([stateOf(verdict, 2021), stateOf(verdict, 2022)]).toEqual(['incomplete', 'deemed'])
    expect(verdict.years.find(({ year }) => year === 2023)?.missing).toEqual({
      public: hours(45),
      professional: 0,
    })
  })

  test('a village year has no hours to add to a sum', () => {
    const deemings = [{ id: 'village', year: 2020, months: 12 }]
    const verdict = verdictOf(summed, ningxia({ deemings }))
    expect(verdict.notes.join()).toContain('不折算学时')
    expect(verdict.total?.counted).toBe(0)
  })
})

describe('which notice decides, and what is refused', () => {
  test('the next year goes by the latest notice in force, and says so', () => {
    const next = { applicationYear: 2024, appliedAt: beijing('2023-12-15') }
    const verdict = verdictOf(annual, qinghai({ ...next, years: [2019, 2020, 2021, 2022].map(recorded) }))
    expect(verdict.met).toBe(true)
    expect(verdict.notes[0]).toContain('先按2023年的通知看')
    expect(stateOf(verdict, 2024)).toBe('no-rule')
  })

  test('no notice yet, no such region, no such level', () => {
    const code = (facts: TitleFacts) => {
      const outcome = judgeTitle(annual, facts)
      return outcome.ok ? null : outcome.refusal.code
    }
    expect(code(qinghai({ applicationYear: 2022, appliedAt: beijing('2022-06-01') }))).toBe(
      'NO_RULE_FOR_YEAR',
    )
    expect(code(qinghai({ applicationYear: 2022, appliedAt: beijing('2023-06-01') }))).toBe(
      'NO_RULE_FOR_YEAR',
    )
    expect(code(qinghai({ region: 'moon' }))).toBe('NO_RULE_FOR_YEAR')
    expect(code({ ...qinghai(), level: 'chief' as 'senior' })).toBe('TITLE_LEVEL_UNKNOWN')
  })

  test('where the notice sets no rule, that is said: neither met nor not', () => {
    expect(verdictOf(annual, qinghai({ level: 'junior' }))).toMatchObject({
      met: null,
      kind: 'none',
      rules: [unsaid()],
      notes: ['通知没有规定。'],
    })
  })
})
