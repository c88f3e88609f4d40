import { hoursOf } from '../kernel/hours'
import { instant } from '../kernel/instant'
import { ALL_OF, pack, says, TABLE } from './explain.fixture'
import { conditionText, explainItem, formulaRule } from './explain-item'
import type { LearningItem } from './facts'
import { annualNotice } from './notice.fixture'
import { sealPack } from './seal-pack'
import type { ExplainedItem, ItemVerdict } from './verdict'

const explained = (
  verdict: Partial<ItemVerdict>,
  fact: Partial<LearningItem> = {},
  own = pack,
): ExplainedItem => {
  const item: LearningItem = { id: 'i', kind: 'course', earnedAt: instant(0), ...fact }
  return explainItem(own, {
    facts: { region: 'qinghai', year: 2023, items: [item] },
    fact: item,
    verdict: {
      id: 'i',
      category: 'professional',
      reason: 'COUNTED',
      hours: hoursOf(8),
      counted: hoursOf(0),
      pending: hoursOf(0),
      overCap: hoursOf(0),
      refused: hoursOf(0),
      by: null,
      ...verdict,
    },
  })
}

const PUBLIC = { category: 'public' } as const
describe('why an item counts or not, and the way out', () => {
  test.each<[string, Partial<ItemVerdict>, string, string | null]>([
    ['COUNTED', { counted: hoursOf(8) }, '网络课程，8 学时计入 2023 年度专业课。', null],
    [
      'COUNTED in part',
      { reason: 'COUNTED', counted: hoursOf(6.5), overCap: hoursOf(1.5), ...PUBLIC },
      '网络课程，6.5 学时计入 2023 年度公需课。另有 1.5 学时超出上限，不再增加。',
      null,
    ],
    [
      'PENDING',
      { pending: hoursOf(8) },
      '网络课程，8 学时等待核验，核验后计入 2023 年度专业课。',
      '不用重学；核验通过后自动计入。',
    ],
    [
      'PENDING in part',
      { reason: 'PENDING', pending: hoursOf(7), overCap: hoursOf(1) },
      '网络课程，7 学时等待核验，核验后计入 2023 年度专业课。另有 1 学时超出上限，不再增加。',
      '不用重学；核验通过后自动计入。',
    ],
    [
      'OTHER_SUBJECT',
      PUBLIC,
      '公需课要学完同一个科目，不同科目的学时不能相加；现在以学得最多的科目计算。',
      '选定一个科目，把它学完。',
    ],
    [
      'AWAITS_RECOGNITION',
      {},
      '网络课程的学时由审核人认定，还没有认定。',
      '请提醒审核人认定学时，并备好证明材料。',
    ],
    ['CATEGORY_NOT_CLAIMABLE', PUBLIC, '公需课不能通过认证取得。', '请在学习平台学习公需课。'],
    ['CATEGORY_MISSING', {}, '这门课程没有写明是公需课还是专业课。', '请向举办单位问清楚课程类别后再登记。'],
    ['SUBJECT_UNKNOWN', PUBLIC, '不是 2023 年度规定的公需课科目。', '请学习当年规定的公需课科目。'],
    ['MODE_NOT_ADMITTED', PUBLIC, '公需课不能以这种形式学习。', '请改用通知规定的学习形式。'],
    ['TOPIC_EXCLUDED', { by: 'coaching' }, '考前辅导不作学时登记。', '请选择其他公需课或专业课。'],
    [
      'TOPIC_EXCLUDED by a topic without a name',
      { reason: 'TOPIC_EXCLUDED', by: 'fxzx' },
      '这类内容不作学时登记。',
      '请选择其他公需课或专业课。',
    ],
    [
      'CONDITION_MISSING',
      { by: 'exam-passed' },
      '网络课程计入学时的条件还没有满足：考试合格。',
      '请通过考试。',
    ],
    [
      'CONDITION_MISSING, the second',
      { reason: 'CONDITION_MISSING', by: 'within-specialty' },
      '网络课程计入学时的条件还没有满足：在基地授权的专业范围内。',
      '请选对口的课程。',
    ],
    [
      'CONDITION_MISSING, none of this kind',
      { reason: 'CONDITION_MISSING', by: 'documented' },
      '网络课程计入学时的条件还没有满足：有考察或培训的文件。',
      null,
    ],
    [
      'PROVIDER_NOT_LAWFUL',
      { by: 'elsewhere' },
      '不是通知认可的学习平台或机构，学时无效。',
      '请到试验平台、干部网络学院、开放大学学习。',
    ],
    ['BASE_DISQUALIFIED', { by: '乙基地' }, '乙基地已不再是省级继续教育基地。', '请选择通知公布的基地。'],
    ['BASE_UNKNOWN', { by: '丙基地' }, '丙基地不在通知公布的基地名单里。', '请选择通知公布的基地。'],
    [
      'LEVEL_NOT_SERVED',
      { by: 'city' },
      '这一级基地的学时不能用于申报这个级别的职称。',
      '请学习省级基地的课程。',
    ],
    ['DUPLICATE', { by: 'doi' }, '同一课程或同一成果已经计过一次。', '请选择另一门课程或另一项成果。'],
    ['VOIDED', { by: '抽查发现代学' }, '已按无效处理：抽查发现代学', '如有不同意见，请向单位人事提出。'],
  ])('%s', (name, verdict, why, cure) => {
    const reason = (verdict.reason ?? name) as ItemVerdict['reason']
    expect(explained({ ...verdict, reason })).toMatchObject({ why, cure })
  })

  test.each<[string, Partial<ItemVerdict>, Partial<LearningItem>, string, string]>([
    [
      'a kind',
      { by: 'papers' },
      { kind: 'paper' },
      '论文著作最多计 40 学时，之前的已经计满，这 8 学时不再增加。',
      '用另一类学习补足，例如网络课程。',
    ],
    [
      'a subject (SX20-6)',
      { by: 's1', ...PUBLIC },
      { subjectId: 's1' },
      '这个科目最多计 24 学时，之前的已经计满，这 8 学时不再增加。',
      '用另一类学习补足，例如网络课程。',
    ],
    [
      'nothing known',
      { by: null },
      {},
      '之前的已经计满，这 8 学时不再增加。',
      '用另一类学习补足，例如网络课程。',
    ],
  ])('OVER_CAP of %s', (_, verdict, fact, why, cure) => {
    expect(explained({ reason: 'OVER_CAP', ...verdict }, fact)).toMatchObject({ why, cure })
  })

  test('SX22-2: where every subject is asked, the way out of a full one is another subject', () => {
    const full = { reason: 'OVER_CAP', by: 's1', ...PUBLIC } as const
    expect(explained(full, { subjectId: 's1' }, ALL_OF).cure).toBe('换一个还没有学完的公需课科目。')
    expect(explained({ ...full, category: 'professional' }, {}, ALL_OF).cure).toBe(
      '用另一类学习补足，例如网络课程。',
    )
  })

  test('a kind that the notice does not know has neither name nor cure', () => {
    const unknown = explained({ reason: 'KIND_UNKNOWN', by: 'luck' }, { kind: 'luck' })
    expect(unknown).toMatchObject({ why: '本地区当年的通知里没有这一类学习。', cure: null })
    expect(explained({ reason: 'CONDITION_MISSING', by: 'documented' }, { kind: 'luck' })).toMatchObject({
      why: '这一项计入学时的条件还没有满足：有考察或培训的文件。',
      cure: null,
    })
    expect(explained({ reason: 'PROVIDER_NOT_LAWFUL' }, { kind: 'luck' }).cure).toBe('请到学习。')
  })
})

