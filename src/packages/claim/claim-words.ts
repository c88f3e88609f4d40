import type { Hours } from '@domain/kernel/hours'
import { formatHours } from '@domain/kernel/hours'
import type { ClaimEventKind, ClaimState } from '@domain/review/claim'
import type { TimelineView } from '@server/claims/filing/views'
import type { TagProps } from '@/ui/Tag'
import { dayText } from '@/wording/moment'

export const claimStateTone: Record<ClaimState, NonNullable<TagProps['tone']>> = {
  submitted: 'brand',
  returned: 'due',
  credited: 'done',
  rejected: 'refused',
  withdrawn: 'quiet',
  lapsed: 'refused',
  revoked: 'refused',
}

export const hoursIn = (hours: Hours, name: string): string => `${formatHours(hours)} ${name}`

const EVENTS: Record<ClaimEventKind, (event: TimelineView, hourName: string) => string> = {
  submitted: () => '提交申报',
  resubmitted: () => '补正后再次提交',
  approved: ({ orgName }) => `${orgName}通过`,
  reduced: ({ orgName, hours }, name) => `${orgName}认定为 ${hours === null ? '' : hoursIn(hours, name)}`,
  skipped: ({ orgName }) => `不经过${orgName}`,
  returned: ({ orgName }) => `${orgName}退回补正`,
  rejected: ({ orgName }) => `${orgName}没有通过`,
  withdrawn: () => '撤回申报',
  transferred: ({ orgName }) => `${orgName}转交`,
  opinion: ({ orgName }) => `${orgName}的意见`,
  moved: () => '转到新单位审核',
  lapsed: () => '过期未办完',
  credited: ({ hours }, name) => (hours === null ? '认定通过' : `记入 ${hoursIn(hours, name)}`),
  revoked: ({ orgName }) => `${orgName}撤销`,
  reinstated: ({ orgName }) => `${orgName}恢复`,
}

export const eventText = (event: TimelineView, hourName: string): string =>
  EVENTS[event.kind](event, hourName)

/** The day by which to submit, and the consequence of a later submission. */
export const deadlineText = ({ day, hard }: { day: string; hard: boolean }): string =>
  hard ? `${dayText(day, true)}当天截止，过后关闭` : `请在 ${dayText(day, true)}前提交，过后算迟，仍然受理`
