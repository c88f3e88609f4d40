import type { CertificateState, CertificateView } from '@server/books/certificate/views'
import type { TagProps } from '@/ui/Tag'
import { hoursText } from '@/wording/labels'
import { dateText } from '@/wording/moment'

export const stateText: Record<CertificateState, string> = {
  valid: '有效',
  superseded: '已有新的证书',
  revoked: '已作废',
}

export const stateTone: Record<CertificateState, NonNullable<TagProps['tone']>> = {
  valid: 'done',
  superseded: 'due',
  revoked: 'refused',
}

const LEVELS = { junior: '初级', middle: '中级', senior: '高级' } as const

/** Four characters and a space make a long number readable over the telephone. */
export const numberText = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1 ')

export const levelsText = ({ titleLevels }: CertificateView): string =>
  titleLevels.length === 0 ? '' : `可用于${titleLevels.map((level) => LEVELS[level]).join('、')}职称评审`

export interface HoursLine {
  name: string
  hours: string
}

export const hoursLines = ({ hours, categoryNames }: CertificateView): HoursLine[] => [
  { name: categoryNames.public, hours: hoursText(hours.public) },
  { name: categoryNames.professional, hours: hoursText(hours.professional) },
  { name: '合计', hours: hoursText(hours.total) },
]

export const headline = ({ year, regionName }: CertificateView): string =>
  `${regionName} ${year} 年度学时已学满`

export const issuedText = ({ issuedAt }: CertificateView): string => dateText(issuedAt, true)

/** Two columns of the seal, read from the right as seals are. */
export const SEAL_COLUMNS = ['教育', '继续'] as const
