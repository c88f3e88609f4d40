import { endOfDay, type Instant, yearOf } from '../../../domain/kernel/instant'
import { covers } from '../../../domain/policy/lookup'
import type { DateRule, PolicyPack, YearWindow } from '../../../domain/policy/pack'
import { said } from '../../../domain/policy/value'
import { line, rule } from '../line'
import type { PolicyLine, PolicyRule } from '../views'
import { dayName } from '../words'

/** The pack whose standard holds for a year, and the notice that is in force today and opens its windows. */
export interface YearPacks {
  pack: PolicyPack
  inForce: PolicyPack | null
  year: number
  now: Instant
}

/** 到什么时候: the window of the year itself, then each date for an act. */
export function dateLines({ pack, inForce, year, now }: YearPacks): PolicyLine[] {
  const window = inForce?.windows.find((candidate) => covers(candidate, year))
  const own =
    inForce && window ? [windowLine(inForce, window, { id: 'window', title: `${year} 年度的学习`, now })] : []
  return [...own, ...pack.dates.map((date, index) => dateLine(pack, date, index))]
}

/** 补学: past years that the notice in force today opens, or once opened. */
export function makeUpLines({ inForce, now }: YearPacks): PolicyLine[] {
  if (!inForce) return []
  const past = inForce.windows.filter(({ throughYear }) => throughYear.value < yearOf(now))
  return past.map((window) =>
    windowLine(inForce, window, { id: `makeUp.${window.throughYear.value}`, title: yearsOf(window), now }),
  )
}

function yearsOf({ fromYear, throughYear }: YearWindow): string {
  const through = throughYear.value
  if (fromYear === null) return `${through} 年及以前年度`
  return fromYear === through ? `${through} 年度` : `${fromYear}–${through} 年度`
}

/** The last day of a window; where it has none, that it stays open, and the aim day. */
export function windowLine(
  pack: PolicyPack,
  window: YearWindow,
  { id, title, now }: { id: string; title: string; now: Instant },
): PolicyLine {
  const { lastDay, throughYear, aimDay, kinds } = window
  const day = said(lastDay)
  const aim = aimDay ? `，建议 ${dayName(aimDay.value)}前完成` : ''
  const more: PolicyRule[] = [
    rule(pack, { id: `${id}.years`, title: '适用年度', value: yearsOf(window) }, throughYear),
  ]
  if (kinds) {
    const ways = kinds.value.map((kind) => pack.kinds.find(({ id: own }) => own === kind)?.label ?? kind)
    more.push(rule(pack, { id: `${id}.kinds`, title: '怎样补学', value: ways.join('、') }, kinds))
  }
  if (aimDay)
    more.push(rule(pack, { id: `${id}.aim`, title: '建议完成', value: dayName(aimDay.value) }, aimDay))
  const value =
    day === null
      ? `开放，没有截止日期${aim}`
      : `到 ${dayName(day)}为止${endOfDay(day) <= now ? '，已经结束' : '（含当天）'}`
  return line(pack, { id, title, value, more }, lastDay)
}

function dateLine(
  pack: PolicyPack,
  { act, label, day, force, by, way }: DateRule,
  index: number,
): PolicyLine {
  const id = `dates.${act}.${index}`
  const when = day.value === 'month-end' ? '每个月月底' : `${dayName(day.value)}前（含当天）`
  const late = force.value === 'hard' ? '过后关闭，不再受理' : '过后算迟，仍然受理'
  const more = [rule(pack, { id: `${id}.force`, title: '过了这一天', value: late }, force)]
  if (by) more.push(rule(pack, { id: `${id}.by`, title: '由谁办理', value: by.value.join('、') }, by))
  if (way) more.push(rule(pack, { id: `${id}.way`, title: '怎样办理', value: way.value.join(' → ') }, way))
  return line(pack, { id, title: label, value: `${when}，${late}`, more }, day)
}
