import type { Region } from '../../domain/kernel/regions'
import type { OrganisationKind, RoleName } from '../../domain/organisation/roles'
import type { BindingState } from '../people/views'
import type { OrganisationDocument } from './documents'

export type Line = OrganisationDocument['line']

export interface OrganisationView {
  id: string
  name: string
  kind: OrganisationKind
  parentId: string | null
  parentName: string
  region: Region
  state: OrganisationDocument['state']
  /** Why it was returned; empty otherwise. */
  reviewNote: string
  line: Line
  selfReviewing: boolean
  isPrivate: boolean
  /** What it is for the law; null where nobody recorded it. */
  nature: OrganisationDocument['nature']
  county: string
  certifies: boolean
  /** Former and other names, with the day until which each was official (`2022-08-15`). */
  aliases: readonly { name: string; until: string | null }[]
}

/** A body that waits for its review, and its registrar; null where they have not registered themselves yet. */
export interface WaitingOrganisation {
  organisation: OrganisationView
  registrar: RegistrarView | null
  /** Who else registered the same name here; their ids go back with the confirmation. */
  namesakes: readonly Namesake[]
  registeredAt: number
}

/** `personId` and `version` go back with the confirmation: it is of the registration that was read, and of no later one. */
export interface RegistrarView {
  personId: string
  version: number
  name: string
  idNumberMasked: string
  mobileMasked: string
  binding: BindingState
  /** Whether they registered themselves with this very body, and the unit that they named. */
  isOfBody: boolean
  unitName: string
}

export interface Namesake {
  orgId: string
  state: OrganisationView['state']
  registrarName: string
  registeredAt: number
}

export interface TreeView {
  /** Null at the top: then `children` are the bodies that one's own roles are for. */
  body: OrganisationView | null
  /** From the top of one's own scope down to the body's parent. */
  above: readonly { id: string; name: string }[]
  waiting: readonly WaitingOrganisation[]
  children: readonly OrganisationView[]
  next: string | null
  /** The acts allowed on the body, and on the bodies that wait below it. */
  may: { review: boolean; rename: boolean; setUp: boolean; grant: readonly RoleName[] }
}

export interface HolderView {
  personId: string
  name: string
  mobileMasked: string
  role: RoleName
  until: number | null
  grantedByName: string
  grantedAt: number
  /** Whether the caller may end it. */
  revocable: boolean
}

export interface CandidateView {
  personId: string
  name: string
  idNumberMasked: string
  mobileMasked: string
}

export interface MoveView {
  personId: string
  moveId: string
  personName: string
  idNumberMasked: string
  fromUnitName: string
  toUnitId: string
  toUnitName: string
  state: 'waiting' | 'confirmed' | 'refused' | 'withdrawn'
  note: string
  at: number
}

/** A person's standing with their unit: the body they registered, the move they asked for, the units before. */
export interface BelongingView {
  organisation: OrganisationView
  /** Whether they registered this body themselves, so that they fix it when it is returned. */
  isRegistrar: boolean
  move: MoveView | null
  memberships: readonly { unitName: string; from: number; until: number | null }[]
}
