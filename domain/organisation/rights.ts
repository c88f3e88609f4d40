import { ROLE_NAMES, type RoleGrant, type RoleName } from './roles'

interface RightRule {
  /**
   * The roles that have the right, over the body of their grant and all that hangs below it, unless the act itself says
   * "that very body".
   */
  roles: readonly RoleName[]
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
  'confirm-people': { roles: UNIT, name: '核对本单位人员', clause: 'NY22-14' },
  'confirm-moves': { roles: UNIT, name: '确认调入人员' },
  'see-standing': { roles: UNIT, name: '查看本单位人员进度' },
  'remind-people': { roles: UNIT, name: '提醒本单位人员' },
  'lift-lectures': { roles: UNIT, name: '处理停下的课' },
  'show-unit-code': { roles: UNIT, name: '出示单位二维码' },
  'keep-archive': { roles: UNIT, name: '登记学习档案', clause: 'NY22-9' },
  'import-roster': { roles: WITHOUT_COMMITTEE_AND_BASE, name: '导入人员名册', clause: 'NY22-14' },
  'export-roster': { roles: WITHOUT_COMMITTEE_AND_BASE, name: '导出人员名册' },
  // Claims and contests
  'review-claims': { roles: REVIEWERS, name: '审核学时申报', clause: 'SX22-9' },
  'read-claims': { roles: WITHOUT_COMMITTEE_AND_BASE, name: '查看学时申报', clause: 'SX22-16' },
  'stand-aside': { roles: REVIEWERS, name: '委托同事代审' },
  'decide-contests': { roles: REVIEWERS, name: '处理账号争议' },
  'decide-contests-above': { roles: ABOVE, name: '处理下级单位的账号争议' },
  'reveal-id-number': { roles: WITHOUT_COMMITTEE_AND_BASE, name: '查看完整身份证号' },
  // The tree
  'see-tree': { roles: ROLE_NAMES, name: '查看组织机构' },
  'verify-bodies': { roles: ABOVE, name: '核准下级单位', clause: 'NY22-14' },
  'rename-bodies': { roles: ABOVE, name: '更改下级单位名称', clause: 'NY22-15' },
  'set-up-bodies': { roles: OVERSEERS, name: '设置单位审验方式', clause: 'QH23-11' },
  'grant-roles': { roles: [...REVIEWERS, 'base-staff'], name: '授予角色' },
  /** Every holder may end at least their own role, of any kind. */
  'end-roles': { roles: ROLE_NAMES, name: '收回角色' },
  // Oversight
  'spot-check': { roles: OVERSEERS, name: '抽查', clause: 'SX22-16' },
  'void-hours': { roles: OVERSEERS, name: '作废学时', clause: 'SX22-16' },
  'withdraw-certifying': { roles: OVERSEERS, name: '取消单位学时认证权限', clause: 'SX22-16' },
  'hear-objections': { roles: OVERSEERS, name: '处理异议' },
  'keep-integrity-record': { roles: OVERSEERS, name: '失信记录', clause: 'QH23-24' },
  'read-log': { roles: STAFF, name: '查看操作日志' },
  'see-figures': { roles: WITHOUT_COMMITTEE_AND_BASE, name: '查看统计' },
  // From and to elsewhere
  'read-outside': { roles: STAFF, name: '外部学时', clause: 'QH23-22' },
  'export-titles': { roles: COMMITTEE, name: '职称评审核验', clause: 'NY22-12' },
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
 * A grant that gives the right over a body, its own or one above it: `path` holds the ids from the top of the tree down
 * to the body. Null where none does.
 */
export const grantOver = (
  grants: readonly RoleGrant[],
  right: Right,
  path: readonly string[],
): RoleGrant | null => grantsFor(grants, right).find(({ orgId }) => path.includes(orgId)) ?? null
