import type { OrganisationKind, RoleName } from '@domain/organisation/roles'

export const kindText: Record<OrganisationKind, string> = {
  bureau: '人社部门',
  department: '主管部门',
  township: '乡镇（街道）',
  unit: '用人单位',
  base: '继续教育基地',
}

export const roleText: Record<RoleName, string> = {
  'unit-reviewer': '单位审核人',
  'department-reviewer': '主管部门审核人',
  'bureau-reviewer': '人社部门审核人',
  'bureau-staff': '人社部门工作人员',
  'base-staff': '基地工作人员',
  committee: '评审委员会',
}

/** The rights of each role in one line, for the person who grants it. */
export const roleNote: Record<RoleName, string> = {
  'unit-reviewer': '核对本机构的人员，审核他们的申报',
  'department-reviewer': '核准下属单位，审查下属单位人员的申报',
  'bureau-reviewer': '核准主管部门，审验申报，可以授权',
  'bureau-staff': '查看、抽查和处理，不能授权',
  'base-staff': '管理基地的培训和学时',
  committee: '评审时只读查看学时',
}
