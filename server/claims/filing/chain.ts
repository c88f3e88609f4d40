import type { RoleGrant } from '../../../domain/organisation/roles'
import { chainOf } from '../../../domain/policy/chain-of'
import type { PolicyPack } from '../../../domain/policy/pack'
import { chainInTree, passOwnLevels, type TreeNode } from '../../../domain/review/chain-in-tree'
import type { ClaimStep } from '../../../domain/review/claim'
import type { OrganisationDocument } from '../../bodies/documents'
import { reviewCasesOf } from '../../bodies/review-cases'
import { refuse } from '../../kernel/refused'
import type { Reads } from '../../kernel/store/port'
import { grantForStep } from './reviewing'

/** No tree is deeper; a path is never followed further. */
const MOST_LEVELS = 10

export interface ChainAbove {
  steps: ClaimStep[]
  /** The nearest bureau above the unit; empty where there is none. */
  bureauId: string
}

/** The review chain of a person's claims, level by level, as the tree and the person's own grants stand now. */
export async function chainAbove(
  reads: Reads,
  pack: PolicyPack,
  { unitId, grants }: { unitId: string; grants: readonly RoleGrant[] },
): Promise<ChainAbove> {
  const unit = await reads.get('organisations', unitId)
  if (!unit) refuse('UNIT_UNKNOWN', {})
  const above = unit.path.slice(0, -1).reverse().slice(0, MOST_LEVELS)
  const found = await reads.getMany('organisations', above)
  const ancestors = found.filter((one): one is OrganisationDocument => one !== null)
  // clause QH23-2 NY22-15 NX22-16 SX20-13
  const { steps } = chainOf(pack, { route: 'claim', cases: reviewCasesOf(unit, ancestors) })
  return {
    steps: [
      ...passOwnLevels(
        chainInTree(steps, nodeOf(unit), ancestors.map(nodeOf)),
        (step) => grantForStep(grants, step) !== null,
        ancestors.map(nodeOf),
      ),
    ],
    bureauId: ancestors.find(({ kind }) => kind === 'bureau')?._id ?? '',
  }
}

const nodeOf = ({ _id: id, name, kind, line }: OrganisationDocument): TreeNode => ({ id, name, kind, line })
