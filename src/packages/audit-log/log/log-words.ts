import type { AuditLineView } from '@server/afterwards/audit-log/views'

/** Groups that the log is most often looked through by; the first is everything. */
export const FILTERS = [
  { value: '', label: '全部' },
  { value: 'id-number-revealed', label: '查看身份证号' },
  { value: 'role-granted', label: '授权' },
  { value: 'claim-approved', label: '审核通过' },
  { value: 'hours-voided', label: '认定无效' },
] as const satisfies readonly { value: AuditLineView['action'] | ''; label: string }[]

/** 王小明（单位审核人），对李想: the actor and the subject. */
export function whoText({ actorName, roleName, subjectName }: AuditLineView): string {
  const who = actorName === '' ? roleName : `${actorName}（${roleName}）`
  return subjectName === '' || subjectName === actorName ? who : `${who}，对${subjectName}`
}
