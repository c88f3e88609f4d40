import { halfWidth } from '../../../domain/kernel/plain-text'

/** The columns of a roster, in any order and among others; the reader finds them by these titles. */
export type RosterColumn = 'name' | 'idNumber' | 'mobile' | 'position' | 'unitName' | 'remark'

interface ColumnRule {
  title: string
  /** Other titles in use for the same thing, the plainer first: of two columns the one that stands earlier here is read. */
  also: readonly string[]
  width: number
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const PEOPLE = words(`
  人员 学员 员工 职工 教职工 教师 真实 本人 中文 用户 参训人员 参训学员 参加人员 专业技术人员 申报人 被培训人
`)

export const ROSTER_COLUMNS: Readonly<Record<RosterColumn, ColumnRule>> = {
  name: {
    title: '姓名',
    also: [...PEOPLE.map((who) => `${who}姓名`), '名字', '人员名称', '申报人'],
    width: 14,
  },
  idNumber: {
    title: '身份证号',
    also: words(`
      身份证号码 居民身份证号 居民身份证号码 公民身份号码 公民身份证号 公民身份证号码 身份号码
      本人身份证号 本人身份证号码 个人身份证号 个人身份证号码 二代身份证号 二代身份证号码 第二代身份证号
      身份证编号 身份证 居民身份证 身份证件号 身份证件号码 有效身份证件号 有效身份证件号码
      证件号 证件号码 有效证件号 有效证件号码 证件编号 社会保障号 社会保障号码
    `),
    width: 24,
  },
  mobile: {
    title: '手机号',
    also: words(`
      手机号码 手机 本人手机号 本人手机号码 个人手机号 移动电话 移动电话号码 手机电话 联系手机 联系手机号
      联系电话 本人联系电话 联系电话号码 联系号码 联系方式 电话号码 电话
    `),
    width: 16,
  },
  position: {
    title: '岗位/职称',
    also: words(`
      岗位职称 职称岗位 现职称 现有职称 职称 职称名称 专业技术职称 专业技术职务 现专业技术职务 职务职称
      职称职务 聘任职务 聘任岗位 岗位 岗位名称 工作岗位 现任岗位 现任职务 职务
    `),
    width: 20,
  },
  unitName: {
    title: '单位名称',
    also: words(`
      单位 工作单位 单位全称 所在单位 用人单位 现工作单位 工作单位名称 所在单位名称 用人单位名称 所属单位
    `),
    width: 30,
  },
  remark: { title: '备注', also: ['说明', '备注说明', '附注'], width: 30 },
}

const COLUMNS = Object.keys(ROSTER_COLUMNS) as RosterColumn[]

/** Each known title, as it is compared, with its column and how plain it is for it. */
const KNOWN: ReadonlyMap<string, Titled> = new Map(
  COLUMNS.flatMap((column) => {
    const { title, also } = ROSTER_COLUMNS[column]
    return [title, ...also].map((known, rank): [string, Titled] => [compared(known), { column, rank }])
  }),
)

export interface Titled {
  column: RosterColumn
  /** Of two columns for the same thing the one with the lower rank is meant. */
  rank: number
}

/**
 * The column that a title names: `姓 名：`, `＊手机号码（必填）`, `身份证号 ID No.` are known, `我的姓名` is not. A column of
 * masked numbers is none of ID numbers.
 */
export const titled = (text: string): Titled | null => KNOWN.get(compared(text)) ?? null

function compared(text: string): string {
  const plain = halfWidth(text).normalize('NFKC')
  if (/[隐脱]/.test(plain)) return ''
  const bare = plain.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕|<[^>]*>|《[^》]*》/g, '')
  return bare.replace(/必填|选填|[^\p{Script=Han}]/gu, '')
}
