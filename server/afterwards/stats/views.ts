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
  /** From the top of the caller's scope down to the shown body. */
  path: { orgId: string; orgName: string }[]
  /** Whether people belong to it directly, so that those who are behind can be listed. */
  hasPeople: boolean
  own: FiguresView
  below: FiguresView[]
  next: string | null
  /** The present month, `YYYY-MM`; later months have no figures yet. */
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
