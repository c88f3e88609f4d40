import type { AuditLineView } from '@server/afterwards/audit-log/views'

/** The names of actions; an action that is missing here is shown by its own name, so that nothing is hidden. */
const ACTIONS: Readonly<Record<string, string>> = {
  register: '登记',
  'binding-verified': '核对通过',
  'binding-contested': '对登记提出疑问',
  'contest-binding': '申诉身份被占用',
  'binding-rebound': '改绑到新的微信',
  'binding-kept': '核对后不改绑',
  'registration-set-aside': '改绑后停用重复登记',
  'id-number-revealed': '查看完整身份证号',
  'claim-submitted': '提交申报',
  'claim-resubmitted': '补正后再提交',
  'claim-withdrawn': '撤回申报',
  'claim-approved': '审核通过',
  'claim-reduced': '核减学时',
  'claim-returned': '退回补正',
  'claim-rejected': '审核不通过',
  'claim-transferred': '转交审核',
  'claim-opinion': '填写意见',
  'claim-lapsed': '申报过期',
  'claim-revoked': '撤销申报',
  'study-record-kept': '记入学习档案',
  'study-record-corrected': '更正学习档案',
  'study-record-withdrawn': '撤回学习档案',
  'study-record-files': '学习档案材料',
  'organisation-registered': '登记机构',
  'organisation-reviewed': '审核机构',
  'organisation-renamed': '机构更名',
  'organisation-line': '调整系统归属',
  'organisation-self-reviewing': '设置自主审验',
  'role-granted': '授权',
  'role-revoked': '收回授权',
  'move-requested': '申请转单位',
  'move-withdrawn': '撤回转单位',
  'move-confirmed': '接收转入',
  'move-refused': '不接收转入',
  'hours-voided': '认定学时无效',
  'void-job-ordered': '批量认定无效',
  'certifying-withdrawn': '收回认证资格',
  'certifying-restored': '恢复认证资格',
  'check-started': '开始抽查',
  'sample-found': '填写抽查结果',
  'objection-filed': '提出异议',
  'objection-upheld': '异议成立',
  'objection-dismissed': '异议不成立',
  'integrity-opened': '立案核查诚信',
  'erasure-asked': '申请注销',
  'erasure-withdrawn': '撤回注销',
  'erasure-done': '已注销',
}

const ROLES: Readonly<Record<string, string>> = {
  trainee: '本人',
  visitor: '访客',
  registrar: '登记人',
  clock: '系统定时',
  'unit-reviewer': '单位审核人',
  'department-reviewer': '主管部门审核人',
  'bureau-reviewer': '人社审核人',
  'bureau-staff': '人社工作人员',
  'base-staff': '基地工作人员',
  committee: '评审委员会',
}

export const actionText = (action: string): string => ACTIONS[action] ?? action
export const roleText = (role: string): string => ROLES[role] ?? role

/** Groups that the log is most often looked through by; the first is everything. */
export const FILTERS = [
  { value: '', label: '全部' },
  { value: 'id-number-revealed', label: '查看身份证号' },
  { value: 'role-granted', label: '授权' },
  { value: 'claim-approved', label: '审核通过' },
  { value: 'hours-voided', label: '认定无效' },
] as const

/** 王小明（单位审核人）→ 李想: the actor and the subject. */
export function whoText({ actorName, role, subjectName }: AuditLineView): string {
  const who = actorName === '' ? roleText(role) : `${actorName}（${roleText(role)}）`
  return subjectName === '' || subjectName === actorName ? who : `${who}，对${subjectName}`
}
