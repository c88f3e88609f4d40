import type { ActorRole } from '../kernel/acts'

/** Who did it, as the log says it. */
export const ROLE_WORDS: Record<ActorRole, string> = {
  trainee: '本人',
  visitor: '访客',
  registrar: '登记人',
  clock: '系统定时',
  provider: '推送单位',
  operator: '运维人员',
  'unit-reviewer': '单位审核人',
  'department-reviewer': '主管部门审核人',
  'bureau-reviewer': '人社审核人',
  'bureau-staff': '人社工作人员',
  'base-staff': '基地工作人员',
  committee: '评审委员会',
}
