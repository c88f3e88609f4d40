import type { TitleFacts } from '../policy/facts'
import { lookupOf, summedNotice, unsaid, we, windowGate, windowOf } from '../policy/notice.fixture'
import { beijing, CITY, item, ningxia, recorded, rulesOf, summed, verdictOf, yearsOf } from './title.fixture'

describe('NX22-4: sums over a window, each year with its own words', () => {
  const facts = ningxia({
    years: [
      { year: 2022, items: [] },
      {
        year: 2018,
        items: [
          item('a', 'public', 20),
          item('b', 'professional', 30.5),
          item('w', 'professional', 4, { pending: true }),
        ],
      },
      recorded(2019),
      { year: 2020, items: [item('q', 'professional', 20, { base: CITY })] },
    ],
    deemings: [
      { id: 'village', year: 2020, months: 12 },
      { id: 'degree' },
      { id: 'degree', enrolledYear: 2017, graduatedYear: 2020 },
      { id: 'qualification' },
      { id: 'committee' },
      { id: 'village', months: 3 },
      { id: 'qualification', obtainedYear: 2010, termFromYear: 2015 },
    ],
    substitutions: [
      { id: 'language', count: 2 },
      { id: 'computer', count: 1.5 },
      { id: 'chess', count: 1 },
    ],
  })
  const verdict = verdictOf(summed, facts)

  test('the years', () => {
    expect(yearsOf(verdict)).toEqual([
      '2018 summed 2000+3050 −? 公需科目20学时、专业科目30.5学时。另有4学时还在等待核对或审核。',
      '2019 summed 0+0 −? 只登记了完成，没有学时数，不能累计；请提供当年的学时证明。',
      '2020 summed 0+2000 −? 专业科目20学时。',
      '2021 summed 0+0 −? 没有这一年的学时记录。',
      '2022 not-looked-at 0+0 −? 审验的是2018—2021年，这一年的学时不计入。',
    ])
  })

  test('the sums, and the cures', () => {
    expect(verdict).toMatchObject({
      met: false,
      consecutive: true,
      public: { required: 12_000, counted: 2_000, reached: 7_000, missing: 5_000 },
      total: { required: 36_000, counted: 7_050, reached: 12_050, missing: 23_950 },
      substituted: 5_000,
    })
    expect(verdict.cures).toEqual([
      '公需科目还差50学时，总学时还差239.5学时。',
      ...[2018, 2019, 2020].map((year) => `${year}年：现行通知没有开放这一年的补学。`),
      '2021年：现在可以学。',
    ])
  })

  test('what stands for hours, and why something does not', () => {
    expect(verdict.notes).toEqual([
      '“degree”没有用上：请填写入学和毕业的年份。',
      '“degree”没有用上：须在2018—2021年之内入学并毕业；跨审验期的，由院校提供学时证明，公需课仍要学。',
      '“qualification”没有用上：请填写取得证书的年份和取得现职称的年份。',
      '“committee”没有用上：通知只给规定的人员。',
      '“village”没有用上：须满12个月。',
      '“qualification”没有用上：证书是在取得现职称之前取得的。',
      '这里看几年的累计学时，“village”不折算学时。',
      '“职称外语”代替公需科目40学时。',
      '“计算机模块”代替公需科目10学时。',
      '本地区的通知没有“chess”这一项，没有用上。',
      '假定所在系列不要求这些考试；要求的不能代替，请先问清。',
    ])
  })

  test('the rules, in the order in which they decided', () => {
    const village = ['year', 1, 'any-in-term', 12]
    const degree = ['all-years', 'within-years-looked-at']
    const qualification = ['professional', 'after-present-title']
    expect(rulesOf(verdict)).toEqual([
      ...[4, 1, 36_000, 12_000, ['硕士']],
      ...village,
      ...degree,
      ...degree,
      ...qualification,
      ...['waived', 'city-committee', [2022], ['enterprise']],
      ...village,
      ...qualification,
      ...[4_000, 1, '2022-12-31', true, true],
      ...[1_000, 'silent', '2022-12-31', true, true],
      ['junior', 'middle'],
    ])
  })

  test.each<[string, Partial<TitleFacts>, string]>([
    [
      'half a date of a degree',
      { deemings: [{ id: 'degree', enrolledYear: 2018 }] },
      '“degree”没有用上：请填写入学和毕业的年份。',
    ],
    [
      'the other half',
      { deemings: [{ id: 'degree', graduatedYear: 2018 }] },
      '“degree”没有用上：请填写入学和毕业的年份。',
    ],
    [
      'half of a qualification',
      { deemings: [{ id: 'qualification', obtainedYear: 2018 }] },
      '“qualification”没有用上：请填写取得证书的年份和取得现职称的年份。',
    ],
    [
      'its other half',
      { deemings: [{ id: 'qualification', termFromYear: 2018 }] },
      '“qualification”没有用上：请填写取得证书的年份和取得现职称的年份。',
    ],
    [
      'a committee elsewhere (NY22-3)',
      { deemings: [{ id: 'committee' }], personKind: 'enterprise' },
      '“committee”没有用上：通知只对本市组建的评审委员会有效；由本市的评审委员会评审的，请写明。',
    ],
    [
      'a committee of another year',
      {
        deemings: [{ id: 'committee' }],
        personKind: 'enterprise',
        cityCommittee: true,
        applicationYear: 2023,
      },
      '“committee”没有用上：通知只对2022年度的职称评审有效。',
    ],
    [
      'an exam after its last day (NX22-10)',
      { substitutions: [{ id: 'language', count: 1 }], appliedAt: beijing('2023-01-01') },
      '“职称外语”没有用上：这项政策到2022年12月31日为止。',
    ],
    [
      'an exam that the series asks for',
      { substitutions: [{ id: 'language', count: 1 }], seriesRequiresExams: true },
      '“职称外语”没有用上：所在系列要求这项考试，不能再代替学时。',
    ],
    ['a degree by tenure (NX22-5)', { degree: '硕士' }, '硕士按任职年限计算：请填写任职年限。'],
    ['a master’s tenure', { degree: '硕士', tenureYears: 2.5 }, '硕士按任职3年计算，学时按年限折算。'],
    ['a first year of tenure', { degree: '硕士', tenureYears: 0 }, '硕士按任职1年计算，学时按年限折算。'],
  ])('%s', (_, change, note) => {
    expect(verdictOf(summed, ningxia(change)).notes).toContain(note)
  })

  test('NX22-5: a tenure as long as the window, or below nothing, changes no sum and says nothing', () => {
    for (const tenureYears of [4, 9, -1]) {
      const whole = verdictOf(summed, ningxia({ degree: '硕士', tenureYears }))
      expect(whole).toMatchObject({ needed: 4, notes: [], total: { required: 36_000 } })
    }
    const tenured = verdictOf(summed, ningxia({ degree: '硕士', tenureYears: 0 }))
    expect(tenured).toMatchObject({ needed: 1, chosenYears: [2021], total: { required: 9_000 } })
    expect(verdictOf(summed, ningxia({ tenureYears: 1 }))).toMatchObject({ needed: 4, notes: [] })
  })

  test('a share is rounded up to a whole hundredth', () => {
    const gate = windowGate(3, [1, 0.01])
    const lookup = lookupOf(summedNotice({ titles: [{ level: 'middle', label: '中级', gate }] }))
    expect(verdictOf(lookup, ningxia({ degree: '硕士', tenureYears: 1 }))).toMatchObject({
      total: { required: 34 },
      public: { required: 1 },
    })
  })

  test('only one sum is short: only that one is said; where nothing is open, that too', () => {
    const closed = lookupOf(summedNotice({ windows: [windowOf([2022, 2022])] }))
    const years = (ofPublic: number, professional: number) => [
      { year: 2020, items: [item('a', 'public', ofPublic), item('b', 'professional', professional)] },
    ]
    const curesFor = (ofPublic: number, professional: number) =>
      verdictOf(closed, ningxia({ years: years(ofPublic, professional) })).cures
    expect(curesFor(119, 300)[0]).toBe('公需科目还差1学时。')
    expect(curesFor(120, 239)[0]).toBe('总学时还差1学时。')
    expect(curesFor(120, 239).at(-1)).toBe('这几年现在都不能补；请问清是否可以改到下一年申报。')
    expect(verdictOf(summed, ningxia()).cures.at(-1)).toBe('2021年：现在可以学。')
  })

  test('exams that may exceed the requirement do; a count below zero is none', () => {
    const [language] = summedNotice().substitutions
    if (!language) throw new Error('the notice has a substitution')
    const free = { ...language, cappedAtRequirement: we(false), onlySeriesWithoutExam: we(false) }
    const lookup = lookupOf(summedNotice({ substitutions: [free] }))
    const years = [{ year: 2020, items: [item('a', 'public', 110)] }]
    const of = (count: number) =>
      verdictOf(
        lookup,
        ningxia({ years, substitutions: [{ id: 'language', count }], seriesRequiresExams: true }),
      )
    expect(of(1)).toMatchObject({ substituted: 4_000, public: { reached: 15_000, missing: 0 } })
    expect(of(-3)).toMatchObject({ substituted: 0 })
  })
})

test('where the notice sets no rule, what was declared is still looked at', () => {
  const deemings = [{ id: 'degree', enrolledYear: 2017, graduatedYear: 2020 }]
  const verdict = verdictOf(summed, ningxia({ level: 'junior', deemings }))
  expect(verdict).toMatchObject({
    met: null,
    needed: 0,
    consecutive: false,
    chosenYears: [],
    years: [],
    cures: [],
  })
  expect(verdict.notes).toEqual([
    unsaid().note,
    '“degree”没有用上：须在审验年度之内入学并毕业；跨审验期的，由院校提供学时证明，公需课仍要学。',
  ])
  expect(rulesOf(verdict)).toEqual(['silent', 'all-years', 'within-years-looked-at'])
})
