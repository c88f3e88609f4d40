import { formatHours, type Hours } from '../../../domain/kernel/hours'
import type { ClaimEvent, ClaimEventKind } from '../../../domain/review/claim'
import type { EvidenceLine } from '../../books/hours/documents'
import type { ClaimDocument } from '../filing/documents'

type Say = (event: ClaimEvent, hours: string) => string

/** The evidence of a claimed credit, as the trainee reads it later: who decided what, and how many hours. */
const SAY: Partial<Record<ClaimEventKind, Say>> = {
  submitted: (_, hours) => `提交申报${hours === '' ? '' : `，申报 ${hours}`}`,
  resubmitted: (_, hours) => `补正后再次提交${hours === '' ? '' : `，申报 ${hours}`}`,
  approved: ({ orgName, byName }, hours) =>
    `${orgName}${byName}审核通过${hours === '' ? '' : `，认定 ${hours}`}`,
  reduced: ({ orgName, byName, note }, hours) => `${orgName}${byName}认定 ${hours}，减少的原因：${note}`,
  returned: ({ orgName, note }) => `${orgName}退回补正：${note}`,
  transferred: ({ note }) => `转办：${note}`,
  skipped: ({ note }) => note,
  opinion: ({ orgName, byName, note }) => `${orgName}${byName}的意见：${note}`,
}

const textOf = (hours: Hours | null, hourName: string): string =>
  hours === null ? '' : `${formatHours(hours)} ${hourName}`

export const evidenceOfClaim = (
  { events }: Pick<ClaimDocument, 'events'>,
  hourName: string,
): EvidenceLine[] =>
  events.flatMap((event) => {
    const text = SAY[event.kind]?.(event, textOf(event.hours, hourName))
    return text === undefined ? [] : [{ at: event.at, text }]
  })
