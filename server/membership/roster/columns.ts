/** The columns of a roster, in any order and among others; the reader finds them by these titles. */
export type RosterColumn = 'name' | 'idNumber' | 'mobile' | 'position' | 'unitName' | 'remark'

interface ColumnRule {
  title: string
  /** Other titles in use for the same thing. */
  also: readonly string[]
  width: number
}

export const ROSTER_COLUMNS: Readonly<Record<RosterColumn, ColumnRule>> = {
  name: { title: '姓名', also: ['人员姓名'], width: 14 },
  idNumber: { title: '身份证号', also: ['身份证号码', '公民身份号码', '证件号码'], width: 24 },
  mobile: { title: '手机号', also: ['手机号码', '联系电话', '手机'], width: 16 },
  position: { title: '岗位/职称', also: ['岗位', '职称', '职务', '岗位职称'], width: 20 },
  unitName: { title: '单位名称', also: ['单位', '工作单位'], width: 30 },
  remark: { title: '备注', also: ['说明'], width: 30 },
}
