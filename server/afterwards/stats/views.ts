import type { Hours } from '../../../domain/kernel/hours'

export interface FiguresView {
  orgId: string
  orgName: string
  people: number
  verified: number
  complete: number
  behind: number
  publicHours: Hours
  professionalHours: Hours
  claims: { waiting: number; credited: number; late: number }
}

export interface OverviewView {
  year: number
  years: number[]
  /** The bodies that the caller may look at from the top: where they hold a role. */
  scopes: { orgId: string; orgName: string }[]
  /** From the top of the caller's scope down to what is shown. */
  path: { orgId: string; orgName: string }[]
  /** Whether people belong to it directly, so that who is behind can be listed. */
  hasPeople: boolean
  own: FiguresView
  below: FiguresView[]
  next: string | null
  /** The present month, `YYYY-MM`: what lies after it has not been yet. */
  asOf: string
  months: { month: string; hours: Hours; completed: number }[]
}

export interface BehindPerson {
  personId: string
  name: string
  idNumberMasked: string
  verified: boolean
  missingPublic: Hours
  missingProfessional: Hours
  pending: Hours
}

export interface BehindView {
  orgName: string
  year: number
  people: BehindPerson[]
  next: string | null
}
