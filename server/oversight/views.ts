import type { Hours } from '../../domain/kernel/hours'
import type { SampleRule } from '../../domain/oversight/draw-sample'
import type { Objection, ObjectionEvent } from '../../domain/oversight/objection'
import type { ChecklistItem, Finding, SampleCounts } from '../../domain/oversight/spot-check'
import type { ClaimState } from '../../domain/review/claim'
import type { ClauseView } from '../books/hours/views'
import type { AttachmentView } from '../claims/filing/views'

export interface CheckCard {
  checkId: string
  /** The chosen scope in words. */
  scopeText: string
  year: number
  startedAt: number
  byName: string
  counts: SampleCounts
}

export interface SampleCard {
  claimId: string
  personName: string
  unitName: string
  title: string
  kindLabel: string
  hours: Hours | null
  finding: (Finding & { byName: string; at: number }) | null
}

export interface CheckView extends CheckCard {
  rule: SampleRule
  seed: string
  drawnFrom: { units: number; unitsLooked: number; claims: number }
  orgName: string
  samples: SampleCard[]
}

/** The effect of voiding one credit, before or after it. */
export interface EffectView {
  /** Of the person's year, in hundredths, before and after. */
  counted: { before: Hours; after: Hours }
  /** Hours that stood beyond a cap and take the place of those voided. */
  flowsBack: Hours
  complete: { before: boolean; after: boolean }
  certificate: 'revoked' | 'superseded' | null
}

export interface SampleView extends SampleCard {
  state: ClaimState
  checklist: readonly ChecklistItem[]
  fields: { label: string; text: string }[]
  /** Each opened by `claim.attachmentUrl`. */
  attachments: AttachmentView[]
  reviewers: { orgName: string; byName: string; at: number }[]
  /** Null where no hours were credited. */
  effect: EffectView | null
  clause: ClauseView
  voiding: VoidingView | null
}

export interface VoidingView {
  voidingId: string
  personName: string
  unitName: string
  title: string
  year: number
  hours: Hours | null
  reason: string
  clause: ClauseView
  byName: string
  orgName: string
  at: number
  certificate: { number: string; became: 'revoked' | 'superseded' } | null
  objection: { state: Objection['state']; statement: string; timeline: ObjectionEvent[] } | null
  /** The line that an upheld objection brought. */
  restoredEntryId: string | null
}

export interface ObjectionCard {
  voidingId: string
  personName: string
  unitName: string
  title: string
  hours: Hours | null
  state: Objection['state']
  filedAt: number
  /** Whether the caller may hear it: at the body that hears it, and no part of what it is about. */
  mayHear: boolean
}

export interface JobView {
  jobId: string
  unitName: string
  from: number
  until: number
  reason: string
  state: 'waiting' | 'done'
  /** Credited claims looked at, and voided, so far. */
  looked: number
  voided: number
  byName: string
  startedAt: number
  finishedAt: number | null
}

export interface CertifyingView {
  unitId: string
  unitName: string
  allowed: boolean
  reason: string
  since: number | null
}

export interface CaseView {
  caseId: string
  subject: { kind: 'person' | 'unit'; name: string; unitName: string }
  conduct: 'false-hours' | 'abuse-of-office'
  statement: string
  evidenceNote: string
  state: 'open' | 'recorded' | 'dismissed' | 'lapsed'
  decisions: { verdict: 'record' | 'dismiss'; reason: string; byName: string; orgName: string; at: number }[]
  lapsesOn: string | null
  clause: ClauseView
  orgName: string
  openedBy: string
  openedAt: number
}

/** One credit of a double, as much of it as can be compared. */
export interface DoubleLine {
  entryId: string
  year: number
  title: string
  hours: Hours
  from: string
  to: string
  /** The kind of its cause: `claim`, `outside`, `course-exam`. */
  way: string
}

/** Credits of one person that look like one. The newest comes first. */
export interface DoubleCard {
  doubleId: string
  personName: string
  unitName: string
  hourName: string
  lines: DoubleLine[]
  at: number
}
