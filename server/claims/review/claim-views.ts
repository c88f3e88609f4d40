import type { Hours } from '../../../domain/kernel/hours'
import type { ClaimState } from '../../../domain/review/claim'
import type { CategoryRing } from '../../books/hours/views'
import type { ClaimView } from '../filing/views'

/** One claim in a queue: what a glance needs. */
export interface QueueLine {
  claimId: string
  personName: string
  kind: string
  kindLabel: string
  title: string
  year: number
  hourName: string
  /** As claimed, or as the levels before recognised; null where no hours are claimed or nobody has said how many. */
  hours: Hours | null
  /** Of these, what would count after the caps. */
  counted: Hours | null
  /** The oddities of the claim, each a sentence. No claim with one is approved in a batch. */
  odd: string[]
  dueAt: number | null
  isLate: boolean
  revision: number
  stepIndex: number
}

/** A claim that waits for a reviewer below, beyond their day. */
export interface LateLine {
  claimId: string
  personName: string
  kindLabel: string
  waitsFor: string
  dueAt: number
}

export interface ClaimQueueView {
  /** Bodies that one reviews for; the one shown is `orgId`. */
  orgs: { id: string; name: string }[]
  orgId: string
  /** Why it may decide nothing at present, where its certification was withdrawn; empty otherwise. */
  withdrawn: string
  lines: QueueLine[]
  next: string | null
  lateBelow: LateLine[]
}

export interface DoneLine {
  claimId: string
  personName: string
  kindLabel: string
  title: string
  /** The decision in words: 通过, 认定 12 学时, 退回… */
  act: string
  at: number
  /** Where the claim is by now. */
  state: ClaimState
  waitsFor: string
}

export interface DoneView {
  lines: DoneLine[]
  next: string | null
}

/** A claim as its reviewer reads it. */
export interface ClaimToReview {
  claim: ClaimView
  personId: string
  personName: string
  /** Empty where the account has been erased. */
  idNumberMasked: string
  unitName: string
  revision: number
  stepIndex: number
  /** Whether it is this reviewer's turn; else why not. */
  canDecide: boolean
  whyNot: string
  /** The most that may be recognised; null where nobody has said how many yet, or where no hours are claimed. */
  mostHours: Hours | null
  needsHours: boolean
  effect: { counted: Hours; overCap: Hours; capLabel: string; categoryName: string } | null
  /** The person's year as it stands without this claim. */
  rings: CategoryRing[]
  odd: string[]
  /** Bodies of the same level that it can be handed to. */
  transferTo: { id: string; name: string }[]
  dueAt: number | null
  isLate: boolean
}

export interface DecidedView {
  claimId: string
  state: ClaimState
  /** Whose turn it is now; empty where nobody's. */
  waitsFor: string
  hours: Hours | null
}

export interface BatchView {
  approved: string[]
  held: { claimId: string; personName: string; reason: string }[]
}

export interface DelegationView {
  /** The platform's day, `YYYY-MM-DD`: a phone's own may be wrong. */
  today: string
  /** The bodies and people that one may hand one's own review to. */
  bodies: {
    orgId: string
    orgName: string
    colleagues: { personId: string; name: string; mobileMasked: string }[]
  }[]
  given: { personId: string; name: string; orgId: string; orgName: string; until: number }[]
}
