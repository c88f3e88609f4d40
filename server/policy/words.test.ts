import { fen } from '../../domain/kernel/money'
import type { PersonKind } from '../../domain/policy/pack'
import {
  DEEMED_WHEN,
  dayName,
  evidenceName,
  joined,
  LEVELS,
  MODES,
  peopleName,
  ROUTES,
  STEPS,
  yearsName,
  yuanOf,
} from './words'

const labels = { regionName: '', issuerName: '', public: '公需课', professional: '专业课', hour: '学时' }

test.each<[years: number[], said: string]>([
  [[], ''],
  [[2022], '2022 年'],
  [[2018, 2019, 2020], '2018–2020 年'],
  [[2020, 2018, 2019], '2018–2020 年'],
  [[2018, 2020], '2018、2020 年'],
  [[2021, 2018, 2019], '2018、2019、2021 年'],
])('the years %j are said as %s', (years, said) => {
  expect(yearsName(years)).toBe(said)
})

test.each([
  [360, '3.6 元'],
  [400, '4 元'],
  [5, '0.05 元'],
  [1_234, '12.34 元'],
])('%d 分 are %s', (amount, said) => {
  expect(yuanOf(fen(amount))).toBe(said)
})

test('a day is said without its zeros', () => {
  expect(dayName('2022-09-03')).toBe('2022 年 9 月 3 日')
})

test.each<[kinds: PersonKind[], said: string]>([
  [['enterprise'], '企业的专业技术人员'],
  [['institution', 'intermediary'], '事业单位、社会中介组织的专业技术人员'],
  [['temporary', 'central-unit'], '临聘岗位、中央驻地方单位的专业技术人员'],
  [['private-unit', 'garrison-kindergarten', 'no-unit'], '民办机构、驻军幼儿园、没有工作单位的专业技术人员'],
])('people are named by their place of work: %j', (kinds, said) => {
  expect(peopleName(kinds)).toBe(said)
})

test('each piece of evidence has its word, hours the region’s own', () => {
  const names = (
    [
      ...(['hours', 'title', 'organiser', 'from-to', 'days', 'travel-days', 'certificate-number'] as const),
      ...(['level', 'author-rank', 'doi', 'isbn', 'patent-number', 'school', 'document-number'] as const),
      'photo',
    ] as const
  ).map((name) => evidenceName(name, labels))
  expect(names.join(' ')).toBe(
    '学时 名称 举办单位 起止日期 天数 路程天数 证书编号 级别 署名位次 DOI ISBN 专利号 学校 文件号 证明照片',
  )
})

test('the closed lists of the packs, in words', () => {
  expect(joined(MODES, ['online', 'face-to-face'])).toBe('线上、线下')
  expect(joined(ROUTES, ['online', 'face-to-face', 'claim', 'import'])).toBe(
    '网络学习、面授学习、申报认定、由学习平台送来',
  )
  expect(joined(STEPS, ['unit', 'township', 'department', 'line-department', 'bureau'])).toBe(
    '所在单位、乡镇（街道）、主管部门、行业主管部门、人社部门',
  )
  expect(joined(LEVELS, ['junior', 'middle', 'senior'])).toBe('初级、中级、高级')
  expect(DEEMED_WHEN).toEqual({
    'within-years-looked-at': '在审验年限内入学并毕业',
    'after-present-title': '在取得现职称之后取得',
    'city-committee': '由市里组建的职称评审委员会评审',
  })
})
