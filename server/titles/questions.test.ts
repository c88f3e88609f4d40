// The questions about a title under rulings of which each notice makes some.
import { hoursOf } from '../../domain/kernel/hours'
import { day, instant } from '../../domain/kernel/instant'
import type { DeemingRule, PolicyPack, Substitution, TitleGate, Value } from '../../domain/policy/pack'
import type { TitleVerdict } from '../../domain/title/verdict'
import { DOCTOR } from '../../tests/harness/said-title'
import type { StandingTitle } from '../bodies/standing'
import { packs } from '../kernel/packs'
import { accept } from '../kernel/refused'
import { questionsOf } from './questions'
import type { TitleQuestion } from './title-question'

const shaanxi = accept(packs.standardOf('shaanxi', 2022))
const ruled = <T>(value: T): Value<T> => ({ state: 'reading', value, reading: '假设' })

const YEARS: TitleGate = {
  ...{ kind: 'years', count: ruled(3), since: null, lastYearBefore: ruled(0), consecutive: ruled(false) },
  currentOnlyVerified: ruled(true),
}
const WINDOW: TitleGate = {
  ...{ kind: 'window', years: ruled(3), lastYearBefore: ruled(1), total: ruled(hoursOf(360)) },
  ...{ public: ruled(hoursOf(120)), byTenure: null, byTenureLikely: null },
}
const SILENT: TitleGate = { state: 'silent', note: '通知没有规定' }

const asked = (gate: TitleGate, change: Partial<PolicyPack> = {}, years = [2020, 2021, 2022]) =>
  askedOf(gate, { change, years })

interface Asking {
  change?: Partial<PolicyPack>
  years?: number[]
  title?: StandingTitle
}

function askedOf(gate: TitleGate, { change = {}, years = [2020, 2021, 2022], title }: Asking) {
  const rule = { level: 'senior', label: '高级职称', gate } as const
  const of: TitleQuestion = {
    input: { level: 'senior', applicationYear: 2022, declared: {} },
    ...{ region: 'shaanxi', now: instant(Date.parse('2022-08-15T10:00:00+08:00')), packs, rule, years },
    ...{
      pack: { ...shaanxi, deemings: [], substitutions: [], ...change },
      ledger: [],
      credited: [],
      standing: title === undefined ? {} : { title },
      otherRegions: [],
    },
    verdict: {} as TitleVerdict,
  }
  return questionsOf(of)
}

describe('years that were recorded as complete', () => {
  const options = (gate: TitleGate, years: number[]) => asked(gate, {}, years)[0]?.fields[0]?.options

  test('are those that no notice counts, and the current one where it must be verified', () => {
    expect(options(YEARS, [2014, 2015, 2021, 2022])).toEqual([2014, 2015, 2022])
    expect(options({ ...YEARS, currentOnlyVerified: ruled(false) }, [2015, 2021, 2022])).toEqual([2015])
  })
  test('are not asked for where each year is counted', () => {
    expect(asked({ ...YEARS, currentOnlyVerified: ruled(false) })).toEqual([])
  })
  test('are not asked for where hours are summed, or nothing is ruled', () => {
    expect(asked(WINDOW, {}, [2016, 2022])).toEqual([])
    expect(asked(SILENT, {}, [2016, 2022])).toEqual([])
  })
  test('the question says what it is about', () => {
    expect(asked(YEARS)[0]).toMatchObject({
      ...{ id: 'records', kind: 'records', title: '当年已经审验完成的年度' },
      statement: '这些年度当年已审验、登记为完成',
      fields: [{ name: 'years', label: '哪些年度', many: true }],
    })
  })
})

describe('a fact that stands for learning', () => {
  const rule: DeemingRule = {
    ...{ id: 'post', label: '驻村', covers: ruled('waived'), years: null, yearChosen: null },
    ...{
      leastMonths: null,
      when: null,
      titleYears: null,
      onlyFor: null,
      onlyLines: null,
      onlyLevels: null,
      onlyHeld: null,
    },
  }
  const about = (change: Partial<DeemingRule>) => asked(SILENT, { deemings: [{ ...rule, ...change }] })[0]
  const back = Array.from({ length: 12 }, (_, n) => 2022 - n)

  test.each<[change: Partial<DeemingRule>, statement: string]>([
    [{}, '我有这一项，能提供证明'],
    [{ leastMonths: ruled(6) }, '我有这一项：满 6 个月'],
    [
      {
        leastMonths: ruled(6),
        when: ruled('city-committee'),
        onlyFor: ruled(['enterprise']),
        titleYears: ruled([2022]),
      },
      '我有这一项：满 6 个月，由市里组建的职称评审委员会评审，属于企业的专业技术人员，2022 年的职称评审',
    ],
  ])('%j', (change, statement) => {
    expect(about(change)).toMatchObject({ id: 'post', kind: 'deeming', title: '驻村', statement })
  })

  test.each<[change: Partial<DeemingRule>, fields: [name: string, label: string, options: number[]][]]>([
    [{}, []],
    [{ when: ruled('city-committee') }, []],
    [{ covers: ruled('year') }, [['year', '是哪一年', [2020, 2021, 2022]]]],
    [{ covers: ruled('year'), yearChosen: ruled('any-in-term') }, [['year', '选哪一年', [2020, 2021, 2022]]]],
    [
      { when: ruled('within-years-looked-at') },
      [
        ['enrolledYear', '哪一年入学', back],
        ['graduatedYear', '哪一年毕业', back],
      ],
    ],
    [{ when: ruled('after-present-title') }, [['obtainedYear', '哪一年取得', back]]],
  ])('asks, where it is %j', (change, fields) => {
    expect(about(change)?.fields).toEqual(
      fields.map(([name, label, options]) => ({ name, label, options, many: false })),
    )
  })
})

