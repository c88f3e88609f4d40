// The page for rulings that no notice here makes: each value of a pack may be decided the other way, and is then told so.
import { hoursOf } from '../../../domain/kernel/hours'
import { day, instant } from '../../../domain/kernel/instant'
import { fen } from '../../../domain/kernel/money'
import { packLookup } from '../../../domain/policy/lookup'
import type {
  DeemingRule,
  Exclusion,
  PolicyPack,
  Substitution,
  TitleGate,
  Value,
} from '../../../domain/policy/pack'
import { packs } from '../../kernel/packs'
import { policyOf } from '../show-policy'

function packNamed(id: string): PolicyPack {
  const pack = packs.all.find((one) => one.id === id)
  if (!pack) throw new Error(`no pack is ${id}`)
  return pack
}
const shaanxi = packNamed('shaanxi/2022')
const county = packNamed('shandong/taian-2022')

const ruled = <T>(value: T): Value<T> => ({ state: 'reading', value, reading: '另一种规定' })

/** The values of the page's lines and of the rules behind them, by their ids. */
function told(pack: PolicyPack): Record<string, string> {
  const now = instant(Date.parse('2022-08-15T10:00:00+08:00'))
  const view = policyOf({ packs: packLookup([pack]), now }, pack.region, pack.year)
  if (view.state !== 'told') throw new Error('not told')
  const rules = view.sections.flatMap(({ lines }) => lines.flatMap((line) => [line, ...line.more]))
  return Object.fromEntries(rules.map(({ id, value }) => [id, value]))
}

type Row = [id: string, change: (pack: PolicyPack) => Partial<PolicyPack>, value: string]

const ROWS: Row[] = [
  ['carryOver', () => ({ carryOver: ruled(true) }), '可以转到下一年度'],
  ['carryOver', () => ({ carryOver: ruled(false) }), '不转到下一年度'],
  ['countsOnce', () => ({ countsOnce: ruled(false) }), '每次都计'],
  ['countsOnce', () => ({ countsOnce: ruled(true) }), '只计一次'],
  [
    'oversight.voidsFalseHours',
    ({ oversight }) => ({ oversight: { ...oversight, voidsFalseHours: ruled(false) } }),
    '不作处理',
  ],
  [
    'oversight.withdrawsCertifying',
    ({ oversight }) => ({ oversight: { ...oversight, withdrawsCertifying: ruled(false) } }),
    '不取消认证权限',
  ],
  ['claimable', () => ({ claimable: ruled([]) }), '都不能'],
  ['claimable', () => ({ claimable: ruled(['professional']) }), '只有专业课'],
  ['claimable', () => ({ claimable: ruled(['public', 'professional']) }), '公需课、专业课'],
  ['bases.certifies', ({ bases }) => ({ bases: { ...bases, certifies: ruled(true) } }), '可以'],
  ['bases.certifies', ({ bases }) => ({ bases: { ...bases, certifies: ruled(false) } }), '不可以'],
  ['review.chain', ({ review }) => ({ review: { ...review, chain: ruled([]) } }), '不用审核'],
  [
    'review.chain',
    ({ review }) => ({ review: { ...review, chain: ruled(['unit', 'bureau']) } }),
    '所在单位 → 人社部门',
  ],
  ['review.automatic', ({ review }) => ({ review: { ...review, automatic: ruled([]) } }), '没有'],
  [
    'review.automatic',
    ({ review }) => ({ review: { ...review, automatic: ruled(['online', 'import']) } }),
    '网络学习、由学习平台送来，自动记入',
  ],
  [
    'review.yearlySubmission',
    ({ review }) => ({ review: { ...review, yearlySubmission: ruled(true) } }),
    '要提交年度学时申请，逐级审验',
  ],
  [
    'review.yearlySubmission',
    ({ review }) => ({ review: { ...review, yearlySubmission: ruled(false) } }),
    '不用另外提交',
  ],
  ['pendingUntilVerified', () => ({ pendingUntilVerified: ruled(false) }), '学完就计入'],
  ['pendingUntilVerified', () => ({ pendingUntilVerified: ruled(true) }), '学时先记为待核验，核对后全部计入'],
  ['profileBeforeUse', () => ({ profileBeforeUse: ruled(false) }), '可以先学习，再完善信息'],
  ['profileBeforeUse', () => ({ profileBeforeUse: ruled(true) }), '先完善个人信息，再学习'],
  ['exam.rate', ({ watching }) => ({ watching: { ...watching, rate: ruled(1) } }), '正常速度'],
  ['exam.rate', ({ watching }) => ({ watching: { ...watching, rate: ruled(1.5) } }), '最快 1.5 倍'],
  [
    'requirement.bothParts',
    ({ requirement }) =>
      'total' in requirement ? { requirement: { ...requirement, bothParts: ruled(false) } } : {},
    '只看总数',
  ],
  [
    'public.modes',
    ({ publicSubjects }) => ({ publicSubjects: { ...publicSubjects, modes: ruled(['online']) } }),
    '线上',
  ],
  [
    'public.modes',
    ({ publicSubjects }) => ({
      publicSubjects: { ...publicSubjects, modes: ruled(['online', 'face-to-face']) },
    }),
    '线上、线下都可以',
  ],
  [
    'titleLevels.city',
    ({ titleLevels }) => ({ titleLevels: { ...titleLevels, city: ruled([]) } }),
    '不能用于申报职称',
  ],
  [
    'titleLevels.province',
    ({ titleLevels }) => ({ titleLevels: { ...titleLevels, province: ruled(['junior', 'middle']) } }),
    '可用于申报初级、中级职称',
  ],
]

