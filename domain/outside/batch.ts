import { canonicalJson } from '../kernel/canonical'
import { type Day, day, type Instant } from '../kernel/instant'
import { dateState } from '../policy/dates'
import type { Notice } from '../policy/pack'

/**
 * One row as a provider sends it: a trainee completed a course. Amounts and days are text, because an
 * unreadable row is answered by itself, and must not stop the other rows of its batch.
 */
export interface SentRow {
  /** The provider's own id, unique within the batch. */
  readonly rowId: string
  readonly idNumber: string
  readonly name: string
  readonly courseCode: string
  readonly courseTitle: string
  readonly category: string
  /** 学时 as a decimal: `45`, `6.5`. */
  readonly hours: string
  readonly completedOn: string
  readonly examPassed: boolean
  /** The year that the hours count for, where it differs from the year of the day (make-up, 补学). */
  readonly year?: number | undefined
  readonly mode?: 'online' | 'face-to-face' | undefined
  /** A section of the catalogue that the notice names (乡村振兴板块). */
  readonly section?: string | undefined
  /** The number under which the class was filed and approved before it was held. */
  readonly filing?: string | undefined
}

/** A provider's push at the end of a month (QH23-22): one month, in as many numbered parts as needed. */
export interface SentBatch {
  readonly format: 1
  readonly providerId: string
  readonly region: string
  /** `YYYY-MM`. */
  readonly month: string
  readonly sequence: number
  readonly rows: readonly SentRow[]
}

/** The id of a part of a month, so that the same part is the same batch: `qh-cadre-academy:2023-06:1`. */
export const batchIdOf = ({ providerId, month, sequence }: SentBatch): string =>
  `${providerId}:${month}:${sequence}`

/**
 * The text that a provider signs, independent of the layout of its JSON. The heading keeps the signature from
 * being valid for anything else.
 */
export const signedTextOf = (batch: SentBatch): string => `xueshi outside batch\n${canonicalJson(batch)}`

/** The first day of the batch's month: '2023-06' → '2023-06-01'. Throws where there is no such month. */
export const firstDayOf = (month: string): Day => day(`${month}-01`)

/**
 * Whether a batch arrives after the day that the notice sets for its month; false where it sets none.
 * Worked example: Qinghai's data of June pushed at 2023-06-30T23:59:59+08:00 is in time; a second later it is
 * late, and still accepted (QH23-22).
 */
export function isLate(pack: Pick<Notice, 'dates'>, month: string, at: Instant): boolean {
  const { state } = dateState(pack, { act: 'push-data', at, of: firstDayOf(month) })
  return state === 'late' || state === 'closed'
}
