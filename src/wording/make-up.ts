import type { MakeUpYear } from '@server/policy/views'
import { dayText } from './moment'

/** Until when a past year can be made up, or could, as a sentence. */
export function untilWords({ year, state, lastDay }: MakeUpYear): string {
  if (state === 'unruled') return `通知没有写 ${year} 年度能不能补学，现在不开放。`
  if (lastDay === null) return `${year} 年度可以补学，通知没有规定截止日期。`
  const day = dayText(lastDay, true)
  return state === 'open'
    ? `${year} 年度的补学和考试到 ${day}为止，当天有效。`
    : `${year} 年度的补学到 ${day}为止，已经结束。`
}

/** Which year these hours fill, and which they do not. */
export const fillsWords = ({ year, currentYear }: { year: number; currentYear: number }): string =>
  `这些学时将计入 ${year} 年度，不计入 ${currentYear} 年度`
