import type { RoleName } from '../../../domain/organisation/roles'

/** Somebody says that a number verified for another WeChat account is their own: both sides, for whoever decides. */
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
    /** What moves along with the binding, because it is the same person. */
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