test.each(ROWS)('%s (row %#)', (id, change, value) => {
  expect(told({ ...shaanxi, ...change(shaanxi) })[id]).toBe(value)
})

test('content that a notice lets in again can be registered', () => {
  const topic: Exclusion = {
    topic: 'other',
    label: '其他内容',
    excluded: ruled(false),
    onlyFor: ruled(['no-unit']),
    recognised: ruled([{ all: ['别的'] }]),
  }
  const lines = told({ ...shaanxi, exclusions: [topic] })
  expect(lines['exclusions.other']).toBe('可以登记')
  expect(lines['exclusions.other.onlyFor']).toBe('没有工作单位的专业技术人员')
  const out = { ...topic, excluded: ruled(true), onlyFor: null }
  expect(told({ ...shaanxi, exclusions: [out] })['exclusions.other']).toBe('不作学时登记')
})

describe('the years that a title asks for', () => {
  type Years = Extract<TitleGate, { kind: 'years' }>
  const gate: Years = {
    kind: 'years',
    count: ruled(3),
    since: null,
    lastYearBefore: ruled(0),
    consecutive: ruled(true),
    currentOnlyVerified: ruled(false),
  }
  const asked = (change: Partial<Years>) =>
    told({ ...shaanxi, titles: [{ level: 'senior', label: '高级职称', gate: { ...gate, ...change } }] })

  test.each<[about: string, change: Partial<Years>, value: string]>([
    ['up to the year of application', {}, '3 个达标的年度，到申报当年为止，要连续'],
    ['up to the year before', { lastYearBefore: ruled(1) }, '3 个达标的年度，到申报的上一年为止，要连续'],
    ['up to two years before', { lastYearBefore: ruled(2) }, '3 个达标的年度，到申报前 2 年为止，要连续'],
    ['from a year on', { since: ruled(2019) }, '3 个达标的年度，从 2019 年到申报当年，要连续'],
    ['with gaps', { consecutive: ruled(false) }, '3 个达标的年度，到申报当年为止，可以不连续'],
    ['one year is followed by none', { count: ruled(1) }, '1 个达标的年度，到申报当年为止'],
    ['two are', { count: ruled(2) }, '2 个达标的年度，到申报当年为止，要连续'],
  ])('%s', (_, change, value) => {
    expect(asked(change)['titles.senior']).toBe(value)
  })

  test('each of its rules is told by itself', () => {
    expect(asked({ since: ruled(2019) })).toMatchObject({
      'titles.senior.since': '2019 年',
      'titles.senior.last': '申报当年',
      'titles.senior.consecutive': '要连续',
      'titles.senior.current': '学完就能用',
    })
    expect(asked({ consecutive: ruled(false), currentOnlyVerified: ruled(true) })).toMatchObject({
      'titles.senior.consecutive': '可以不连续',
      'titles.senior.current': '审验之后才能用',
    })
    expect(asked({})).not.toHaveProperty(['titles.senior.since'])
  })
})

