import type { Instant } from '../kernel/instant'

/**
 * Reviewers decide; staff of a bureau see, check and void; a committee reads only. A body's role reaches what hangs
 * below that body.
 */
export const ROLE_NAMES = [
  'unit-reviewer',
  'department-reviewer',
  'bureau-reviewer',
  'bureau-staff',
  'base-staff',
  'committee',
] as const

export type RoleName = (typeof ROLE_NAMES)[number]

export type OrganisationKind = 'bureau' | 'department' | 'township' | 'unit' | 'base'

/**
 * One role at one body. `until` ends a stand-in's grant by itself, that instant excluded; null for as long as it is not
 * revoked. `grantedBy` is the person who gave it, empty for the first of a tree.
 */
export interface RoleGrant {
  role: RoleName
  orgId: string
  until: Instant | null
  grantedBy: string
}

/** A body as its grants see it: `path` holds the ids from the top of the tree down to the body itself. */
export interface Body {
  kind: OrganisationKind
  path: readonly string[]
}

/** The roles that a role may give away: itself and those that lie under it. Staff and committees give nothing. */
const GIVES: Record<RoleName, readonly RoleName[]> = {
  'bureau-reviewer': ROLE_NAMES,
  'department-reviewer': ['department-reviewer', 'unit-reviewer'],
  'unit-reviewer': ['unit-reviewer'],
  'base-staff': ['base-staff'],
  'bureau-staff': [],
  committee: [],
}

/** Where a role means something. A township, department or bureau confirms its own people too, as a unit does. */
const SUITS: Record<RoleName, readonly OrganisationKind[]> = {
  'unit-reviewer': ['unit', 'township', 'department', 'bureau'],
  'department-reviewer': ['department', 'township'],
  'bureau-reviewer': ['bureau'],
  'bureau-staff': ['bureau'],
  'base-staff': ['base'],
  committee: ['bureau', 'department'],
}

/** The roles of the person who registered a body, from its verification on (NY22-14). */
export const ADMINISTERS: Record<OrganisationKind, readonly RoleName[]> = {
  unit: ['unit-reviewer'],
  department: ['department-reviewer', 'unit-reviewer'],
  township: ['department-reviewer', 'unit-reviewer'],
  bureau: ['bureau-reviewer', 'unit-reviewer'],
  base: ['base-staff'],
}

/** Grants that hold at that instant: with `roles: [{ …, until: noon }]`, `grantsAt(person, noon)` is `[]`. */
export const grantsAt = ({ roles }: { roles: readonly RoleGrant[] }, at: Instant): RoleGrant[] =>
  roles.filter(({ until }) => until === null || at < until)

/** The grant out of which its holder may give that role at that body; null where it would be more than they hold. */
export function grantGiving(
  grants: readonly RoleGrant[],
  { role, until, body }: { role: RoleName; until: number | null; body: Body },
): RoleGrant | null {
  if (!SUITS[role].includes(body.kind)) return null
  return (
    grants.find(
      (grant) =>
        body.path.includes(grant.orgId) &&
        GIVES[grant.role].includes(role) &&
        // A stand-in cannot give what outlasts their own standing in.
        (grant.until === null || (until !== null && until <= grant.until)),
    ) ?? null
  )
}

/** The roles that these grants may give at a body, for a screen to offer no other. */
export const givable = (grants: readonly RoleGrant[], body: Body): RoleName[] =>
  ROLE_NAMES.filter((role) => grantGiving(grants, { role, until: 0, body }) !== null)
