import type { Hours } from '../../../domain/kernel/hours'
import type { ClaimEventKind, ClaimState } from '../../../domain/review/claim'
import type { PolicyLine, PolicyRule } from '../../policy/views'
import type { AttachmentView } from '../evidence/views'

export type FieldInput =
  | 'text'
  | 'number'
  | 'decimal'
  | 'day'
  | 'year'
  | 'choice'
  | 'confirm'
  /** One line of the archive that the unit keeps. */
  | 'record'
  /** The content of that line: shown, and never typed. */
  | 'kept'
  /** What the register says of the person, in the hint: shown, and never typed. */
  | 'known'

/** One thing that the form asks, as the kind's evidence has it. */
export interface FieldView {
  id: string
  label: string
  input: FieldInput
  required: boolean
  hint: string
  /** Of a choice; `stop` is why a claimant who chooses this can save themselves the evening. */
  options: { value: string; label: string; stop: string }[]
}

export type KindGroup = 'hours' | 'deeming' | 'year'

export interface KindView {
  id: string
  group: KindGroup
  label: string
  /** The hours that the kind gives, by which formula, under which caps and conditions, each with its clause. */
  line: PolicyLine
  fields: FieldView[]
  needsPhoto: boolean
}

export interface KindsView {
  year: number
  years: number[]
  regionName: string
  hourName: string
  kinds: KindView[]
  /** The content that never counts, no matter who teaches it. */
  exclusions: PolicyRule[]
  /** Parts of a year that cannot be had by a claim. */
  notClaimable: PolicyRule[]
  /** The learning that counts by itself, so that no claim is needed. */
  automatic: string[]
  /** Set where the year can no longer be claimed. */
  closed: { day: string; clauseId: string } | null
}

export type { AttachmentView }

export interface DraftView {
  draftId: string
  kind: string
  kindLabel: string
  targetYear: number
  fields: Record<string, string>
  attachments: AttachmentView[]
  /** The returned claim that it corrects. */
  claimId: string | null
  /** The corrections that the return asked for, by field. */
  asks: { field: string; text: string }[]
  submitted: boolean
  savedAt: number
}

export interface OddityView {
  code: string
  text: string
}

export interface StepView {
  orgName: string
  state: 'done' | 'now' | 'waiting' | 'skipped'
  note: string
}

export interface PreviewView {
  kindLabel: string
  title: string
  year: number
  hourName: string
  /** The hours of the facts under the formula; null where a reviewer recognises them, or where none are claimed. */
  hours: Hours | null
  formula: string
  /** As the account stands now, were it approved in full. */
  effect: { counted: Hours; overCap: Hours; capLabel: string; categoryName: string } | null
  oddities: OddityView[]
  chain: StepView[]
  /** The day by which it should be in, and what happens then. */
  deadline: { day: string; hard: boolean; label: string } | null
}

export interface ClaimCard {
  claimId: string
  kind: string
  kindLabel: string
  title: string
  year: number
  state: ClaimState
  hours: Hours | null
  hourName: string
  /** Whose turn it is; empty where nobody's. */
  waitsFor: string
  submittedAt: number
  asks: number
}

export interface TimelineView {
  kind: ClaimEventKind
  at: number
  byName: string
  orgName: string
  note: string
  hours: Hours | null
}

/** A field that a resubmission changed, with its values before and after. */
export interface DifferenceView {
  field: string
  label: string
  before: string
  after: string
}

export interface ClaimView extends ClaimCard {
  fields: { id: string; label: string; text: string }[]
  attachments: AttachmentView[]
  steps: StepView[]
  timeline: TimelineView[]
  openAsks: { field: string; label: string; text: string }[]
  difference: DifferenceView[]
  oddities: OddityView[]
  /** The ledger line, once credited with hours. */
  entry: { entryId: string; year: number } | null
  dueDay: string | null
  canWithdraw: boolean
}