describe('the rules that decided, in their order', () => {
  const notesOf = (verdict: Partial<ItemVerdict>, fact: Partial<LearningItem> = {}) =>
    explained(verdict, fact).rules.map(({ note, words }) => (words === '' ? note : words))
  const course = ['按课程学时', '认可的平台']

  test.each<[string, Partial<ItemVerdict>, Partial<LearningItem>, string[]]>([
    ['a professional course that counts', {}, {}, ['自动生成', ...course, '专业数', '要考试', '要对口']],
    [
      'a public one, with its subject',
      PUBLIC,
      { subjectId: 's2' },
      ['自动生成', ...course, '公需数', '公需形式', '任选一科', '科目二学时', '要考试'],
    ],
    [
      'a public one of another subject',
      PUBLIC,
      { subjectId: 's1' },
      ['自动生成', ...course, '公需数', '公需形式', '任选一科', '科目一学时', '要考试'],
    ],
    [
      'a course of a base of the province',
      {},
      { base: { name: '甲基地', level: 'province', audience: 'province' } },
      ['自动生成', ...course, '专业数', '要考试', '要对口', '省级基地', '基地名单'],
    ],
    [
      'a course of a base of a city',
      {},
      { base: { name: '甲基地', level: 'city', audience: 'province' } },
      ['自动生成', ...course, '专业数', '要考试', '要对口', '市级基地', '基地名单'],
    ],
    [
      'a course with evidence',
      {},
      { evidenceKey: 'c-1' },
      ['自动生成', ...course, '专业数', '要考试', '要对口', '只计一次'],
    ],
    [
      'a course of a topic that others may not count',
      {},
      { topic: 'induction' },
      ['自动生成', ...course, '专业数', '要考试', '要对口', '岗前不登记', '只对事业单位'],
    ],
    ['a paper', {}, { kind: 'paper' }, ['只认专业', '论文属专业', '每篇10学时', '专业数', '论文上限']],
    ['a trip', {}, { kind: 'trip' }, ['自动生成', '每天8学时', '专业数', '一天上限']],
    ['teaching', {}, { kind: 'teaching' }, ['只认专业', '三倍', '专业数']],
    ['a kind whose table is missing', {}, { kind: 'mentoring' }, ['只认专业', '（见附件2）', '专业数']],
    [
      'what waits',
      { reason: 'PENDING' },
      { base: { name: '甲基地', level: 'city', audience: 'province' } },
      ['自动生成', ...course, '专业数', '核验前等待', '年度提交', '市级基地', '基地名单'],
    ],
    ['a condition', { reason: 'CONDITION_MISSING', by: 'exam-passed' }, {}, ['要考试']],
    ['another condition', { reason: 'CONDITION_MISSING', by: 'within-specialty' }, {}, ['要对口']],
    [
      'a condition of the other category',
      { reason: 'CONDITION_MISSING', by: 'within-specialty', ...PUBLIC },
      {},
      [],
    ],
    ['a full cap', { reason: 'OVER_CAP', by: 'papers' }, { kind: 'paper' }, ['论文上限']],
    [
      'a full subject',
      { reason: 'OVER_CAP', by: 's1', ...PUBLIC },
      { subjectId: 's1' },
      ['科目一学时', '任选一科'],
    ],
    [
      'an excluded topic',
      { reason: 'TOPIC_EXCLUDED', by: 'coaching' },
      { topic: 'coaching' },
      ['辅导不登记'],
    ],
    [
      'a topic excluded for some',
      { reason: 'TOPIC_EXCLUDED', by: 'induction' },
      { topic: 'induction' },
      ['岗前不登记', '只对事业单位'],
    ],
    ['a category that cannot be claimed', { reason: 'CATEGORY_NOT_CLAIMABLE' }, {}, ['只认专业']],
    ['a base struck off', { reason: 'BASE_DISQUALIFIED' }, {}, ['取消名单', '取消日期']],
    ['a base not on the list', { reason: 'BASE_UNKNOWN' }, {}, ['基地名单', '国家级也可以']],
    ['a kind that the notice does not know', { reason: 'KIND_UNKNOWN' }, { kind: 'luck' }, ['专业数']],
  ])('%s', (_, verdict, fact, notes) => {
    expect(notesOf(verdict, fact)).toEqual(notes)
  })

  test('a notice that asks nothing of a year, and strikes off nobody, says so', () => {
    const silent = sealPack(annualNotice({ requirement: { state: 'silent', note: '不按年度要求。' } }))
    expect(explained({}, {}, silent).rules.map(({ note }) => note)).toContain('不按年度要求。')
    expect(explained({ reason: 'BASE_DISQUALIFIED' }, {}, silent).rules).toEqual([])
  })

  test('items that share their standing share one list of rules; others do not', () => {
    const first = explained({ counted: hoursOf(1) })
    expect(explained({ counted: hoursOf(2) }, { id: 'j' }).rules).toBe(first.rules)
    const [a, b] = [explained({ reason: 'OVER_CAP', by: 'a' }), explained({ reason: 'OVER_CAP', by: 'b' })]
    expect(a.rules).toBe(b.rules)
    expect(explained({}, {}, ALL_OF).rules).not.toBe(first.rules)
    expect(explained({}, { evidenceKey: 'c-1' }).rules).not.toBe(explained({}, {}).rules)
  })
})

