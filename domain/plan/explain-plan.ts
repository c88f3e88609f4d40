import { formatHours } from '../kernel/hours'
import { daysFrom, formatDay } from '../kernel/instant'
import { type Fen, formatYuan } from '../kernel/money'
import type { Labels } from '../policy/pack'
import type { Plan, PlanKind } from './plan'

type Bare = Omit<Plan, 'why'>
export type BarePlans = Readonly<Record<PlanKind, Bare>>

const NAMES: Readonly<Record<PlanKind, string>> = {
  cheapest: '最省钱',
  fastest: '最快',
  'fewest-evenings': '占用晚上最少',
}
const LEAST: Readonly<Record<PlanKind, string>> = {
  cheapest: '没有费用更低的组合；费用相同的，取学时最少的。',
  fastest: '没有完成得更早的组合；同一天完成的，取占用自己时间最少的。',
  'fewest-evenings': '没有占用自己时间更少的组合；时间相同的，取费用最低的。',
}

/**
 * Words a plan: its sums, its last day, and the reason why it is the least of its kind.
 * Worked example: "比最快的方案少花57.60元，多用16个晚上，晚完成12天。"
 */
export function explainPlan(
  kind: PlanKind,
  plans: BarePlans,
  { labels, weighed }: { labels: Labels; weighed: number },
): string[] {
  const plan = plans[kind]
  const others = (Object.keys(plans) as PlanKind[]).filter((other) => other !== kind)
  return [
    sumsText(plan, labels),
    `比较了${weighed}项可选的课程、班次和认证，${LEAST[kind]}`,
    ...others.map((other) => comparedWith(plan, { name: NAMES[other], other: plans[other] })),
    ...plan.late.map(
      ({ lastDay, doneOn, minutesPerEvening }) =>
        `照现在的安排要到${formatDay(doneOn)}才学完，赶不上${formatDay(lastDay)}的截止；每晚学${minutesPerEvening}分钟就能赶上。`,
    ),
    ...sameDay(plan),
  ]
}

function sumsText({ hours, feeFen, evenings, doneOn, providers }: Bare, labels: Labels): string {
  const parts = (['public', 'professional'] as const)
    .filter((category) => hours[category] > 0)
    .map((category) => `${labels[category]}${formatHours(hours[category])}${labels.hour}`)
  if (parts.length === 0) return '学时已够，不用再学。'
  const own = evenings === 0 ? '不占用晚上' : `用${evenings}个晚上`
  const elsewhere = providers.length > 0 ? '（另在指定平台学习的，费用以该平台为准）' : ''
  return `共${parts.join('、')}，费用${formatYuan(feeFen)}元${elsewhere}，${own}，最早${formatDay(doneOn)}完成。`
}

/** The gain and the loss of this plan against another. */
function comparedWith(plan: Bare, { name, other }: { name: string; other: Bare }): string {
  const fee = other.feeFen - plan.feeFen
  const evenings = other.evenings - plan.evenings
  const minutes = other.ownTimeMinutes - plan.ownTimeMinutes
  const days = daysFrom(plan.doneOn, other.doneOn)
  const ofTime =
    evenings !== 0
      ? `${evenings > 0 ? '少' : '多'}用${Math.abs(evenings)}个晚上`
      : minutes !== 0
        ? `${minutes > 0 ? '少' : '多'}用${Math.abs(minutes)}分钟`
        : ''
  const parts = [
    fee === 0 ? '' : `${fee > 0 ? '少' : '多'}花${formatYuan(Math.abs(fee) as Fen)}元`,
    ofTime,
    days === 0 ? '' : `${days > 0 ? '早' : '晚'}完成${Math.abs(days)}天`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? `和${name}的方案费用、时间都一样。` : `比${name}的方案${parts.join('，')}。`
}

function sameDay({ offers }: Bare): string[] {
  const days = offers.flatMap(({ heldOn }) => heldOn ?? [])
  const twice = [...new Set(days.filter((day, index) => days.indexOf(day) !== index))]
  return twice.map((day) => `${formatDay(day)}有不止一期面授，报名前请先确认时间不冲突。`)
}
