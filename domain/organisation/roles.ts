import type { Instant } from '../kernel/instant'

/**
 * Reviewers decide; staff of a bureau see, check and void; a committee reads only. How far each of them reaches is said
 * by `REACHES` and by the right that is used (`rights.ts`).
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

/** That very body, or the body with all that hangs below it. */
export type Reach = 'body' | 'subtree'

/**
 * The farthest that each role reaches, whatever right is used. Who confirms a body's own people answers for that body
 * alone: at a bureau it is the least role of all, and must not open the bureau's whole tree.
 */
export const REACHES: Readonly<Record<RoleName, Reach>> = {
  'unit-reviewer': 'body',
  'department-reviewer': 'subtree',
  'bureau-reviewer': 'subtree',
  'bureau-staff': 'subtree',
  'base-staff': 'subtree',
  committee: 'subtree',
}

/** A person as far as their roles go: nobody acts for a body before somebody vouched for who they are. */
interface RoleBearer {
  roles: readonly RoleGrant[]
  binding: 'claimed' | 'verified' | 'contested'
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

/**
 * Grants that hold at that instant, for a person who is verified: with `roles: [{ …, until: noon }]`,
 * `grantsAt(person, noon)` is `[]`, and so it is at any time for whom nobody has verified.
 */
export const grantsAt = ({ roles, binding }: RoleBearer, at: Instant): RoleGrant[] =>
  binding === 'verified' ? roles.filter(({ until }) => until === null || at < until) : []

/** Whether a grant reaches a body by its role: `path` holds the ids from the top of the tree down to the body. */
export const roleReaches = ({ role, orgId }: RoleGrant, path: readonly string[]): boolean =>
  REACHES[role] === 'subtree' ? path.includes(orgId) : path.at(-1) === orgId

/**
 * The grant out of which its holder may give that role at that body; null where it would be more than they hold. Who
 * stands in for another gives nothing that outlasts it, and does not hand on the role that they stand in for.
 */
export function grantGiving(
  grants: readonly RoleGrant[],
  { role, until, body }: { role: RoleName; until: number | null; body: Body },
): RoleGrant | null {
  const gives = (grant: RoleGrant): boolean =>
    grant.until === null || (until !== null && until <= grant.until && grant.role !== role)
  return givers(grants, role, body).find(gives) ?? null
}

/**
 * The grant out of which its holder may end that role of another person, or change how long it lasts. A role that one
 * holds for good ends what it could have given; who stands in for another ends only what they themselves gave
 * (`isOwnGift`), because all else outlasts their standing in.
 */
export const grantEnding = (
  grants: readonly RoleGrant[],
  { role, body, isOwnGift }: { role: RoleName; body: Body; isOwnGift: boolean },
): RoleGrant | null => givers(grants, role, body).find(({ until }) => until === null || isOwnGift) ?? null

/** Grants whose role gives that role at that body, however long either lasts. */
function givers(grants: readonly RoleGrant[], role: RoleName, body: Body): RoleGrant[] {
  if (!SUITS[role].includes(body.kind)) return []
  return grants.filter((grant) => roleReaches(grant, body.path) && GIVES[grant.role].includes(role))
}

/** The roles that these grants may give at a body, for a screen to offer no other. */
export const givable = (grants: readonly RoleGrant[], body: Body): RoleName[] =>
  ROLE_NAMES.filter((role) => grantGiving(grants, { role, until: 0, body }) !== null)

/** For whom the holder of these grants stands in: on them and their affairs they decide as little as on their own. */
export const standsInFor = (grants: readonly RoleGrant[]): string[] => [
  ...new Set(grants.filter(({ until }) => until !== null).map(({ grantedBy }) => grantedBy)),
]

/**
 * The grants that may undo what a body said about one in its subtree: those of that body, and of the bodies above it.
 * `path` leads from the top down to the body that it was said about; `saidBy` is not on it where nobody said anything.
 * Worked example: what the county said of a station may be undone by the county and the province, not by the
 * department between county and station.
 */
export function grantsNotBelow(
  grants: readonly RoleGrant[],
  path: readonly string[],
  saidBy: string | undefined,
): RoleGrant[] {
  const at = saidBy === undefined ? -1 : path.indexOf(saidBy)
  return grants.filter(({ orgId }) => at < 0 || path.indexOf(orgId) <= at)
}
