import { formatHours, type Hours } from '../../domain/kernel/hours'
import type { Fen } from '../../domain/kernel/money'
import type { EvidenceField } from '../../domain/policy/learning-kind'
import type {
  DeemingCondition,
  HoursRoute,
  Labels,
  LearningMode,
  PersonKind,
  PersonLine,
  PolicyPack,
  ReviewStep,
  TitleLevel,
} from '../../domain/policy/pack'

/** Words for the members of the packs' closed lists: a member added there does not compile until it has its word here. */
export const MODES: Readonly<Record<LearningMode, string>> = { online: '线上', 'face-to-face': '线下' }

export const ROUTES: Readonly<Record<HoursRoute, string>> = {
  online: '网络学习',
  'face-to-face': '面授学习',
  claim: '申报认定',
  import: '由学习平台送来',
}

const PEOPLE: Readonly<Record<PersonKind, string>> = {
  enterprise: '企业',
  institution: '事业单位',
  intermediary: '社会中介组织',
  temporary: '临聘岗位',
  'central-unit': '中央驻地方单位',
  'private-unit': '民办机构',
  'garrison-kindergarten': '驻军幼儿园',
  'no-unit': '没有工作单位',
}

const LINES: Readonly<Record<PersonLine, string>> = { health: '卫生', accounting: '会计', other: '其他行业' }

export const STEPS: Readonly<Record<ReviewStep, string>> = {
  unit: '所在单位',
  township: '乡镇（街道）',
  department: '主管部门',
  'line-department': '行业主管部门',
  bureau: '人社部门',
}

export const LEVELS: Readonly<Record<TitleLevel, string>> = { junior: '初级', middle: '中级', senior: '高级' }

const EVIDENCE: Readonly<Record<Exclude<EvidenceField, 'hours'>, string>> = {
  title: '名称',
  organiser: '举办单位',
  'from-to': '起止日期',
  days: '天数',
  'travel-days': '路程天数',
  'certificate-number': '证书编号',
  level: '级别',
  'author-rank': '署名位次',
  doi: 'DOI',
  isbn: 'ISBN',
  'patent-number': '专利号',
  school: '学校',
  'document-number': '文件号',
  photo: '证明照片',
}

export const DEEMED_WHEN: Readonly<Record<DeemingCondition, string>> = {
  'within-years-looked-at': '在审验年限内入学并毕业',
  'after-present-title': '在取得现职称之后取得',
  'city-committee': '由市里组建的职称评审委员会评审',
}

export const joined = <K extends string>(words: Readonly<Record<K, string>>, keys: readonly K[]): string =>
  keys.map((key) => words[key]).join('、')

export const evidenceName = (name: EvidenceField, { hour }: Labels): string =>
  name === 'hours' ? hour : EVIDENCE[name]

export const hoursOf = (labels: Labels, hours: Hours): string => `${formatHours(hours)} ${labels.hour}`

/** Kinds of people, named by their place of work. */
export const peopleName = (people: readonly PersonKind[]): string => `${joined(PEOPLE, people)}的专业技术人员`

/** Lines of work in one phrase. */
export const linesName = (lines: readonly PersonLine[]): string => `${joined(LINES, lines)}专业技术人员`

/** Levels of titles as the pack names them. */
export const levelsName = ({ titles }: Pick<PolicyPack, 'titles'>, levels: readonly TitleLevel[]): string =>
  levels.map((level) => titles.find((title) => title.level === level)?.label ?? LEVELS[level]).join('、')

/** Formats 分 as 元 without trailing zeros: 360 → 3.6 元. */
export const yuanOf = (fen: Fen): string => `${Number((fen / 100).toFixed(2))} 元`

/** A day in Chinese. Worked example: `2022-09-30` → 2022 年 9 月 30 日. */
export function dayName(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}

/** The years in one phrase. Worked example: 2018, 2019, 2020 → 2018–2020 年; 2018, 2020 → 2018、2020 年. */
export function yearsName(years: readonly number[]): string {
  const sorted = [...years].sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted[sorted.length - 1]]
  if (first === undefined || last === undefined) return ''
  if (first === last) return `${first} 年`
  if (last - first === sorted.length - 1) return `${first}–${last} 年`
  return `${sorted.join('、')} 年`
}
