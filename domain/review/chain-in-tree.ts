import type { ReviewStep } from '../policy/pack'
import type { ClaimStep } from './claim'

/** An organisation with the facts that a chain needs; `ancestors` from the unit upwards. */
export interface TreeNode {
  readonly id: string
  readonly name: string
  readonly kind: 'bureau' | 'department' | 'township' | 'unit' | 'base'
  /** The line that it leads by itself (QH23-2); null for the usual chain. */
  readonly line: 'health' | 'accounting' | null
}

const UNDECIDED = { decidedBy: null, decidedByName: '', decidedAt: null, hours: null, note: '' } as const

/**
 * Places the notice's chain in the tree of bodies: each level is the nearest body of that kind above the
 * unit, the unit first. A level that the tree lacks is kept as skipped, with the reason, so that it never
 * reads as approved.
 */
export function chainInTree(
  steps: readonly ReviewStep[],
  unit: TreeNode,
  ancestors: readonly TreeNode[],
): ClaimStep[] {
  return steps.map((step) => {
    const body = bodyOf(step, unit, ancestors)
    return body
      ? { ...UNDECIDED, step, ...waitingAt(body.id, body.name) }
      : {
          ...UNDECIDED,
          step,
          orgId: '',
          orgName: LEVELS[step],
          outcome: 'skipped',
          note: `上级没有${LEVELS[step]}，不经过这一级`,
        }
  })
}

/** The level that a body is by its kind; a unit or a base above another decides nothing for it. */
const levelOf = ({ kind, id, name }: TreeNode): ClaimStep[] =>
  kind === 'unit' || kind === 'base' ? [] : [{ ...UNDECIDED, step: kind, ...waitingAt(id, name) }]

const waitingAt = (orgId: string, orgName: string) => ({ orgId, orgName, outcome: 'waiting' }) as const

/**
 * Passes over levels whose reviewer is the claimant (`isOwn`), and says so, because no one reviews a claim of their
 * own. Where no level is left, the nearest body above decides.
 * Worked example: in Shaanxi the unit's own reviewer files a claim; the unit's department answers for it.
 */
export function passOwnLevels(
  steps: readonly ClaimStep[],
  isOwn: (level: Pick<ClaimStep, 'step' | 'orgId'>) => boolean,
  ancestors: readonly TreeNode[],
): readonly ClaimStep[] {
  const passed = steps.map(
    (step): ClaimStep =>
      step.outcome === 'waiting' && isOwn(step)
        ? { ...step, outcome: 'skipped', note: '申报人自己是这一级的审核人，由上级审核' }
        : step,
  )
  if (passed.some(({ outcome }) => outcome === 'waiting')) return passed
  const [above] = ancestors.flatMap(levelOf).filter((level) => !isOwn(level))
  return above && steps.length > 0 ? [...passed, above] : steps
}

const LEVELS: Record<ReviewStep, string> = {
  unit: '用人单位',
  township: '乡镇（街道）',
  department: '主管部门',
  'line-department': '行业主管部门',
  bureau: '人社部门',
}

function bodyOf(step: ReviewStep, unit: TreeNode, ancestors: readonly TreeNode[]): TreeNode | undefined {
  switch (step) {
    case 'unit':
      return unit.kind === 'unit' ? unit : undefined
    case 'township':
      return [unit, ...ancestors].find(({ kind }) => kind === 'township')
    case 'department':
      return ancestors.find(({ kind }) => kind === 'department' || kind === 'township')
    case 'line-department':
      return ancestors.find(({ line }) => line !== null)
    case 'bureau':
      return ancestors.find(({ kind }) => kind === 'bureau')
  }
}
