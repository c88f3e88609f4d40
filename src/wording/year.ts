import { addHours, formatHours, type Hours, hundredths, ZERO_HOURS } from '@domain/kernel/hours'
import type { CategoryRing } from '@server/books/hours/views'
import type { HomeView } from '@server/home/views'
import { hoursText } from '@/wording/labels'
import { dayText } from '@/wording/moment'

type Facts = Pick<HomeView, 'missing' | 'deadline' | 'next' | 'complete' | 'year' | 'rings'>

/** The one sentence of the home page: the missing hours, and the last day. */
export function yearSentence(facts: Facts): string {
  if (facts.rings.every(({ required }) => required === null))
    return '本地区不单看一年，申报职称时看近几年的合计'
  if (facts.complete) return `${facts.year} 年度的学时已经学满`
  const lacking = lackingText(facts)
  if (facts.next.kind === 'wait-verification') return `学时已学满，等${facts.next.unitName}核对后计入`
  if (facts.next.kind === 'submit-year')
    return `学时已学满，提交 ${facts.next.year} 年度学时申请，审验通过后计入`
  if (lacking === '') return `${pendingText(facts.rings)}等待核验，核验后计入`
  const until = facts.deadline === null ? '' : `，${dayText(facts.deadline.day)}前完成`
  return `还差 ${lacking}${until}`
}

const lackingText = ({ missing, rings }: Facts): string =>
  rings
    .filter(({ category }) => missing[category] > 0)
    .map(({ category, name }) => `${hoursText(missing[category])}${name}`)
    .join('、')

const pendingText = (rings: readonly CategoryRing[]): string =>
  hoursText(addHours(...rings.map(({ pending }) => pending)))

/** 48/56 学时, with pending hours beside it. */
export function ringWords(ring: CategoryRing): { name: string; amount: string; pending: string } {
  return {
    name: ring.name,
    amount:
      ring.required === null
        ? hoursText(ring.counted)
        : `${formatHours(ring.counted)}/${formatHours(ring.required)} 学时`,
    pending: ring.pending > 0 ? `待核验 ${formatHours(ring.pending)} 学时` : '',
  }
}

/** Counted toward the year: hours above one category's requirement do not fill the other. */
export const countedOfYear = (rings: readonly CategoryRing[]): Hours =>
  addHours(...rings.map(({ counted, required }) => hundredths(Math.min(counted, required ?? counted))))

/** Null where the region asks nothing of a single year. */
export const requiredOfYear = (rings: readonly CategoryRing[]): Hours | null =>
  rings.some(({ required }) => required === null)
    ? null
    : addHours(...rings.map(({ required }) => required ?? ZERO_HOURS))

/** Floor: a ring closes only when nothing is missing. */
export const percentOf = (part: Hours, whole: Hours | null): number =>
  whole === null || whole === 0 ? 0 : Math.floor((part / whole) * 100)
