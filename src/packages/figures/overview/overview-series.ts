import { formatHours, hundredths } from '@domain/kernel/hours'
import type { FiguresView, OverviewView } from '@server/afterwards/stats/views'
import type { ChartPicture, ChartPoint } from '@/ui/Chart/chart-options'
import { byNeed, percentOf, shortHours } from '../overview-words'

type Months = OverviewView['months']
type Of = Pick<OverviewView, 'year' | 'asOf' | 'months'>

/** More bars than this are no longer compared at a glance; the list below has everybody. */
const MOST_BARS = 8
const NAME_CHARACTERS = 7
/** Two labels over columns that are nearer than this would run into each other. */
const APART = 3
const WHOLE = 100

interface ShownMonth {
  month: number
  hours: number
  completed: number
  hasBegun: boolean
}

function shownMonths({ year, asOf, months }: Of): ShownMonth[] {
  return Array.from({ length: 12 }, (_, index) => {
    const key = `${year}-${String(index + 1).padStart(2, '0')}`
    const found = months.find(({ month }) => month === key)
    return {
      month: index + 1,
      hours: found?.hours ?? 0,
      completed: found?.completed ?? 0,
      hasBegun: key <= asOf,
    }
  })
}

/** The last month of the year that has begun: the present one, December of a past year. */
const lastOf = (shown: readonly ShownMonth[]): ShownMonth | undefined =>
  shown.filter(({ hasBegun }) => hasBegun).at(-1)

/** Hours by the month in which they were earned. The highest column and the latest month carry their number. */
export function hoursPicture(of: Of): ChartPicture {
  const shown = shownMonths(of)
  const last = lastOf(shown)?.month ?? 0
  const most = Math.max(...shown.map(({ hours }) => hours))
  const highest = shown.find(({ hours }) => hours === most)?.month ?? 0
  const isLabelled = (month: number): boolean =>
    month === last || (month === highest && (Math.abs(highest - last) >= APART || isSilent(shown, last)))
  return {
    kind: 'columns',
    tone: 'done',
    most: roundTop(most),
    axisText: shortHours,
    points: shown.map(({ month, hours, hasBegun }) => ({
      name: `${month}月`,
      value: hasBegun ? hours : null,
      label: hours > 0 && isLabelled(month) ? shortHours(hours) : '',
      words: `${month} 月${hasBegun ? ` ${formatHours(hundredths(hours))} 学时` : '还没到'}`,
    })),
  }
}

/** 8 月 136 学时，共 2024 学时. */
export function hoursWords(of: Of): string {
  const begun = shownMonths(of).filter(({ hasBegun }) => hasBegun)
  const last = begun.at(-1)
  if (!last) return '这一年还没开始'
  const sum = begun.reduce((all, { hours }) => all + hours, 0)
  return `${last.month} 月 ${formatHours(hundredths(last.hours))} 学时，共 ${formatHours(hundredths(sum))} 学时`
}

/** A month without hours has no number, so the one beside it may have. */
const isSilent = (shown: readonly ShownMonth[], month: number): boolean =>
  (shown.find(({ month: of }) => of === month)?.hours ?? 0) === 0

/** The next 1, 2, 4, 6 or 8 with zeros: a number whose half is a plain one too. In hours, as the axis is read. */
export function roundTop(most: number): number {
  const hours = Math.max(2, most / 100)
  const power = 10 ** Math.floor(Math.log10(hours))
  const step = [1, 2, 4, 6, 8, 10].find((one) => one * power >= hours) ?? 10
  return step * power * 100
}

interface Completed {
  picture: ChartPicture
  /** 到 8 月，12 人中有 6 人完成（50%）. */
  words: string
  /** Complete without a month of this year: deemed so, or made up in another year. */
  withoutMonth: number
}

/** How many percent of the people registered now had completed the year, month after month. */
export function completedByMonth(of: Of, { people, complete }: FiguresView): Completed {
  const shown = shownMonths(of)
  const last = lastOf(shown)
  let done = 0
  const points = shown.map(({ month, completed, hasBegun }): ChartPoint => {
    done += completed
    const percent = percentOf(done, people)
    return {
      name: `${month}月`,
      value: hasBegun ? percent : null,
      label: month === last?.month ? `${percent}%` : '',
      words: hasBegun ? `到 ${month} 月 ${done} 人，${percent}%` : `${month} 月还没到`,
    }
  })
  return {
    picture: { kind: 'line', tone: 'brand', most: WHOLE, axisText: (value) => `${value}%`, points },
    words: last ? `到 ${last.month} 月，${people} 人中有 ${done} 人完成` : '这一年还没开始',
    withoutMonth: Math.max(0, complete - done),
  }
}

/** The bodies below, furthest behind first, each with the percentage that has completed. */
export function bodiesPicture(below: readonly FiguresView[]): ChartPicture {
  const shown = byNeed(below).slice(0, MOST_BARS)
  const names = shortNames(shown.map(({ orgName }) => orgName))
  return {
    kind: 'bars',
    tone: 'brand',
    most: WHOLE,
    axisText: (value) => `${value}%`,
    points: shown.map(({ orgName, people, complete }, index) => {
      const percent = percentOf(complete, people)
      return {
        name: names[index] ?? orgName,
        value: percent,
        label: `${percent}%`,
        words: `${orgName} ${complete}/${people} 人完成，${percent}%`,
      }
    }),
  }
}

/** Names beside bars: without the place or the brackets that all share (长宁市…（演示）), and at most seven characters wide. */
export function shortNames(names: readonly string[]): string[] {
  if (names.length < 2) return names.map(cut)
  const place = PLACE.exec(sharedStart(names))?.[0] ?? ''
  const rest = names.map((name) => name.slice(place.length))
  const brackets = /（[^（）]*）$/.exec(rest[0] ?? '')?.[0] ?? ''
  const isShared = brackets !== '' && rest.every((name) => name.endsWith(brackets) && name !== brackets)
  return rest.map((name) => cut(isShared ? name.slice(0, -brackets.length) : name))
}

/** As far as a province, a city, a county or a district reaches. */
const PLACE = /^.*[省市县区州盟旗]/

function cut(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= NAME_CHARACTERS) return name
  return `${characters.slice(0, NAME_CHARACTERS - 1).join('')}…`
}

/** The common beginning of all names; at least one character of each is left over. */
function sharedStart(names: readonly string[]): string {
  const [first = '', ...others] = names
  const most = Math.min(...names.map(({ length }) => length)) - 1
  let shared = 0
  while (shared < most && others.every((name) => name[shared] === first[shared])) shared += 1
  return first.slice(0, shared)
}

/** Hours of this year that were earned in another: a year made up for, or an early course. */
export const elsewhereHours = (year: number, months: Months): number =>
  months.filter(({ month }) => !month.startsWith(`${year}-`)).reduce((sum, { hours }) => sum + hours, 0)
