import { type Day, formatDay } from '../../domain/kernel/instant'
import { conditionText } from '../../domain/policy/explain-item'
import type { PolicyPack } from '../../domain/policy/pack'
import type { OutsideRowDocument, RowStateReason } from './documents'

interface Words {
  why: string
  cure: string | null
}

const MENDS = '请推送单位更正后，放进新的一批再送来'

interface Saying {
  /** The notice of the row's year, where there is one. */
  pack: PolicyPack | null
  /** The region's word for an hour. */
  hour: string
}

/** Words a row's outcome for the staff who answer for it. */
export function rowWords(row: OutsideRowDocument, saying: Saying): Words {
  if (row.state === 'taken') return { why: `已记入本人 ${row.year} 年度`, cure: null }
  if (row.reason === null) return { why: '正在处理', cure: null }
  return REASONS[row.reason](row, saying)
}

type Say = (row: OutsideRowDocument, saying: Saying) => Words

const says =
  (why: string, cure: string | null = MENDS) =>
  (): Words => ({ why, cure })

const saysOfHours =
  (why: (hour: string) => string, cure: string | null) =>
  (_: OutsideRowDocument, { hour }: Saying): Words => ({ why: why(hour), cure })

/** A reason that is added does not compile until it has its sentence here. */
const REASONS: Readonly<Record<RowStateReason, Say>> = {
  ID_NUMBER_MALFORMED: says('身份证号不对，认不出是谁'),
  NAME_MALFORMED: says('姓名不是完整的中文姓名'),
  COURSE_MISSING: says('没有写课程编号或课程名称'),
  CATEGORY_MALFORMED: says('没有写明是公需还是专业'),
  HOURS_MALFORMED: ({ hoursText }, { hour }) => ({ why: `${hour}“${hoursText}”读不出是多少`, cure: MENDS }),
  DAY_MALFORMED: ({ completedOn }) => ({ why: `完成日期“${completedOn}”不是一个日期`, cure: MENDS }),
  DAY_TO_COME: says('完成日期晚于这一批的月份'),
  YEAR_MALFORMED: says('计入的年度晚于完成的年度'),
  PERSON_UNKNOWN: says('这个人还没有在平台登记', '请所在单位通知本人登记；登记并核对后自动记入，不用再送'),
  PERSON_UNVERIFIED: says('本人已登记，单位还没有核对', '请所在单位核对本人；核对后自动记入，不用再送'),
  NAME_DIFFERS: says('身份证号和姓名对不上', '请推送单位对照证件更正姓名，放进新的一批再送来'),
  REGION_OTHER: (_, { hour }) => ({
    why: '本人登记在别的地区',
    cure: `请本人核对所在单位；本地区不登记这条${hour}`,
  }),
  ALREADY_THERE: ({ by }) => ({ why: `这门课已经记过一次（${earlierBatch(by)}）`, cure: null }),
  ALREADY_OTHERWISE: ({ by }, { hour }) => ({
    why: `这门课已按 ${by?.split('|')[1] ?? ''} ${hour}记过（${earlierBatch(by)}），${hour}不同，没有改动`,
    cure: '请推送单位说明以哪个为准；要改动的，由人社部门更正',
  }),
  NO_RULE_FOR_YEAR: ({ year }) => ({
    why: `${year} 年的规定没有收进来，无法判断`,
    cure: '规定收进来后请再送一次',
  }),
  YEAR_CLOSED: ({ year, by }) => ({
    why: `学的那天不能补 ${year} 年度${closedText(by)}`,
    cure: '请本人改学当年度的课程',
  }),
  KIND_UNKNOWN: says('当年的通知里没有这一类学习', null),
  AWAITS_RECOGNITION: saysOfHours((hour) => `这一类的${hour}要由审核人认定`, '请本人申报认定'),
  OVER_CAP: says('已经超过当年的上限', null),
  OTHER_SUBJECT: says('本人学得最多的是另一个科目', null),
  PENDING: says('等待核验', null),
  CATEGORY_NOT_CLAIMABLE: says('这一类不能这样取得', null),
  CATEGORY_MISSING: says('没有写明是公需还是专业'),
  SUBJECT_UNKNOWN: says('不是当年规定的公需科目'),
  MODE_NOT_ADMITTED: says('公需科目不能以这种形式学习', null),
  TOPIC_EXCLUDED: ({ by }, { pack, hour }) => ({
    why: `“${pack?.exclusions.find(({ topic }) => topic === by)?.label ?? '这类内容'}”不作${hour}登记`,
    cure: null,
  }),
  CONDITION_MISSING: ({ by }) => ({
    why: `还缺一个条件：${conditionText(by)}`,
    cure: by === 'exam-passed' ? '请本人在原平台考试合格，合格后再送来' : MENDS,
  }),
  PROVIDER_NOT_LAWFUL: saysOfHours((hour) => `当年的通知没有认可它登记这一类${hour}`, null),
  BASE_DISQUALIFIED: says('它已不再是继续教育基地', null),
  BASE_UNKNOWN: says('它不在通知公布的基地名单里', null),
  LEVEL_NOT_SERVED: saysOfHours((hour) => `这一级基地的${hour}不能用于这个级别`, null),
  DUPLICATE: says('同一门课已经计过一次', null),
  OUTSIDE_YEAR: ({ year, completedOn }) => ({ why: `${completedOn}学的不能计入 ${year} 年度`, cure: MENDS }),
  MAKE_UP_ROUTE: ({ year }) => ({ why: `不是补学 ${year} 年度的途径`, cure: '请本人按通知规定的途径补学' }),
  VOIDED: says('已按无效处理', null),
}

function closedText(by: string | null): string {
  return by === null || by === '' ? '' : `（补学到 ${formatDay(by as Day)}为止）`
}

/** `nxzj:2022-06:1:4|30` → `2022年6月第 1 批`. */
function earlierBatch(by: string | null): string {
  const [month = '', sequence = ''] = (by?.split('|')[0] ?? '').split(':').slice(-3)
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月第 ${sequence} 批`
}

/** A month in Chinese. Worked example: `2023-06` → 2023年6月. */
export const monthText = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}
