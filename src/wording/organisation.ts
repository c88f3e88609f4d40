import type { OrganisationKind, RoleName } from '@domain/organisation/roles'
import type { OrganisationView } from '@server/bodies/views'

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

export type Nature = NonNullable<OrganisationView['nature']>

/** What a unit is for the law, as a notice tells its people apart. */
export const natureText: Record<Nature, string> = {
  institution: '事业单位',
  enterprise: '企业',
  intermediary: '社会中介组织',
  'central-unit': '中央驻地方单位',
  'garrison-kindergarten': '驻军幼儿园',
  'private-unit': '民办机构',
}

export const NATURES: readonly { value: Nature; label: string }[] = (
  Object.entries(natureText) as [Nature, string][]
).map(([value, label]) => ({ value, label }))

/** What is recorded of a unit for the law, in one line; empty where nothing is. */
export const standingText = ({ nature, county }: Pick<OrganisationView, 'nature' | 'county'>): string =>
  [nature === null ? '' : natureText[nature], county].filter((part) => part !== '').join(' · ')

/** The rights of each role in one line, for the person who grants it. */
export const roleNote: Record<RoleName, string> = {
  'unit-reviewer': '核对本机构的人员，审核他们的申报',
  'department-reviewer': '核准下属单位，审查下属单位人员的申报',
  'bureau-reviewer': '核准主管部门，审验申报，可以授权',
  'bureau-staff': '查看、抽查和处理，不能授权',
  'base-staff': '管理基地的培训和学时',
  committee: '评审时只读查看学时',
}
