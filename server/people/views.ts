import type { Hours } from '../../domain/kernel/hours'
import type { Region } from '../../domain/kernel/regions'
import type { RoleName } from '../../domain/organisation/roles'
import type { HeldTitle } from '../../domain/title/held-title'

export type { Channel } from './channel'

export type BindingState = 'claimed' | 'verified' | 'contested'

export interface UnitView {
  id: string
  name: string
  /** 主管部门 or bureau above it, to tell two units of one name apart. */
  parentName: string
  region: Region
}

export interface PersonView {
  id: string
  name: string
  /** 9901**********1234 */
  idNumberMasked: string
  mobileMasked: string
  unit: UnitView
  region: Region
  binding: BindingState
  /** Why a binding is contested, in the reviewer's words; empty otherwise. */
  bindingNote: string
  roles: readonly RoleName[]
}

/** Where a visit should land, decided by the server from channel, token and registration. */
export type Landing =
  | { page: 'enrol'; unit: UnitView | null }
  | { page: 'home' }
  | { page: 'course'; courseId: string }
  | { page: 'review' }

/** A year's standard, so that a newcomer sees how long the way is. */
export interface StandardView {
  regionName: string
  year: number
  public: Hours
  professional: Hours
  /** As the region's notice calls them: 公需课, 公需科目. */
  categoryNames: { public: string; professional: string }
}

/** The state of the caller's own contest of a number. Waiting too where the number has no holder: it must not tell. */
export interface MyContestView {
  state: 'waiting' | 'rebound' | 'kept'
  idNumberMasked: string
  filedAt: number
  /** When the account moves: agreed to, unless the old account objects until then; null where nobody agreed yet. */
  movesAt: number | null
  /** The body that decided, when and why; empty while it waits. */
  orgName: string
  reason: string
  decidedAt: number | null
}

export interface EnterView {
  landing: Landing
  person: PersonView | null
  /** The last contest of this account, as long as the account is no verified person's. */
  contest: MyContestView | null
  /** The person of this account is bound to another WeChat account by now. */
  moved: { at: number; orgName: string } | null
  /**
   * The facts that registration keeps on the server side for this WeChat account (the verified phone number, masked).
   */
  registration: { mobileMasked: string | null; consentVersion: string }
  /** This year's standard where the unit of the code lies (without one: where the service is at home). */
  standard: StandardView | null
}

/** The answer of registration: the person as they are known from now on. */
export interface Registered {
  person: PersonView
}

/** One title as its person said it. `replaced`: another was said before a reviewer looked at it. */
export interface TitleLine {
  titleId: string
  /** Null: holds none yet. */
  held: HeldTitle | null
  saidAt: number
  state: 'waiting' | 'verified' | 'doubted' | 'replaced'
  /** The body that decided, why it doubts, and when; empty while nobody has. */
  orgName: string
  reason: string
  decidedAt: number | null
}

export interface TitlesView {
  /** The line that the rules use; null where there is none. */
  presentId: string | null
  /** Whose reviewer verifies them. */
  unitName: string
  lines: TitleLine[]
}
