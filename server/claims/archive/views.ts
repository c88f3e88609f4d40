import type { Hours } from '../../../domain/kernel/hours'
import type { ClaimState } from '../../../domain/review/claim'
import type { OwnBody } from '../../kernel/holder'
import type { AttachmentView } from '../evidence/views'

export interface ArchiveLineView {
  /** Names the line: in a claim, and for every act on it. */
  record: string
  lineId: string
  kind: string
  way: string
  title: string
  from: string
  to: string
  how: string
  hours: Hours
  attachments: AttachmentView[]
  revision: number
  unitName: string
  keptByName: string
  keptAt: number
  /** Where the claim is that stands on it; null while nobody has claimed it. */
  claimed: { claimId: string; state: ClaimState } | null
  canChange: boolean
  canWithdraw: boolean
}

/** The terms of an archive under a year's notice. */
export interface ArchiveTerms {
  year: number
  hourName: string
  kinds: { id: string; label: string; ways: readonly string[]; needsPhoto: boolean }[]
  /** The most that counts in a year; null where the notice sets no limit. */
  cap: { hours: Hours; label: string } | null
}

/** One person's archive of a year, as the unit keeps it. */
export interface ArchiveView extends ArchiveTerms {
  personId: string
  name: string
  unitName: string
  /** Of all lines that stand; what is over the cap is kept, and does not count. */
  total: Hours
  lines: ArchiveLineView[]
}

export interface ArchivePerson {
  personId: string
  name: string
  idNumberMasked: string
  total: Hours
  lines: number
  /** The caller themselves: a keeper who fixes hours fixes none of their own. */
  isSelf: boolean
}

export interface ArchivePeopleView extends ArchiveTerms {
  years: number[]
  /** The reviewer's own bodies, of which this is one. */
  bodies: OwnBody[]
  unitName: string
  people: ArchivePerson[]
  next: string | null
}

/** The caller's own archive of a year, as their units have written it down. */
export interface MyArchiveView extends ArchiveTerms {
  unitName: string
  total: Hours
  lines: ArchiveLineView[]
}