test('the routes of make-up are told by the notice that opened the year, not by the year’s own', () => {
  const routesOf = (rule: ReturnType<typeof says> | null) => {
    const item: LearningItem = { id: 'i', kind: 'course', earnedAt: instant(0) }
    const untimely = new Map([['i', { reason: 'MAKE_UP_ROUTE', by: 'course', rule } as const]])
    const verdict = { id: 'i', category: 'professional', reason: 'MAKE_UP_ROUTE', by: 'course' } as const
    const none = { hours: hoursOf(8), counted: hoursOf(0), pending: hoursOf(0), overCap: hoursOf(0) }
    return explainItem(pack, {
      facts: { region: 'qinghai', year: 2023, items: [item], untimely },
      fact: item,
      verdict: { ...verdict, ...none, refused: hoursOf(8) },
    }).rules.map(({ note }) => note)
  }
  expect(routesOf(says(['class'], '2024年的途径'))).toEqual(['2024年的途径'])
  expect(routesOf(says(['class'], '2025年的途径'))).toEqual(['2025年的途径'])
})

test('the rule that a formula rests on', () => {
  const clauseOf = (id: string) =>
    pack.kinds.flatMap((kind) => (kind.id === id ? [formulaRule(kind)] : []))[0]
  expect(clauseOf('mentoring')).toBe(TABLE)
  expect(['course', 'paper', 'trip', 'teaching'].map((id) => clauseOf(id))).toMatchObject([
    { value: true },
    { value: 1_000 },
    { value: 800 },
    { value: 3 },
  ])
})

test.each([
  ['exam-passed', '考试合格'],
  ['plan-approved', '培训计划经人社部门审核通过'],
  ['organiser-recognised', '由规定的部门举办、批准、备案或认可'],
  ['study-record-kept', '用人单位建立学习档案并确定学时'],
  ['within-specialty', '在基地授权的专业范围内'],
  ['documented', '有考察或培训的文件'],
  ['provider-certified', '院校或机构出具学时证明'],
  ['courseware-audited', '课件审核通过'],
  [null, '见通知'],
])('the condition %s reads %s', (condition, text) => {
  expect(conditionText(condition)).toBe(text)
})