describe('what stands for learning', () => {
  const deeming: DeemingRule = {
    id: 'post',
    label: '驻村',
    covers: ruled('year'),
    years: null,
    yearChosen: null,
    leastMonths: null,
    when: null,
    titleYears: null,
    onlyFor: null,
    onlyLines: null,
    onlyLevels: null,
    onlyHeld: null,
  }
  const deemed = (change: Partial<DeemingRule>) =>
    told({ ...shaanxi, deemings: [{ ...deeming, ...change }], substitutions: [] })

  test.each<[about: string, change: Partial<DeemingRule>, value: string]>([
    ['a year', {}, '视同完成一个年度'],
    ['two years', { years: ruled(2) }, '视同完成 2 个年度'],
    ['all years', { covers: ruled('all-years') }, '视同完成审验年限内的全部学习'],
    ['the professional part', { covers: ruled('professional') }, '视同完成专业课，公需课仍然要学'],
    ['the title alone', { covers: ruled('waived') }, '申报职称时不作要求，不产生学时'],
  ])('%s', (_, change, value) => {
    expect(deemed(change)['deemings.post']).toBe(value)
  })

  test('each of its conditions is told by itself', () => {
    const whole: Partial<DeemingRule> = {
      years: ruled(2),
      yearChosen: ruled('any-in-term'),
      leastMonths: ruled(6),
      when: ruled('after-present-title'),
      titleYears: ruled([2022, 2023]),
      onlyFor: ruled(['enterprise']),
    }
    expect(deemed(whole)).toMatchObject({
      'deemings.post.years': '2 个',
      'deemings.post.yearChosen': '任现职期间任意一年',
      'deemings.post.leastMonths': '满 6 个月',
      'deemings.post.when': '在取得现职称之后取得',
      'deemings.post.titleYears': '2022–2023 年',
      'deemings.post.onlyFor': '企业的专业技术人员',
    })
    expect(deemed({ yearChosen: ruled('duty-year') })['deemings.post.yearChosen']).toBe('履行职责的那一年')
    expect(Object.keys(deemed({})).filter((id) => id.startsWith('deemings.'))).toEqual(['deemings.post'])
  })

  test('a past exam that may be used by all, without a ceiling', () => {
    const exam: Substitution = {
      id: 'exam',
      label: '外语考试',
      hoursEach: ruled(hoursOf(40)),
      atMost: ruled(2),
      lastDay: ruled(day('2022-12-31')),
      onlySeriesWithoutExam: ruled(false),
      cappedAtRequirement: ruled(false),
    }
    expect(told({ ...shaanxi, substitutions: [exam] })).toMatchObject({
      'substitutions.exam': '每项代替公需课 40 学时，到 2022 年 12 月 31 日',
      'substitutions.exam.atMost': '2 项',
      'substitutions.exam.lastDay': '2022 年 12 月 31 日，以后不再执行',
      'substitutions.exam.series': '所有系列',
      'substitutions.exam.capped': '没有上限',
    })
    const narrow = { ...exam, onlySeriesWithoutExam: ruled(true), cappedAtRequirement: ruled(true) }
    expect(told({ ...shaanxi, substitutions: [narrow] })).toMatchObject({
      'substitutions.exam.series': '不要求这项考试的系列',
      'substitutions.exam.capped': '不超过公需课的要求',
    })
  })
})

