import { canonicalJson } from '../kernel/canonical'
import { type Day, day, type Instant } from '../kernel/instant'
import { dateState } from '../policy/dates'
import type { Notice } from '../policy/pack'

/**
 * One line as a provider sends it: somebody completed something. Amounts and days are text, because a line that cannot be
 * read must be answered as that line, and never stand in the way of the others of its batch.
 */
export interface SentRow {
  /** The provider's own, unique within the batch. */
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
  /** The year it counts for, where that is not the year of the day (a year made up for). */
  readonly year?: number | undefined
  readonly mode?: 'online' | 'face-to-face' | undefined
  /** A part of the catalogue that the notice names (乡村振兴板块). */
  readonly section?: string | undefined
  /** Under which number the class was filed and approved before it was held. */
  readonly filing?: string | undefined
}

/** What a provider pushes at a month's end (QH23-22): one month, in as many numbered parts as it takes. */
export interface SentBatch {
  readonly format: 1
  readonly providerId: string
  readonly region: string
  /** `YYYY-MM`. */
  readonly month: string
  readonly sequence: number
  readonly rows: readonly SentRow[]
}

/** `qh-cadre-academy:2023-06:1`: the same part of the same month is the same batch. */
export const batchIdOf = ({ providerId, month, sequence }: SentBatch): string =>
  `${providerId}:${month}:${sequence}`

/** What a provider signs, whatever the layout of its JSON: a heading, so that it is no signature of anything else. */
export const signedTextOf = (batch: SentBatch): string => `xueshi outside batch\n${canonicalJson(batch)}`

/** The first day of the batch's month; throws where there is no such month. */
export const firstDayOf = (month: string): Day => day(`${month}-01`)

/**
 * Whether a batch comes after the day that the notice sets for its month. Worked example: Qinghai's data of June pushed
 * at 2023-06-30T23:59:59+08 is in time; a second later it is late, and taken (QH23-22). Where no day is set, none is late.
 */
export function isLate(pack: Pick<Notice, 'dates'>, month: string, at: Instant): boolean {
  const { state } = dateState(pack, { act: 'push-data', at, of: firstDayOf(month) })
  return state === 'late' || state === 'closed'
}