describe('a fact of the present term', () => {
  const rule: DeemingRule = {
    ...{ id: 'licence', label: '职业资格', covers: ruled('professional'), years: null, yearChosen: null },
    ...{ leastMonths: null, when: ruled('after-present-title'), titleYears: null, onlyFor: null },
    ...{ onlyLines: null, onlyLevels: null, onlyHeld: ruled(['middle', 'deputy-senior']) },
  }
  const about = (title?: StandingTitle) =>
    askedOf(SILENT, { change: { deemings: [rule] }, ...(title === undefined ? {} : { title }) })

  test('waits for the title to be said', () => {
    expect(about()).toMatchObject([{ needsTitle: true, fields: [{ name: 'obtainedYear' }] }])
    expect(about({ held: DOCTOR, isVerified: false })).toMatchObject([{ needsTitle: false }])
  })
  test('NX22-11: is not asked of whom the register knows to hold another title, or none', () => {
    expect(about({ held: { ...DOCTOR, level: 'junior' }, isVerified: true })).toEqual([])
    expect(about({ held: null, isVerified: false })).toEqual([])
  })
})

describe('where hours are summed', () => {
  const exam: Substitution = {
    ...{ id: 'exam', label: '外语考试', hoursEach: ruled(hoursOf(40)), atMost: ruled(1) },
    ...{ lastDay: ruled(day('2022-12-31')), onlySeriesWithoutExam: ruled(true) },
    cappedAtRequirement: ruled(true),
  }
  const kinds = (...of: Parameters<typeof asked>) => asked(...of).map(({ kind }) => kind)

  test('past exams are asked about, and the series that asks for them', () => {
    const questions = asked(WINDOW, { substitutions: [exam] })
    expect(questions).toMatchObject([
      {
        ...{ id: 'exam', kind: 'substitution', title: '外语考试', fields: [] },
        statement: '以前考试合格，每项代替公需课 40 学时，到 2022 年 12 月 31 日为止',
      },
      {
        ...{ id: 'series', kind: 'series', title: '我的职称系列要求外语、计算机考试', fields: [] },
        statement: '要求考试的系列，考试成绩不能再代替学时',
      },
    ])
  })
  test.each<[atMost: Substitution['atMost'], options: number[]]>([
    [ruled(2), [1, 2]],
    [{ state: 'silent', note: '没有规定' }, [1, 2, 3, 4, 5, 6]],
  ])('how many, where at most %j', (atMost, options) => {
    expect(asked(WINDOW, { substitutions: [{ ...exam, atMost }] })[0]?.fields).toEqual([
      { name: 'count', label: '有几项', options, many: false },
    ])
  })
  test('the series is not asked for where all may use them', () => {
    const forAll = { ...exam, onlySeriesWithoutExam: ruled(false) }
    expect(kinds(WINDOW, { substitutions: [forAll] })).toEqual(['substitution'])
    expect(kinds(WINDOW, { substitutions: [forAll, exam] })).toEqual([
      'substitution',
      'substitution',
      'series',
    ])
  })
  test('neither is asked where whole years count, or nothing is ruled', () => {
    expect(kinds(YEARS, { substitutions: [exam] })).toEqual(['records'])
    expect(kinds(SILENT, { substitutions: [exam] })).toEqual([])
  })
  describe('a degree is asked for, and how long the title is held', () => {
    const gate = { ...WINDOW, byTenure: ruled(['硕士', '博士']) }
    const fields = (title?: StandingTitle) =>
      askedOf(gate, title === undefined ? {} : { title }).map((one) => [
        one.id,
        one.needsTitle,
        one.fields.map(({ name }) => name),
      ])
    test('by the title first, where nobody said it', () => {
      expect(fields()).toEqual([
        ['硕士', true, []],
        ['博士', true, []],
      ])
    })
    test('by the register, where it has it', () => {
      expect(fields({ held: DOCTOR, isVerified: false })[0]).toEqual(['硕士', false, []])
    })
    test('up to the whole window, by who holds none yet', () => {
      expect(askedOf(gate, { title: { held: null, isVerified: false } })).toMatchObject([
        {
          ...{ id: '硕士', kind: 'degree', title: '硕士', statement: '按任职年限计算' },
          fields: [
            { name: 'tenureYears', label: '任职几年（满几年选几年）', options: [1, 2, 3], many: false },
          ],
        },
        { id: '博士' },
      ])
    })
  })
})