describe('what learning costs', () => {
  const fees = {
    kind: ruled('set' as const),
    onlineFenPerHour: ruled(fen(300)),
    faceToFaceFenPerHour: ruled(fen(450)),
    inclusive: ruled(false),
    onlyTrainingHours: ruled(false),
    reduction: { state: 'silent' as const, note: '没有说县区降不降' },
    doubts: [],
    payrollShareTenths: ruled(15),
  }

  test('a set price, with exam and certificate beside it', () => {
    expect(told({ ...shaanxi, fees })).toMatchObject({
      'fees.kind': '规定价格',
      'fees.online': '统一 3 元/人·课时',
      'fees.faceToFace': '统一 4.5 元/人·课时',
      'fees.inclusive': '另计',
      'fees.onlyTrainingHours': '可以另立项目',
      'fees.payroll': '不低于工资总额的 1.5%',
    })
    const whole = {
      ...fees,
      kind: ruled('ceiling' as const),
      inclusive: ruled(true),
      onlyTrainingHours: ruled(true),
    }
    expect(told({ ...shaanxi, fees: whole })).toMatchObject({
      'fees.kind': '最高不超过',
      'fees.online': '最高 3 元/人·课时',
      'fees.inclusive': '已含在内，不另收费',
      'fees.onlyTrainingHours': '只能收培训费，不能另立项目',
    })
  })

  test('a lower price for some counties, one of which was renamed', () => {
    const reduction = {
      inEffect: ruled(false),
      onlineFenPerHour: ruled(fen(150)),
      faceToFaceFenPerHour: ruled(fen(200)),
      counties: ruled(['甲县', '乙县']),
      aliases: [
        { county: '甲县', name: ruled('甲区'), from: ruled(day('2021-03-05')) },
        {
          county: '乙县',
          name: ruled('乙市'),
          from: { state: 'stated', value: day('2020-01-01'), clause: 'SX22-1', words: '自2020年' } as const,
        },
      ],
    }
    const lines = told({ ...shaanxi, fees: { ...fees, reduction } })
    expect(lines).toMatchObject({
      'fees.reduction': '2 个县区，网络 1.5 元、面授 2 元：甲县、乙县',
      'fees.reduction.inEffect': '不执行',
      'fees.reduction.online': '1.5 元/人·课时',
      'fees.reduction.faceToFace': '2 元/人·课时',
      'fees.reduction.alias.甲县': '2021 年 3 月 5 日起叫甲区',
      'fees.reduction.alias.乙县': '2020 年 1 月 1 日起叫乙市',
      'fees.reduction.alias.乙县.from': '2020 年 1 月 1 日起叫乙市',
    })
    expect(lines).not.toHaveProperty(['fees.reduction.alias.甲县.from'])
    const inEffect = { ...reduction, inEffect: ruled(true) }
    expect(told({ ...shaanxi, fees: { ...fees, reduction: inEffect } })['fees.reduction.inEffect']).toBe(
      '执行',
    )
  })
})

test('a clause of a document that the pack does not list names no document', () => {
  const carryOver = { state: 'stated', value: false, clause: 'SX99-1', words: '不结转' } as const
  const now = instant(Date.parse('2022-08-15T10:00:00+08:00'))
  const view = policyOf({ packs: packLookup([{ ...shaanxi, carryOver }]), now }, 'shaanxi', 2022)
  if (view.state !== 'told') throw new Error('not told')
  const line = view.sections.flatMap(({ lines }) => lines).find(({ id }) => id === 'carryOver')
  expect(line).toMatchObject({ clauseId: 'SX99-1', document: '', words: '不结转' })
})

test('a region without any pack is not told, and has no name', () => {
  const now = instant(Date.parse('2022-08-15T10:00:00+08:00'))
  expect(policyOf({ packs: packLookup([county]), now }, 'qinghai', 2023)).toEqual({
    state: 'no-rule',
    region: 'qinghai',
    regionName: '',
    year: 2023,
    years: [],
  })
})
