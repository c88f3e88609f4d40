import { hoursOf } from '../kernel/hours'
import { instant } from '../kernel/instant'
import { ALL_OF, BASE, NOTICE, pack, says } from './explain.fixture'
import { explainYear } from './explain-year'
import type { LearningItem } from './facts'
import { annualNotice } from './notice.fixture'
import { sealPack } from './seal-pack'

describe('a whole year', () => {
  const item = (id: string, at: string, change: Partial<LearningItem> = {}): LearningItem => ({
    id,
    kind: 'course',
    category: 'professional',
    hours: hoursOf(8),
    earnedAt: instant(Date.parse(`${at}T10:00:00+08:00`)),
    meets: ['exam-passed', 'within-specialty'],
    ...change,
  })
  const yearOf = (items: LearningItem[], more: object = {}, own = pack) =>
    explainYear(own, { region: 'qinghai', year: 2023, items, ...more })
  const notes = (rules: readonly { note: string }[]) => rules.map(({ note }) => note)
  const MEASURE = ['试验用', '总数', '公需数', '专业数', '两部分', '任选一科', '科目一学时', '科目二学时']

  test('each item is explained by its own facts, in the order in which they were earned', () => {
    const year = yearOf([
      item('late', '2023-06-01', { evidenceKey: 'k' }),
      item('early', '2023-05-01', { kind: 'paper', evidenceKey: 'p' }),
    ])
    expect(year.items.map(({ id, why }) => `${id} ${why}`)).toEqual([
      'early 学术论文，10 学时计入 2023 年度专业课。',
      'late 网络课程，8 学时计入 2023 年度专业课。',
    ])
    expect(year.total).toBe(1_800)
  })

  test('two items of one id keep their own words', () => {
    const year = yearOf([item('same', '2023-05-01'), item('same', '2023-06-01', { kind: 'paper' })])
    expect(year.items.map(({ why }) => why.slice(0, 4))).toEqual(['网络课程', '学术论文'])
  })

  test('the rules that measure a year, shared by all to whom no deeming or surplus applies', () => {
    const year = yearOf([])
    expect(notes(year.rules)).toEqual(MEASURE)
    expect(yearOf([item('a', '2023-05-01')]).rules).toBe(year.rules)
    expect(notes(yearOf([], {}, ALL_OF).rules)).toContain('三科都学')
  })

  test('a surplus names the rule of carrying over, a deeming its own rules', () => {
    const carry = sealPack(annualNotice({ ...NOTICE, carryOver: says(false, '不结转') }))
    const surplus = { public: hoursOf(1), professional: hoursOf(1) }
    expect(notes(yearOf([], { surplus }, carry).rules)).toEqual([...MEASURE, '不结转'])
    expect(notes(yearOf([], {}, carry).rules)).toEqual(MEASURE)
  })

  test('QH23-16: the deeming that stands for the year is named, or the one that was declared in vain', () => {
    const deemings = BASE.deemings.map((rule) =>
      rule.id === 'village'
        ? {
            ...rule,
            covers: says('year' as const, '抵一年'),
            years: says(1, '只抵一次'),
            yearChosen: says('any-in-term' as const, '任选一年'),
            leastMonths: says(12, '满一年'),
          }
        : { ...rule, covers: says(rule.covers.value, rule.id) },
    )
    const own = sealPack(annualNotice({ ...NOTICE, deemings }))
    const village = ['抵一年', '只抵一次', '任选一年', '满一年']
    const deemed = yearOf(
      [],
      {
        deemings: [
          { id: 'epidemic', year: 2020 },
          { id: 'village', year: 2023, months: 12 },
        ],
      },
      own,
    )
    expect(deemed).toMatchObject({ deemedBy: 'village', complete: true })
    expect(notes(deemed.rules)).toEqual([...MEASURE, ...village])
    const tooShort = yearOf([], { deemings: [{ id: 'village', year: 2023, months: 11 }] }, own)
    expect(tooShort).toMatchObject({ deemedBy: null, complete: false })
    expect(notes(tooShort.rules)).toEqual([...MEASURE, ...village])
    expect(notes(yearOf([], {}, own).rules)).toEqual(MEASURE)
  })

  test('where any public course will do (QH23-5), no subject is a rule of the year', () => {
    const free = sealPack(
      annualNotice({
        ...NOTICE,
        publicSubjects: { ...BASE.publicSubjects, ...NOTICE.publicSubjects, choice: says('free', '任选') },
      }),
    )
    expect(notes(yearOf([], {}, free).rules)).toEqual([...MEASURE.slice(0, 5), '任选'])
    const silent = sealPack(annualNotice({ requirement: { state: 'silent', note: '不按年度要求。' } }))
    expect(notes(yearOf([], {}, silent).rules)).toEqual(['试验用', '不按年度要求。'])
  })

  test('the clauses used are named once each, those of the year first', () => {
    const stated = (clause: 'QH23-3' | 'QH23-10') =>
      ({ state: 'stated', value: true, clause, words: clause }) as const
    const own = sealPack(
      annualNotice({
        ...NOTICE,
        standardYears: { ...stated('QH23-3'), value: [2023] },
        countsOnce: stated('QH23-10'),
        pendingUntilVerified: stated('QH23-3'),
      }),
    )
    const items = [
      item('a', '2023-05-01', { evidenceKey: 'a' }),
      item('b', '2023-05-02', { evidenceKey: 'b' }),
      item('c', '2023-05-03', { pending: true }),
      item('d', '2023-05-04', { kind: 'mentoring' }),
    ]
    expect(yearOf(items, {}, own).clauses).toEqual(['QH23-3', 'QH23-10', 'QH23-18'])
  })
})
