import { formatHours, type Hours } from '@domain/kernel/hours'
import type { CategoryHours, LabelsView, PlanKind, TitleCheckView, TitleYearView } from '@server/titles/views'
import type { IconName } from '@/ui/Icon'
import type { TagProps } from '@/ui/Tag'

type Tone = NonNullable<TagProps['tone']>

export const yearStates: Record<TitleYearView['state'], { text: string; tone: Tone }> = {
  complete: { text: '已完成', tone: 'done' },
  deemed: { text: '视同完成', tone: 'done' },
  summed: { text: '计入累计', tone: 'brand' },
  incomplete: { text: '还没完成', tone: 'due' },
  unverified: { text: '等待审验', tone: 'due' },
  'no-rule': { text: '没有登记', tone: 'quiet' },
  'not-looked-at': { text: '不在其中', tone: 'quiet' },
}

/** How a year stands, in a word; a year of a window that has no hours adds nothing. */
export const standing = ({ state, counted }: Pick<TitleYearView, 'state' | 'counted'>) =>
  state === 'summed' && counted.public + counted.professional === 0
    ? { text: '没有记录', tone: 'quiet' as const }
    : yearStates[state]

export const outcomes: Record<TitleCheckView['outcome'], { text: string; icon: IconName }> = {
  met: { text: '可以申报', icon: 'check-circle' },
  short: { text: '还差', icon: 'time' },
  'no-rule': { text: '通知没有规定', icon: 'info-circle' },
}

export const hoursIn = (hours: Hours, { hour }: LabelsView): string => `${formatHours(hours)} ${hour}`

/** "公需课 24 学时，专业课 48 学时"; zero parts are left out. */
export const bothText = (hours: CategoryHours, labels: LabelsView): string =>
  (['public', 'professional'] as const)
    .filter((category) => hours[category] > 0)
    .map((category) => `${labels[category]} ${hoursIn(hours[category], labels)}`)
    .join('，')

/** The missing hours of a year, without zero parts; empty where none are missing. */
export const missingText = (missing: CategoryHours, labels: LabelsView): string =>
  [
    missing.public > 0 ? `${hoursIn(missing.public, labels)}${labels.public}` : '',
    missing.professional > 0 ? `${hoursIn(missing.professional, labels)}${labels.professional}` : '',
  ]
    .filter((part) => part !== '')
    .join('、')

export const planNames: Record<PlanKind, string> = {
  cheapest: '最省钱',
  fastest: '最快',
  'fewest-evenings': '最少晚上',
}
