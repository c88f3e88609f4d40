import type { HeldLevel, PersonLine } from '../policy/pack'

/** Ours: nobody who learns today holds an earlier one, and no title has a longer name. */
export const EARLIEST_TITLE_YEAR = 1950
export const LONGEST_TITLE = 30

/**
 * The 27 series of titles (职称系列) of the national reform. No notice here lists them; they are in this one place, so that
 * a series is chosen and never typed.
 */
export const TITLE_SERIES = [
  '高等学校教师',
  '哲学社会科学研究',
  '自然科学研究',
  '卫生技术',
  '工程技术',
  '农业技术',
  '新闻',
  '出版',
  '图书资料',
  '文物博物',
  '档案',
  '工艺美术',
  '技工院校教师',
  '体育',
  '翻译',
  '播音主持',
  '会计',
  '统计',
  '经济',
  '实验技术',
  '中等职业学校教师',
  '中小学教师',
  '艺术',
  '公共法律服务',
  '船舶',
  '民用航空飞行技术',
  '审计',
] as const
export type TitleSeries = (typeof TITLE_SERIES)[number]

export const HELD_LEVELS = [
  'junior',
  'middle',
  'deputy-senior',
  'full-senior',
] as const satisfies readonly HeldLevel[]

export const HELD_LEVEL_NAMES: Readonly<Record<HeldLevel, string>> = {
  junior: '初级',
  middle: '中级',
  'deputy-senior': '副高级',
  'full-senior': '正高级',
}

/** Worked example: middle and deputy-senior → "中级、副高级". */
export const heldLevelsText = (levels: readonly HeldLevel[]): string =>
  levels.map((level) => HELD_LEVEL_NAMES[level]).join('、')

/** A title that a person holds (现职称): the year is the one in which it was obtained. */
export interface HeldTitle {
  readonly series: TitleSeries
  /** Its name, as on the certificate: 主治医师. */
  readonly title: string
  readonly level: HeldLevel
  readonly obtainedYear: number
}

/**
 * The line of work that a series is of. A notice tells health and accounting apart from all others (QH23-2, NX22-9).
 * Worked example: 卫生技术 → health; 工程技术 → other.
 */
export function lineOfSeries(series: TitleSeries): PersonLine {
  if (series === '卫生技术') return 'health'
  return series === '会计' ? 'accounting' : 'other'
}

export const isSameTitle = (a: HeldTitle | null, b: HeldTitle | null): boolean =>
  a === null || b === null
    ? a === b
    : a.series === b.series && a.title === b.title && a.level === b.level && a.obtainedYear === b.obtainedYear

/** One thing that was said of a person's title; nothing is overwritten, the next stands after it. */
export interface SaidTitle {
  readonly id: string
  /** Null: holds none yet. */
  readonly held: HeldTitle | null
  /** Null while the unit has not looked at it. */
  readonly decided: { readonly verdict: 'verified' | 'doubted' } | null
}

/**
 * The title that the rules use: the last one that the unit verified; where it verified none, the last one said that it
 * did not doubt. Null where nothing was said. `said` goes from the earliest to the latest.
 * Worked example: 中级 of 2018 verified, then 副高级 of 2024 said: 中级 until the unit has verified the other.
 */
export function presentTitle<T extends SaidTitle>(said: readonly T[]): T | null {
  const latestFirst = [...said].reverse()
  return (
    latestFirst.find(({ decided }) => decided?.verdict === 'verified') ??
    latestFirst.find(({ decided }) => decided === null) ??
    null
  )
}
