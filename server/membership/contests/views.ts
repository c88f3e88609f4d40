import type { NameLikeness } from '../../../domain/identity/name-likeness'
import type { RoleName } from '../../../domain/organisation/roles'

/** A contest with both sides, for its decider: another account claims a verified number. */
export interface ContestToDecide {
  contestId: string
  name: string
  /** How the contester's name stands to the holder's. */
  names: NameLikeness
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
  /** Who has agreed to move the account; one more person, or the body above, has to. */
  agreedByName: string
  /** What the holder objects; empty where they do not. Then the body above decides. */
  objection: string
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
  /** Open: one more person has to agree. Moving: carried out at `movesAt`, unless the old account objects. */
  state: 'open' | 'moving' | 'rebound' | 'kept'
  movesAt: number | null
}

/** A move of the reader's own account to another one, agreed to, that they can still stop. */
export interface ComingRebind {
  contestId: string
  movesAt: number
  filedAt: number
  /** The body that agreed. */
  orgName: string
  /** Of the account that it goes to. */
  mobileMasked: string
}
