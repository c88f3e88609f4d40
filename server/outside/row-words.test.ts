import { instant } from '../../domain/kernel/instant'
import { packs } from '../kernel/packs'
import type { OutsideRowDocument, RowStateReason } from './documents'
import { monthText, rowWords } from './row-words'

const standard = packs.standardOf('qinghai', 2023)
const pack = standard.ok ? standard.value : null
const AT = instant(Date.parse('2023-07-02T10:00:00+08:00'))

const ROW: OutsideRowDocument = {
  _id: 'qh-cadre-academy:2023-06:1:0',
  version: 1,
  batchId: 'qh-cadre-academy:2023-06:1',
  position: 0,
  rowId: 'L1',
  providerId: 'qh-cadre-academy',
  region: 'qinghai',
  idNumberHash: 'hash',
  idNumberMasked: '9901**********0010',
  name: '马雪莲',
  courseCode: 'GX-1',
  courseTitle: '新发展理念',
  category: 'public',
  hoursText: '四十',
  hours: null,
  completedOn: '六月一日',
  year: 2023,
  state: 'refused',
  reason: null,
  by: null,
  personId: null,
  entryId: null,
  receivedAt: AT,
  decidedAt: AT,
}

const MENDS = '请推送单位更正后，放进新的一批再送来'

describe('why a line of another body was not entered, and who mends it', () => {
  test.each<[RowStateReason, string, string | null]>([
    ['ID_NUMBER_MALFORMED', '身份证号不对，认不出是谁', MENDS],
    ['NAME_MALFORMED', '姓名不是完整的中文姓名', MENDS],
    ['COURSE_MISSING', '没有写课程编号或课程名称', MENDS],
    ['CATEGORY_MALFORMED', '没有写明是公需还是专业', MENDS],
    ['HOURS_MALFORMED', '学分“四十”读不出是多少', MENDS],
    ['DAY_MALFORMED', '完成日期“六月一日”不是一个日期', MENDS],
    ['DAY_TO_COME', '完成日期晚于这一批的月份', MENDS],
    ['YEAR_MALFORMED', '计入的年度晚于完成的年度', MENDS],
    ['PERSON_UNKNOWN', '这个人还没有在平台登记', '请所在单位通知本人登记；登记并核对后自动记入，不用再送'],
    ['PERSON_UNVERIFIED', '本人已登记，单位还没有核对', '请所在单位核对本人；核对后自动记入，不用再送'],
    ['NAME_DIFFERS', '身份证号和姓名对不上', '请推送单位对照证件更正姓名，放进新的一批再送来'],
    ['REGION_OTHER', '本人登记在别的地区', '请本人核对所在单位；本地区不登记这条学分'],
    ['NO_RULE_FOR_YEAR', '2023 年的规定没有收进来，无法判断', '规定收进来后请再送一次'],
    ['YEAR_CLOSED', '学的那天不能补 2023 年度', '请本人改学当年度的课程'],
    ['KIND_UNKNOWN', '当年的通知里没有这一类学习', null],
    ['AWAITS_RECOGNITION', '这一类的学分要由审核人认定', '请本人申报认定'],
    ['OVER_CAP', '已经超过当年的上限', null],
    ['OTHER_SUBJECT', '本人学得最多的是另一个科目', null],
    ['PENDING', '等待核验', null],
    ['CATEGORY_NOT_CLAIMABLE', '这一类不能这样取得', null],
    ['CATEGORY_MISSING', '没有写明是公需还是专业', MENDS],
    ['SUBJECT_UNKNOWN', '不是当年规定的公需科目', MENDS],
    ['MODE_NOT_ADMITTED', '公需科目不能以这种形式学习', null],
    ['TOPIC_EXCLUDED', '“这类内容”不作学分登记', null],
    ['CONDITION_MISSING', '还缺一个条件：见通知', MENDS],
    ['PROVIDER_NOT_LAWFUL', '当年的通知没有认可它登记这一类学分', null],
    ['BASE_DISQUALIFIED', '它已不再是继续教育基地', null],
    ['BASE_UNKNOWN', '它不在通知公布的基地名单里', null],
    ['LEVEL_NOT_SERVED', '这一级基地的学分不能用于这个级别', null],
    ['DUPLICATE', '同一门课已经计过一次', null],
    ['VOIDED', '已按无效处理', null],
  ])('%s', (reason, why, cure) => {
    expect(rowWords({ ...ROW, reason }, { pack, hour: '学分' })).toEqual({ why, cure })
  })

  test.each<[string, Partial<OutsideRowDocument>, string, string | null]>([
    [
      'the last day for making a year up',
      { reason: 'YEAR_CLOSED', by: '2023-12-31' },
      '学的那天不能补 2023 年度（补学到 2023年12月31日为止）',
      '请本人改学当年度的课程',
    ],
    [
      'no last day where the notice names none',
      { reason: 'YEAR_CLOSED', by: '' },
      '学的那天不能补 2023 年度',
      '请本人改学当年度的课程',
    ],
    [
      'an exam that was not passed',
      { reason: 'CONDITION_MISSING', by: 'exam-passed' },
      '还缺一个条件：考试合格',
      '请本人在原平台考试合格，合格后再送来',
    ],
    [
      'a condition that the sender proves',
      { reason: 'CONDITION_MISSING', by: 'documented' },
      '还缺一个条件：有考察或培训的文件',
      MENDS,
    ],
    [
      'contents by the name that the notice gives them',
      { reason: 'TOPIC_EXCLUDED', by: 'exam-coaching' },
      '“考前辅导”不作学时登记',
      null,
    ],
    [
      'contents that this notice does not name',
      { reason: 'TOPIC_EXCLUDED', by: 'gardening' },
      '“这类内容”不作学时登记',
      null,
    ],
    [
      'the batch that brought it first',
      { reason: 'ALREADY_THERE', by: 'nxzj:2022-06:12:4|30' },
      '这门课已经记过一次（2022年6月第 12 批）',
      null,
    ],
    [
      'the hours it was entered with before',
      { reason: 'ALREADY_OTHERWISE', by: 'nxzj:2022-11:1:4|30' },
      '这门课已按 30 学时记过（2022年11月第 1 批），学时不同，没有改动',
      '请推送单位说明以哪个为准；要改动的，由人社部门更正',
    ],
  ])('it names %s', (_, change, why, cure) => {
    expect(rowWords({ ...ROW, ...change }, { pack, hour: '学时' })).toEqual({ why, cure })
  })

  test('without a notice the excluded contents have no name', () => {
    const row: OutsideRowDocument = { ...ROW, reason: 'TOPIC_EXCLUDED', by: 'exam-coaching' }
    expect(rowWords(row, { pack: null, hour: '学时' }).why).toBe('“这类内容”不作学时登记')
  })
})

test('a line that was entered says its year, and one without an outcome that it is being worked on', () => {
  expect(rowWords({ ...ROW, state: 'taken' }, { pack, hour: '学时' })).toEqual({
    why: '已记入本人 2023 年度',
    cure: null,
  })
  expect(rowWords({ ...ROW, state: 'unmatched' }, { pack, hour: '学时' })).toEqual({
    why: '正在处理',
    cure: null,
  })
})

test.each([
  ['2023-06', '2023年6月'],
  ['2022-11', '2022年11月'],
])('the month %s is %s', (month, text) => {
  expect(monthText(month)).toBe(text)
})
