import type { ReviewStep } from '../../domain/policy/pack'
import type { ClaimStep } from '../../domain/review/claim'
import type { RoleGrant } from '../account/documents'
import type { RoleName } from '../account/views'

/** Who reviews a level of the chain. A township answers for those below it as a department does (NY22-15). */
const ROLE_OF: Record<ReviewStep, RoleName> = {
  unit: 'unit-reviewer',
  township: 'department-reviewer',
  department: 'department-reviewer',
  'line-department': 'department-reviewer',
  bureau: 'bureau-reviewer',
}

export const CLAIM_REVIEWERS = ['unit-reviewer', 'department-reviewer', 'bureau-reviewer'] as const

/** The grant that lets somebody decide a level: its role, at that very body. A body above sees, and does not decide. */
export const grantForStep = (
  grants: readonly RoleGrant[],
  { step, orgId }: Pick<ClaimStep, 'step' | 'orgId'>,
): RoleGrant | null => grants.find((grant) => grant.role === ROLE_OF[step] && grant.orgId === orgId) ?? null

/** Bodies for which somebody reviews claims, each once, in the order of their grants. */
export const reviewedOrgIds = (grants: readonly RoleGrant[]): string[] => [
  ...new Set(
    grants
      .filter(({ role }) => (CLAIM_REVIEWERS as readonly RoleName[]).includes(role))
      .map(({ orgId }) => orgId),
  ),
]
