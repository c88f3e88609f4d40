import { grantsFor } from '../../../domain/organisation/rights'
import type { RoleGrant, RoleName } from '../../../domain/organisation/roles'
import type { ReviewStep } from '../../../domain/policy/pack'
import type { ClaimStep } from '../../../domain/review/claim'
import type { ClaimDocument } from './documents'

/**
 * The role that reviews each level of the chain. A township answers for those below it as a department does
 * (NY22-15).
 */
const ROLE_OF: Record<ReviewStep, RoleName> = {
  unit: 'unit-reviewer',
  township: 'department-reviewer',
  department: 'department-reviewer',
  'line-department': 'department-reviewer',
  bureau: 'bureau-reviewer',
}

/**
 * The grant that lets a reviewer decide a level: its role, at that very body. A body above sees the claim, and does
 * not decide.
 */
export const grantForStep = (
  grants: readonly RoleGrant[],
  { step, orgId }: Pick<ClaimStep, 'step' | 'orgId'>,
): RoleGrant | null => grants.find((grant) => grant.role === ROLE_OF[step] && grant.orgId === orgId) ?? null

/** Whether a claim waits at a level that these grants decide; at one body two levels may wait, each for its own role. */
export const waitsForGrants = (
  grants: readonly RoleGrant[],
  { steps, stepIndex }: Pick<ClaimDocument, 'steps' | 'stepIndex'>,
): boolean => {
  const step = steps[stepIndex]
  return step !== undefined && grantForStep(grants, step) !== null
}

/** Bodies for which the caller reviews claims, each once, in the order of their grants. */
export const reviewedOrgIds = (grants: readonly RoleGrant[]): string[] => [
  ...new Set(grantsFor(grants, 'review-claims').map(({ orgId }) => orgId)),
]

/**
 * Whether the caller may read a claim and its evidence: as a reviewer of one of its levels, or at the bureau above,
 * whose staff checks it afterwards (SX22-16).
 */
export const maySeeClaim = (
  grants: readonly RoleGrant[],
  { steps, bureauId }: Pick<ClaimDocument, 'steps' | 'bureauId'>,
): boolean =>
  steps.some((step) => grantForStep(grants, step) !== null) ||
  grantsFor(grants, 'spot-check').some(({ orgId }) => orgId === bureauId)
