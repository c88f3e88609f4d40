import type { Day, Instant } from '../../domain/kernel/instant'
import type { Stored } from '../store/port'
import type { BindingState, Channel, Region, RoleName } from './views'

export interface Sealed {
  /** Hex: nonce, tag and text under the key of that version. */
  cipher: string
  keyVersion: number
}

/**
 * What somebody may do for an organisation, and through it for whatever hangs below. Reviewers decide; staff of a bureau
 * see, check and void; a committee reads only. `until` ends a stand-in's grant by itself; null for as long as it is not
 * revoked. `grantedBy` is the person who gave it, empty for the first of a tree.
 */
export interface RoleGrant {
  role: RoleName
  orgId: string
  until: Instant | null
  grantedBy: string
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
}

/** `_id` is the keyed hash of an ID number: its one verified person. */
export interface IdentityKeyDocument extends Stored {
  personId: string
  unitName: string
}

/** `_id` is `unitId:idNumberHash`. */
export interface RosterLineDocument extends Stored {
  unitId: string
  name: string
}

export type OrganisationKind = 'bureau' | 'department' | 'township' | 'unit' | 'base'

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
  registeredAt: Instant
}

/** One pair of neighbouring characters of a name: what a search goes by. `_id` is `term:orgId`. */
export interface OrganisationTermDocument extends Stored {
  term: string
  orgId: string
  name: string
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

/** `_id` is `openid:idNumberHash`: somebody says that a verified binding is not theirs. */
export interface ContestDocument extends Stored {
  name: string
  idNumberMasked: string
  statement: string
  unitId: string
  at: Instant
}

/** Who did what, append-only. `_id` is the act's own id. */
export interface AuditDocument extends Stored {
  actorId: string
  role: string
  scope: string
  action: string
  subjectId: string
  before: string
  after: string
  at: Instant
}

/** What follows from a commit, done later and idempotently. `_id` is the event's own id. */
export interface OutboxDocument extends Stored {
  kind: string
  payload: Record<string, string>
  at: Instant
  state: 'waiting' | 'done'
}
