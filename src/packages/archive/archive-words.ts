import { formatHours, type Hours } from '@domain/kernel/hours'
import type { ArchiveLineView, ArchiveTerms } from '@server/claims/archive/views'
import type { TagProps } from '@/ui/Tag'
import { claimStateText } from '@/wording/claims'
import { dayText } from '@/wording/moment'

export const hoursText = (hours: Hours, { hourName }: Pick<ArchiveTerms, 'hourName'>): string =>
  `${formatHours(hours)} ${hourName}`

/** 自学类每年最多计 40 学时; empty where the notice sets no limit. */
export const capText = (terms: Pick<ArchiveTerms, 'cap' | 'hourName'>): string =>
  terms.cap === null
    ? ''
    : `每人${terms.cap.label.replace(/每年$/, '')}每年最多计 ${hoursText(terms.cap.hours, terms)}`

/** The hours beyond the cap; null where there are none. */
export const overCap = ({ cap, total }: Pick<ArchiveTerms, 'cap'> & { total: Hours }): Hours | null =>
  cap !== null && total > cap.hours ? ((total - cap.hours) as Hours) : null

export const spanText = ({ from, to }: Pick<ArchiveLineView, 'from' | 'to'>): string =>
  from === to
    ? dayText(from, true)
    : `${dayText(from, true)}至 ${dayText(to, from.slice(0, 4) !== to.slice(0, 4))}`

export const standingOf = ({
  claimed,
}: ArchiveLineView): { text: string; tone: NonNullable<TagProps['tone']> } => {
  if (claimed === null) return { text: '还没有申报', tone: 'quiet' }
  const tones = { credited: 'done', returned: 'due', revoked: 'refused' } as const
  const tone = claimed.state in tones ? tones[claimed.state as keyof typeof tones] : 'brand'
  return { text: claimStateText[claimed.state], tone }
}
