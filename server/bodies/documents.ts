import type { Day, Instant } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import type { OrganisationKind, RoleName } from '../../domain/organisation/roles'
import type { PersonKind } from '../../domain/policy/pack'
import { by, collection, type Raw } from '../kernel/store/collection'
import { IN_OFFICE, RANDOM_ID } from '../kernel/store/personal'
import type { Stored } from '../kernel/store/stored'

/** The kinds of unit that a notice tells apart by their people (QH23-1, QH23-19, NY22-1, NY22-3). */
export const UNIT_NATURES = [
  'enterprise',
  'institution',
  'intermediary',
  'central-unit',
  'garrison-kindergarten',
  'private-unit',
] as const satisfies readonly PersonKind[]
export type UnitNature = (typeof UNIT_NATURES)[number]

/**
 * One body of the tree. `path` holds the ids from the top down to itself: a body is in scope when its path contains the
 * caller's body, at any depth. Indexes byParent: (parentId, name), byState: (parentId, state, registeredAt), byRegion:
 * (region, kind, registeredAt).
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
  /** What it is for the law, as far as a notice distinguishes its people; null where nobody recorded it. */
  nature: UnitNature | null
  /** Its county, by which prices are lowered (SX20-11); empty where nobody recorded it. */
  county: string
  /** Whether it may certify claims; withdrawn by a bureau, with the reason (SX22-16). */
  certifies: { allowed: boolean; reason: string; since: Instant | null }
  /** Which body above said each of these last: no body below that one says it otherwise. */
  saidBy: SaidBy
  /** Registered by a person, and reviewed by the body above it (NY22-13). */
  state: 'registered' | 'verified' | 'returned'
  /** The registrar, who becomes its administrator once it is verified; empty for a body founded by a seed. */
  registrarOpenid: string
  /** Why it was returned; empty otherwise. */
  reviewNote: string
  decidedByName: string
  decidedAt: Instant | null
  registeredAt: Instant
}

export type Said = 'certifies' | 'line' | 'standing' | 'selfReviewing' | 'naming' | 'returned'
type SaidBy = Partial<Record<Said, string>>

/** Who withdrew a right before this was kept is unknown: the top of the tree gives it back. */
const withSaidBy = (old: Raw): Raw => ({
  ...old,
  saidBy: (old.certifies as { allowed: boolean }).allowed
    ? {}
    : { certifies: (old.path as readonly string[])[0] ?? '' },
})

/** One official name once under each parent: `_id` is `parentId:name`. */
export interface OrganisationNameDocument extends Stored {
  orgId: string
}

/**
 * One pair of neighbouring characters of a name, by which a search goes. `as`: a unit for people, or a body that
 * others register under; a township is both. `_id` is `term:orgId`, with `above:` before it for the latter.
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

/**
 * One grant of a role to a person, kept after it was revoked. `_id` is `personId:role:orgId`. Index byOrg: (orgId,
 * state, grantedAt).
 */
export interface RoleHolderDocument extends Stored {
  personId: string
  personName: string
  mobileMasked: string
  role: RoleName
  orgId: string
  state: 'valid' | 'revoked'
  /** The body above in whose name it was ended; absent where the holder gave it up, moved, or holds it. */
  endedBy?: string
  until: Instant | null
  grantedBy: string
  grantedByName: string
  grantedAt: Instant
}

/** The first shape did not say what a unit is for the law: it is unknown until the body above records it. */
const withoutStanding = (old: Raw): Raw => ({ nature: null, county: '', ...old })

export const organisations = collection<OrganisationDocument>()({
  indexes: {
    byRegistrar: by('registrarOpenid'),
    byParent: by('parentId', 'name'),
    byState: by('parentId', 'state', 'registeredAt'),
    byRegion: by('region', 'kind', 'registeredAt'),
  },
  upgrades: [withoutStanding, withSaidBy],
  personal: {
    leads: [{ index: 'byRegistrar', value: (who) => who.openid }],
    exported: {
      heading: '我登记的单位',
      only: ['name', 'kind', 'parentName', 'state', 'reviewNote', 'registeredAt'],
    },
    onErasure: 'rewrite',
    fields: {
      registrarOpenid: 'blank',
      name: { nobody: '单位的名称' },
      'aliases.name': { nobody: '单位的名称' },
      decidedByName: IN_OFFICE,
    },
  },
})

export const organisationTerms = collection<OrganisationTermDocument>()({
  indexes: { byTerm: by('as', 'term', 'name') },
  personal: {
    leads: [],
    exported: { no: '单位名称的检索词' },
    onErasure: 'stays',
    fields: { name: { nobody: '单位的名称' } },
  },
})

export const organisationNames = collection<OrganisationNameDocument>()({ indexes: {}, personal: 'none' })

export const roleHolders = collection<RoleHolderDocument>()({
  indexes: { byId: by(), byOrg: by('orgId', 'state', 'grantedAt') },
  personal: {
    leads: [{ prefix: (who) => `${who.personId}:` }],
    exported: { heading: '我的职务' },
    onErasure: 'rewrite',
    fields: {
      personId: RANDOM_ID,
      personName: 'pseudonym',
      mobileMasked: 'blank',
      grantedBy: RANDOM_ID,
      grantedByName: IN_OFFICE,
    },
    rest: () => ({ state: 'revoked' }),
  },
})

declare module '../kernel/store/collections' {
  interface Collections {
    organisations: typeof organisations
    'organisation-terms': typeof organisationTerms
    'organisation-names': typeof organisationNames
    'role-holders': typeof roleHolders
  }
}
