import { hoursOf } from '../kernel/hours'
import { day } from '../kernel/instant'
import { annualNotice, asKind, unsaid } from './notice.fixture'
import type { Notice } from './pack'
import { sealPack } from './seal-pack'
import type { Missing, Reading } from './value'

// A notice each of whose rules is told from every other by its reading, for the tests of explanations.

/** A rule that is told from every other by its reading. */
export const says = <T>(value: T, reading: string): Reading<T> => ({ state: 'reading', value, reading })
export const BASE = annualNotice()
export const TABLE: Missing = { state: 'missing', document: '附件2', clause: 'QH23-18', words: '（见附件2）' }

export const NOTICE: Partial<Notice> = {
  labels: { ...BASE.labels, public: '公需课', professional: '专业课' },
  requirement: {
    total: says(hoursOf(135), '总数'),
    public: says(hoursOf(45), '公需数'),
    professional: says(hoursOf(90), '专业数'),
    bothParts: says(true, '两部分'),
  },
  publicSubjects: {
    theme: unsaid(),
    choice: says('oneOf', '任选一科'),
    subjects: [
      { id: 's1', title: '科目一', hours: says(hoursOf(24), '科目一学时') },
      { id: 's2', title: '科目二', hours: says(hoursOf(12), '科目二学时') },
    ],
    topics: [],
    modes: says(['online'], '公需形式'),
  },
  kinds: [
    {
      ...asKind({ id: 'course', route: 'online', label: '网络课程' }),
      formula: { kind: 'actual', says: says<true>(true, '按课程学时') },
      conditions: [
        { needs: says('exam-passed', '要考试'), cure: '请通过考试。' },
        { needs: says('within-specialty', '要对口'), only: 'professional', cure: '请选对口的课程。' },
      ],
      providers: says(['platform', 'academy', 'college'], '认可的平台'),
    },
    {
      ...asKind({ id: 'paper', route: 'claim', label: '学术论文' }),
      category: says('professional', '论文属专业'),
      formula: { kind: 'per-item', hoursPerItem: says(hoursOf(10), '每篇10学时') },
      caps: ['papers'],
    },
    {
      ...asKind({ id: 'trip', route: 'face-to-face', label: '考察' }),
      formula: { kind: 'per-day', hoursPerDay: says(hoursOf(8), '每天8学时') },
      caps: ['days'],
    },
    {
      ...asKind({ id: 'teaching', route: 'claim', label: '授课' }),
      formula: { kind: 'multiple', factor: says(3, '三倍') },
    },
    {
      ...asKind({ id: 'mentoring', route: 'claim', label: '带教' }),
      formula: { kind: 'recognised', table: TABLE },
    },
  ],
  caps: [
    { id: 'papers', label: '论文著作', per: 'year', limit: says(hoursOf(40), '论文上限') },
    { id: 'days', label: '一天', per: 'day', limit: says(hoursOf(8), '一天上限') },
  ],
  countsOnce: says(true, '只计一次'),
  claimable: says(['professional'], '只认专业'),
  exclusions: [
    {
      topic: 'coaching',
      label: '考前辅导',
      excluded: says(true, '辅导不登记'),
      onlyFor: null,
      recognised: says([{ all: ['考前'] }], '考前的名称'),
    },
    {
      topic: 'induction',
      label: '岗前培训',
      excluded: says(true, '岗前不登记'),
      onlyFor: says(['institution'], '只对事业单位'),
      recognised: says([{ all: ['岗前'] }], '岗前的名称'),
    },
  ],
  providers: [
    { id: 'academy', name: says('干部网络学院', '学院'), address: null, phone: null },
    { id: 'college', name: says('开放大学', '大学'), address: null, phone: null },
  ],
  bases: {
    admitted: says(['甲基地'], '基地名单'),
    national: says(true, '国家级也可以'),
    disqualified: { names: says(['乙基地'], '取消名单'), from: says(day('2023-01-01'), '取消日期') },
    certifies: says(false, '基地不认证'),
  },
  pendingUntilVerified: says(true, '核验前等待'),
  review: {
    ...BASE.review,
    automatic: says(['online'], '自动生成'),
    yearlySubmission: says(true, '年度提交'),
  },
  titleLevels: {
    nation: says(['junior', 'middle', 'senior'], '国家级基地'),
    province: says(['junior', 'middle', 'senior'], '省级基地'),
    city: says(['junior', 'middle'], '市级基地'),
  },
}

export const pack = sealPack(annualNotice(NOTICE))

/** The same, where all subjects are asked. */
export const ALL_OF = sealPack(
  annualNotice({
    ...NOTICE,
    publicSubjects: { ...BASE.publicSubjects, ...NOTICE.publicSubjects, choice: says('allOf', '三科都学') },
  }),
)
