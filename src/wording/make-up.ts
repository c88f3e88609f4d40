import type { MakeUpYear } from '@server/policy/views'
import { dayText } from './moment'

/** Whether a past year can be made up, in a few words. */
export const makeUpTitle = ({ year, state }: MakeUpYear): string =>
  state === 'open' ? `${year} 年度可以补学` : `${year} 年度不能再补学`

/** Until when it can be made up, or could. */
export function untilWords({ state, lastDay }: MakeUpYear): string {
  if (state === 'unruled') return '通知没有写这一年度能不能补学，现在不开放。'
  if (lastDay === null) return '通知没有规定补学的截止日期。'
  const day = dayText(lastDay, true)
  return state === 'open' ? `补学和考试到 ${day}为止，当天有效。` : `补学到 ${day}为止，已经结束。`
}

/** Which year these hours fill, and which they do not. */
export const fillsWords = ({ year, currentYear }: { year: number; currentYear: number }): string =>
  `这些学时将计入 ${year} 年度，不计入 ${currentYear} 年度`
