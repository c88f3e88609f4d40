import type { RoleName } from '../../../domain/organisation/roles'

/** A contest with both sides, for its decider: another account claims a verified number. */
export interface ContestToDecide {
  contestId: string
  name: string
  idNumberMasked: string
  statement: string
  filedAt: number
  /** The mobile number behind the contesting account; empty where it gave none. */
  mobileMasked: string
  holder: {
    personId: string
    name: string
    mobileMasked: string
    unitName: string
    registeredAt: number
    /** The roles that move along with the binding, because it is the same person. */
    roles: readonly RoleName[]
  }
  /** Not `you`: it is about the reader's own account, or the holder answers for more than this unit. */
  decidedBy: 'you' | 'above' | 'another'
}

export interface ContestsView {
  contests: ContestToDecide[]
  next: string | null
  /** Open contests of the unit, counted up to 100. */
  open: number
}

export interface DecidedContestView {
  contestId: string
  state: 'rebound' | 'kept'
}
