import { REACHES, type Reach, ROLE_NAMES, type RoleGrant, type RoleName, roleReaches } from './roles'

interface RightRule {
  roles: readonly RoleName[]
  /**
   * Over what a grant gives the right: its own body alone, or all that hangs below it too. A role whose own reach is its
   * body alone has the right there alone, whatever stands here.
   */
  reach: Reach
  /** The right's name in a log or a document. */
  name: string
  /** The clause that gives the right to these; absent where no notice says so and the choice is ours. */
  clause?: string
}

const UNIT = ['unit-reviewer'] as const
const ABOVE = ['department-reviewer', 'bureau-reviewer'] as const
const REVIEWERS = [...UNIT, ...ABOVE] as const
const OVERSEERS = ['bureau-reviewer', 'bureau-staff'] as const
const STAFF = ['bureau-staff'] as const
const COMMITTEE = ['committee'] as const
const WITHOUT_COMMITTEE_AND_BASE = [...REVIEWERS, ...STAFF] as const

/**
 * The rights of every role, once: procedures admit by them, the phone draws its menus by them, and the authorisation
 * matrix expects by them. A new right is one line here.
 */
const TABLE = {
  // A unit and its people
  'confirm-people': { roles: UNIT, reach: 'body', name: '核对本单位人员', clause: 'NY22-14' },
  'confirm-moves': { roles: UNIT, reach: 'body', name: '确认调入人员' },
  'see-standing': { roles: UNIT, reach: 'body', name: '查看本单位人员进度' },
  'remind-people': { roles: UNIT, reach: 'body', name: '提醒本单位人员' },
  'lift-lectures': { roles: UNIT, reach: 'body', name: '处理停下的课' },
  'show-unit-code': { roles: UNIT, reach: 'body', name: '出示单位二维码' },
  'keep-archive': { roles: UNIT, reach: 'body', name: '登记学习档案', clause: 'NY22-9' },
  'import-roster': {
    roles: WITHOUT_COMMITTEE_AND_BASE,
    reach: 'subtree',
    name: '导入人员名册',
    clause: 'NY22-14',
  },
  'export-roster': { roles: WITHOUT_COMMITTEE_AND_BASE, reach: 'subtree', name: '导出人员名册' },
  // Claims and contests
  'review-claims': { roles: REVIEWERS, reach: 'body', name: '审核学时申报', clause: 'SX22-9' },
  'read-claims': {
    roles: WITHOUT_COMMITTEE_AND_BASE,
    reach: 'body',
    name: '查看学时申报',
    clause: 'SX22-16',
  },
  'stand-aside': { roles: REVIEWERS, reach: 'body', name: '委托同事代审' },
  'decide-contests': { roles: REVIEWERS, reach: 'body', name: '处理账号争议' },
  'decide-contests-above': { roles: ABOVE, reach: 'body', name: '处理下级单位的账号争议' },
  'reveal-id-number': { roles: WITHOUT_COMMITTEE_AND_BASE, reach: 'subtree', name: '查看完整身份证号' },
  // The tree
  'see-tree': { roles: ROLE_NAMES, reach: 'subtree', name: '查看组织机构' },
  'verify-bodies': { roles: ABOVE, reach: 'subtree', name: '核准下级单位', clause: 'NY22-14' },
  'rename-bodies': { roles: ABOVE, reach: 'subtree', name: '更改下级单位名称', clause: 'NY22-15' },
  'set-up-bodies': { roles: OVERSEERS, reach: 'subtree', name: '设置单位审验方式', clause: 'QH23-11' },
  'grant-roles': { roles: [...REVIEWERS, 'base-staff'], reach: 'subtree', name: '授予角色' },
  /** Every holder may end at least their own role, of any kind. */
  'end-roles': { roles: ROLE_NAMES, reach: 'subtree', name: '收回角色' },
  // Oversight
  'spot-check': { roles: OVERSEERS, reach: 'subtree', name: '抽查', clause: 'SX22-16' },
  'void-hours': { roles: OVERSEERS, reach: 'subtree', name: '作废学时', clause: 'SX22-16' },
  'withdraw-certifying': {
    roles: OVERSEERS,
    reach: 'subtree',
    name: '取消单位学时认证权限',
    clause: 'SX22-16',
  },
  'hear-objections': { roles: OVERSEERS, reach: 'subtree', name: '处理异议' },
  'keep-integrity-record': { roles: OVERSEERS, reach: 'subtree', name: '失信记录', clause: 'QH23-24' },
  'read-log': { roles: STAFF, reach: 'subtree', name: '查看操作日志' },
  'see-figures': { roles: WITHOUT_COMMITTEE_AND_BASE, reach: 'subtree', name: '查看统计' },
  // From and to elsewhere
  'read-outside': { roles: STAFF, reach: 'body', name: '外部学时', clause: 'QH23-22' },
  'export-titles': { roles: COMMITTEE, reach: 'subtree', name: '职称评审核验', clause: 'NY22-12' },
} as const satisfies Record<string, RightRule>

export type Right = keyof typeof TABLE
export const RIGHTS: Readonly<Record<Right, RightRule>> = TABLE

/** Whether one of these roles gives the right: `may(['committee'], 'export-titles')` is true. */
export const may = (roles: readonly RoleName[], right: Right): boolean =>
  roles.some((role) => RIGHTS[right].roles.includes(role))

/** The grants that give the right, in their order. */
export const grantsFor = (grants: readonly RoleGrant[], right: Right): RoleGrant[] =>
  grants.filter(({ role }) => RIGHTS[right].roles.includes(role))

/**
 * A grant that gives the right over a body: its own, or one above it where role and right reach that far. `path` holds
 * the ids from the top of the tree down to the body. Null where none does.
 */
export const grantOver = (
  grants: readonly RoleGrant[],
  right: Right,
  path: readonly string[],
): RoleGrant | null => {
  const reaches = (grant: RoleGrant): boolean =>
    RIGHTS[right].reach === 'subtree' ? roleReaches(grant, path) : path.at(-1) === grant.orgId
  return grantsFor(grants, right).find(reaches) ?? null
}

/** Whether the right goes on below that body: who has it over the body alone is shown nothing of what hangs there. */
export const reachesBelow = (grants: readonly RoleGrant[], right: Right, path: readonly string[]): boolean =>
  RIGHTS[right].reach === 'subtree' &&
  grantsFor(grants, right).some(({ role, orgId }) => REACHES[role] === 'subtree' && path.includes(orgId))
