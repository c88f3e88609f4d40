import type { Day, Instant } from '../../domain/kernel/instant'
import type { OrganisationKind, RoleGrant, RoleName } from '../../domain/organisation/roles'
import type { Stored } from '../kernel/store/port'
import type { BindingState, Channel, Region } from './views'

export interface Sealed {
  /** Hex: nonce, tag and text under the key of that version. */
  cipher: string
  keyVersion: number
}

/** A real person. `_id` is random; who they are in WeChat is in `bindings`. */
export interface PersonDocument extends Stored {
  openid: string
  name: string
  idNumber: Sealed
  idNumberHash: string
  idNumberMasked: string
  mobile: Sealed
  mobileMasked: string
  unitId: string
  unitName: string
  unitParentName: string
  region: Region
  /** Since when they belong to this unit; absent where they never moved. */
  memberSince?: Instant
  binding: BindingState
  bindingNote: string
  /** The act that decided the binding last, so that the same decision twice is one. */
  decisionId: string
  roles: RoleGrant[]
  channel: Channel
  consent: { version: string; at: Instant }
  registeredAt: Instant
}

/** `_id` is the openid: one WeChat account, one person. */
export interface BindingDocument extends Stored {
  personId: string
}

/** `_id` is the openid: what registration has so far, before there is a person. */
export interface RegistrationDocument extends Stored {
  consent: { version: string; at: Instant } | null
  mobile: Sealed | null
  mobileMasked: string | null
  /** What they contested last, whether or not somebody holds that number: the answer must not tell. */
  contest?: { id: string; idNumberMasked: string; at: Instant }
  /** Since when the person of this account is bound to another one, and who decided that. */
  moved?: { at: Instant; orgName: string }
}

/** `_id` is the keyed hash of an ID number: its one verified person. */
export interface IdentityKeyDocument extends Stored {
  personId: string
  unitName: string
}

/** `_id` is `unitId:idNumberHash`. Index byUnit: (unitId, name). */
export interface RosterLineDocument extends Stored {
  unitId: string
  name: string
  /** What an import brought beside the name; lines of a seed have none. */
  details?: {
    importId: string
    idNumberMasked: string
    mobileMasked: string
    position: string
    remark: string
  }
}

/**
 * One body of the tree. `path` holds the ids from the top down to itself: scope is whether a path goes through somebody's
 * organisation, whatever the depth. Indexes byParent: (parentId, name), byState: (parentId, state, registeredAt).
 */
export interface OrganisationDocument extends Stored {
  name: string
  kind: OrganisationKind
  parentId: string | null
  parentName: string
  path: string[]
  region: Region
  areaCode: string
  /** Former and other names, each with the day until which it was official; null for a by-name. */
  aliases: { name: string; until: Day | null }[]
  /** Its own line of training and review (QH23-2); null for the usual way. */
  line: 'health' | 'accounting' | null
  /** Verifies its own people's hours (自主审验单位, QH23-11). */
  selfReviewing: boolean
  /** Non-public: its township is its department (NY22-15). */
  isPrivate: boolean
  /** Whether it may certify claims; withdrawn by a bureau, with the reason (SX22-16). */
  certifies: { allowed: boolean; reason: string; since: Instant | null }
  /** Registered by somebody, and reviewed by the body above it (NY22-13). */
  state: 'registered' | 'verified' | 'returned'
  /** Who registered it, and becomes its administrator once it is verified; empty for what a seed founded. */
  registrarOpenid: string
  /** Why it was returned; empty otherwise. */
  reviewNote: string
  decidedByName: string
  decidedAt: Instant | null
  registeredAt: Instant
}

/** One official name once under each parent: `_id` is `parentId:name`. */
export interface OrganisationNameDocument extends Stored {
  orgId: string
}

/** Who holds what: one grant of a person, kept after it was revoked. `_id` is `personId:role:orgId`. Index byOrg: (orgId, state, grantedAt). */
export interface RoleHolderDocument extends Stored {
  personId: string
  personName: string
  mobileMasked: string
  role: RoleName
  orgId: string
  state: 'valid' | 'revoked'
  until: Instant | null
  grantedBy: string
  grantedByName: string
  grantedAt: Instant
}

/** Where somebody belonged and when. `_id` is `personId:from`. Index byPerson: (personId, -from). */
export interface MembershipDocument extends Stored {
  personId: string
  unitId: string
  unitName: string
  region: Region
  from: Instant
  until: Instant | null
}

/** A person's last wish to move to another unit, which that unit decides. `_id` is the person's. Index byUnit: (toUnitId, state, at). */
export interface MoveDocument extends Stored {
  moveId: string
  personName: string
  idNumberMasked: string
  fromUnitId: string
  fromUnitName: string
  toUnitId: string
  toUnitName: string
  state: 'waiting' | 'confirmed' | 'refused' | 'withdrawn'
  note: string
  at: Instant
}

/**
 * One pair of neighbouring characters of a name: what a search goes by. `as`: somebody's unit, or a body that others
 * register under; a township is both. `_id` is `term:orgId`, with `above:` before it for the latter.
 */
export interface OrganisationTermDocument extends Stored {
  as: 'unit' | 'above'
  term: string
  orgId: string
  name: string
  /** Former names and by-names, which are found too. */
  otherNames: string
  parentName: string
  region: Region
}

/** `_id` is the token that a QR code carries in `scene`. */
export interface EntryTokenDocument extends Stored {
  kind: 'unit' | 'course'
  unitId: string
  courseId: string | null
  expiresAt: Instant
  singleUse: boolean
  usedBy: string | null
}

/** `_id` is the keyed hash of a phone code: used once. */
export interface PhoneCodeDocument extends Stored {
  openid: string
}

/** `_id` is `openid:day:channel`: how somebody came in (SX22-12). */
export interface VisitDocument extends Stored {
  scene: number
  at: Instant
}

/**
 * Somebody says that a number verified for another account is their own. `_id` is a keyed hash of openid and number: one
 * contest of each, opened again where it was decided and comes back. Indexes byUnit: (unitId, state, at), byAbove:
 * (aboveOrgId, state, at), byHolder: (holderId, at).
 */
export interface ContestDocument extends Stored {
  openid: string
  name: string
  idNumberMasked: string
  statement: string
  holderId: string
  /** The holder's unit, and the body that decides where the unit cannot. */
  unitId: string
  aboveOrgId: string
  state: 'open' | 'rebound' | 'kept'
  reason: string
  decisionId: string
  decidedByName: string
  decidedForName: string
  decidedAt: Instant | null
  at: Instant
}

/**
 * Who did what, append-only. `_id` is the act's own id. The places are the path of the scope, from the top down, so that
 * each body's log is an index; the clock files them, and nothing else of a line ever changes. Indexes byPlace1…6:
 * (placeN, -at), byActor: (actorId, -at), bySubject: (subjectId, -at), byFiled: (isFiled, at), byAge: (kept, at).
 */
export interface AuditDocument extends Stored, AuditPlaces {
  actorId: string
  role: string
  scope: string
  action: string
  subjectId: string
  before: string
  after: string
  /** What the phone says it is, empty where it said nothing: a hint, never a proof. */
  device: string
  /** The same in every line: what an index by age alone begins with. */
  kept: 'line'
  isFiled: boolean
  at: Instant
}

export interface AuditPlaces {
  place1: string
  place2: string
  place3: string
  place4: string
  place5: string
  place6: string
}

/** What follows from a commit, done later and idempotently. `_id` is the event's own id. */
export interface OutboxDocument extends Stored {
  kind: string
  payload: Record<string, string>
  at: Instant
  state: 'waiting' | 'done'
}
