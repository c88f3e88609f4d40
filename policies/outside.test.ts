import { checkCharacterOf } from '../domain/identity/id-number'
import { hoursOf } from '../domain/kernel/hours'
import { day, startOfDay } from '../domain/kernel/instant'
import { batchIdOf, isLate, type SentBatch, type SentRow, signedTextOf } from '../domain/outside/batch'
import { decideRow, type Sender } from '../domain/outside/decide-row'
import { type OutsideRow, readRow } from '../domain/outside/read-row'
import { sameCourseKeys } from '../domain/outside/same-course'
import { packLookup } from '../domain/policy/lookup'
import { sealPack } from '../domain/policy/seal-pack'
import { NOTICES } from '.'

const packs = packLookup(NOTICES.map(sealPack))

const seventeen = '99010119900101123'
const sent: SentRow = {
  rowId: '1',
  idNumber: seventeen + checkCharacterOf(seventeen),
  name: '马雪莲',
  courseCode: 'gx-01',
  courseTitle: '生态文明与绿色发展',
  category: 'public',
  hours: '45',
  completedOn: '2023-06-20',
  examPassed: true,
}
const batch: SentBatch = {
  format: 1,
  providerId: 'qh-cadre-academy',
  region: 'qinghai',
  month: '2023-06',
  sequence: 1,
  rows: [sent],
}
const receivedAt = startOfDay(day('2023-07-02'))
const read = (change: Partial<SentRow> = {}, month = '2023-06') =>
  readRow({ ...sent, ...change }, { batch: { month }, receivedAt, allowInventedAreas: true })
const row = (change: Partial<OutsideRow> = {}): OutsideRow => {
  const made = read()
  if (!made.ok) throw new Error(made.reason)
  return { ...made.row, ...change }
}
const sender = (id: string, region: string): Sender => ({ id, region, kind: 'department', base: null })
const decided = (who: Sender, change: Partial<OutsideRow>) =>
  decideRow(packs, { sender: who, person: {} }, row(change))

describe('a batch', () => {
  test('is named by provider, month and number, and signs the same whatever the order of its fields', () => {
    expect(batchIdOf(batch)).toBe('qh-cadre-academy:2023-06:1')
    const { rows, ...rest } = batch
    expect(signedTextOf({ rows, ...rest })).toBe(signedTextOf(batch))
    expect(signedTextOf({ ...batch, sequence: 2 })).not.toBe(signedTextOf(batch))
  })

  test('QH23-22: in time to the last second of its month, late after it; Ningxia sets no day', () => {
    const [qinghai, ningxia] = ['qinghai/2023', 'ningxia/2022'].map((id) =>
      packs.all.find((pack) => pack.id === id),
    )
    if (!qinghai || !ningxia) throw new Error('packs are missing')
    const at = (text: string) => Date.parse(text) as typeof receivedAt
    expect(isLate(qinghai, '2023-06', at('2023-06-30T23:59:59+08:00'))).toBe(false)
    expect(isLate(qinghai, '2023-06', at('2023-07-01T00:00:00+08:00'))).toBe(true)
    expect(isLate(ningxia, '2022-06', at('2022-12-01T00:00:00+08:00'))).toBe(false)
  })
})

describe('a line is read', () => {
  test('hours become hundredths, the year is that of the day, codes are upper case', () => {
    expect(read({ hours: '6.5', courseTitle: ' 绿色  发展 ' })).toMatchObject({
      ok: true,
      row: { hours: 650, year: 2023, courseCode: 'GX-01', courseTitle: '绿色 发展', mode: null },
    })
  })

  test.each([
    [{ idNumber: '990101199001011234' }, 'ID_NUMBER_MALFORMED'],
    [{ name: 'Ma' }, 'NAME_MALFORMED'],
    [{ courseCode: ' ' }, 'COURSE_MISSING'],
    [{ category: 'general' }, 'CATEGORY_MALFORMED'],
    [{ hours: '45学时' }, 'HOURS_MALFORMED'],
    [{ hours: '-1' }, 'HOURS_MALFORMED'],
    [{ hours: '0' }, 'HOURS_MALFORMED'],
    [{ hours: '1.234' }, 'HOURS_MALFORMED'],
    [{ hours: '1000.01' }, 'HOURS_MALFORMED'],
    [{ completedOn: '2023-02-30' }, 'DAY_MALFORMED'],
    [{ completedOn: '2023-07-01' }, 'DAY_TO_COME'],
    [{ year: 2024 }, 'YEAR_MALFORMED'],
  ] as const)('%j is refused as %s', (change, reason) => {
    expect(read(change)).toEqual({ ok: false, reason })
  })

  test('a day after the one it was received on is refused, whatever month the batch says', () => {
    expect(read({ completedOn: '2023-07-02' }, '2023-07')).toMatchObject({ ok: true })
    expect(read({ completedOn: '2023-07-03' }, '2023-07')).toEqual({ ok: false, reason: 'DAY_TO_COME' })
  })
})

describe('the same course', () => {
  const keys = (providerId: string, change: Partial<OutsideRow> = {}) =>
    sameCourseKeys(row(change), { personId: 'p', providerId })
  const shared = (a: readonly string[], b: readonly string[]) => a.some((key) => b.includes(key))

  test('of one provider by its code; of two by code and title; of another year never', () => {
    expect(shared(keys('a'), keys('a', { courseTitle: '题目改过了' }))).toBe(true)
    expect(shared(keys('a'), keys('b'))).toBe(true)
    expect(shared(keys('a'), keys('b', { courseTitle: '另一门课' }))).toBe(false)
    expect(shared(keys('a'), keys('b', { courseCode: 'X' }))).toBe(false)
    expect(shared(keys('a'), keys('a', { year: 2022 }))).toBe(false)
  })
})

describe('a line is decided by the notice of its year', () => {
  const academy = sender('qh-cadre-academy', 'qinghai')
  const platform = sender('ta-tyjrp', 'shandong')
  const site = sender('nxzj', 'ningxia')

  test('QH23-5: the academy gives public hours, and nothing else', () => {
    expect(decided(academy, {})).toMatchObject({
      kind: 'take',
      item: { kind: 'public-online', providerId: 'qh-cadre-academy' },
      credit: { category: 'public', hours: hoursOf(45), cap: null },
    })
    expect(decided(academy, { category: 'professional' })).toEqual({
      kind: 'refuse',
      reason: 'PROVIDER_NOT_LAWFUL',
      by: 'qh-cadre-academy',
    })
  })

  test('a line becomes an item with all that it says', () => {
    const decision = decided(academy, { mode: 'online' })
    expect(decision.kind === 'take' && decision.item).toEqual({
      id: 'qh-cadre-academy:GX-01',
      kind: 'public-online',
      category: 'public',
      hours: hoursOf(45),
      earnedAt: Date.parse('2023-06-20T23:59:59.999+08:00'),
      providerId: 'qh-cadre-academy',
      evidenceKey: 'outside:qh-cadre-academy:GX-01',
      meets: ['exam-passed'],
      mode: 'online',
    })
  })

  test('QH23-19: what is never registered stays out, by its title', () => {
    expect(decided(academy, { courseTitle: '2023年度法宣在线' })).toMatchObject({ reason: 'TOPIC_EXCLUDED' })
  })

  test.each([
    ['某医院2023年新进人员岗前培训', 'induction'],
    ['2023年事业单位新进人员岗前培训', 'induction'],
    ['新入职教师集中培训', 'induction'],
    ['执业药师考前培训冲刺班', 'exam-coaching'],
    ['一级建造师考前集训', 'exam-coaching'],
    ['注册会计师考试辅导', 'exam-coaching'],
    ['“法宣 在线”学法用法', 'fxzx'],
    ['法宣在线普法宣传教育', 'fxzx'],
    ['2023年度法宣学习', 'fxzx'],
  ])('QH23-19: %s is recognised by what its title contains', (courseTitle, topic) => {
    const line = sender('qh-line', 'qinghai')
    const change = { courseTitle, category: 'professional', filing: '青人社备〔2023〕12号' } as const
    expect(decided(line, change)).toEqual({ kind: 'refuse', reason: 'TOPIC_EXCLUDED', by: topic })
  })

  test.each([
    '岗位练兵',
    '考前心理疏导技术',
    '考试命题技术',
    '教师入职仪式策划',
    '普法宣传',
    '心血管病诊疗新进展培训班',
    '科技创新进校园师资培训',
    '工匠精神融入职业教育教学能力培训',
    '介入职业暴露防护培训',
    '化学反应试剂使用规范',
    '应急响应试点经验',
    '消防装备考核标准',
    '教育思考前沿',
    '宪法宣传与法治建设',
    '税法宣讲',
    '安全生产法宣贯',
  ])('QH23-19: %s is taken', (courseTitle) => {
    const change = { courseTitle, category: 'professional', filing: '青人社备〔2023〕12号' } as const
    expect(decided(sender('qh-line', 'qinghai'), change)).toMatchObject({ kind: 'take' })
  })

  test('QH23-19: induction is refused to staff of public institutions, and judged once it is known who they are', () => {
    const line = sender('qh-line', 'qinghai')
    const induction = row({
      courseTitle: '新进人员岗前培训',
      category: 'professional',
      filing: '备案2023-17',
    })
    const of = (person: Parameters<typeof decideRow>[1]['person']) =>
      decideRow(packs, { sender: line, person }, induction)
    for (const personKind of ['institution', 'temporary', 'central-unit'] as const)
      expect(of({ personKind })).toMatchObject({ reason: 'TOPIC_EXCLUDED', by: 'induction' })
    expect(of({})).toMatchObject({ reason: 'TOPIC_EXCLUDED' })
    for (const personKind of ['enterprise', 'private-unit'] as const)
      expect(of({ personKind })).toMatchObject({
        kind: 'take',
        item: expect.not.objectContaining({ topic: 'induction' }),
      })
    expect(of(null)).toMatchObject({ kind: 'take' })
    const coaching = row({ courseTitle: '考前辅导', category: 'professional', filing: '备案2023-17' })
    expect(decideRow(packs, { sender: line, person: null }, coaching)).toMatchObject({
      reason: 'TOPIC_EXCLUDED',
    })
  })

  test.each(['无', '没有', '未备案', '暂无', '/', '—', 'N/A', 'none', '0', '不详', '待备案', '无。'])(
    'QH23-9: “%s” is no filing',
    (filing) => {
      const base = sender('qh-centre', 'qinghai')
      expect(decided(base, { category: 'professional', mode: 'face-to-face', filing })).toMatchObject({
        reason: 'CONDITION_MISSING',
        by: 'plan-approved',
      })
    },
  )
  test.each(['备案2023-17', 'NO.2023-17', '青人社备〔2023〕12号', '无锡路校区备2023-3'])(
    'QH23-9: “%s” can be one',
    (filing) => {
      const base = sender('qh-centre', 'qinghai')
      expect(decided(base, { category: 'professional', mode: 'face-to-face', filing })).toMatchObject({
        kind: 'take',
      })
    },
  )

  test('QH23-6: a national base trains too, one of the province that the notice does not list does not', () => {
    const base = (level: 'nation' | 'province', name = '某国家级继续教育基地') => ({
      ...sender('qh-national', 'qinghai'),
      base: { name, level, audience: 'province' } as const,
    })
    const change = { category: 'professional', filing: '备案2023-18' } as const
    expect(decided(base('nation'), change)).toMatchObject({ kind: 'take' })
    expect(decided(base('province'), change)).toMatchObject({ reason: 'BASE_UNKNOWN' })
    expect(decided(base('nation', '青海省团校'), change)).toMatchObject({ reason: 'BASE_DISQUALIFIED' })
  })

  test('NX22-3: a department’s list is its own training, a base’s is a class or remote learning, never the platform’s', () => {
    const department = sender('nx-health', 'ningxia')
    const base: Sender = {
      ...sender('nx-base', 'ningxia'),
      kind: 'base',
      base: { name: '某基地', level: 'province', audience: 'province' } as const,
    }
    const change = { completedOn: day('2022-06-20'), year: 2022, category: 'professional' } as const
    for (const mode of ['face-to-face', 'online', null] as const)
      expect(decided(department, { ...change, mode })).toMatchObject({
        kind: 'take',
        item: { kind: 'line-training' },
        credit: { category: 'professional', hours: hoursOf(45) },
      })
    expect(decided(base, { ...change, mode: 'face-to-face' })).toMatchObject({
      reason: 'CONDITION_MISSING',
      by: 'organiser-recognised',
    })
    expect(decided(base, { ...change, mode: 'face-to-face', filing: '认可2022-1' })).toMatchObject({
      item: { kind: 'workshop' },
    })
    expect(decided(base, { ...change, mode: 'online' })).toMatchObject({ item: { kind: 'remote-learning' } })
    expect(decided(department, { ...change, category: 'public' })).toMatchObject({
      reason: 'PROVIDER_NOT_LAWFUL',
    })
    expect(decided({ ...sender('elsewhere', 'ningxia'), kind: 'platform' }, change)).toMatchObject({
      reason: 'PROVIDER_NOT_LAWFUL',
    })
  })

  test('NY22-20: a department’s class of 2022 makes up for no earlier year', () => {
    const line = sender('ta-line', 'shandong')
    const change = { mode: 'face-to-face', filing: '宁人社备2022-3', category: 'professional' } as const
    expect(decided(line, { ...change, completedOn: day('2022-06-20'), year: 2019 })).toMatchObject({
      reason: 'MAKE_UP_ROUTE',
      by: 'class',
    })
    expect(decided(line, { ...change, completedOn: day('2022-06-20'), year: 2022 })).toMatchObject({
      kind: 'take',
    })
    expect(decided(line, { ...change, completedOn: day('2019-06-20'), year: 2019 })).toMatchObject({
      kind: 'take',
    })
  })

  test('QH23-9: a base’s class counts where it was filed and approved beforehand', () => {
    const base = sender('qh-centre', 'qinghai')
    const change = { category: 'professional', mode: 'face-to-face' } as const
    expect(decided(base, change)).toMatchObject({ reason: 'CONDITION_MISSING', by: 'plan-approved' })
    expect(decided(base, { ...change, filing: '备案2023-17' })).toMatchObject({ kind: 'take' })
  })

  test('QH23-8: a base struck off gives none from 2023', () => {
    const base = { name: '青海省团校', level: 'province', audience: 'province' } as const
    const struck = { ...sender('qh-league', 'qinghai'), base }
    expect(decided(struck, { category: 'professional', filing: '备案2023-18' })).toMatchObject({
      reason: 'BASE_DISQUALIFIED',
    })
  })

  test('NY22-4: the city’s platforms register a passed exam, and none without', () => {
    const change = { completedOn: day('2022-06-20'), year: 2022 }
    expect(decided(platform, change)).toMatchObject({ kind: 'take', item: { kind: 'online-course' } })
    expect(decided(platform, { ...change, examPassed: false })).toMatchObject({
      reason: 'CONDITION_MISSING',
      by: 'exam-passed',
    })
  })

  test('NY22-5: the section of rural revitalisation is professional, whatever the line says', () => {
    const change = { completedOn: day('2022-06-20'), year: 2022, section: '乡村振兴板块' }
    expect(decided(platform, change)).toMatchObject({ credit: { category: 'professional' } })
  })

  test('NY22-20: 2018 to 2021 may be made up for from 2022 on, and not before', () => {
    expect(decided(platform, { completedOn: day('2022-06-20'), year: 2019 })).toMatchObject({
      kind: 'take',
      pack: { id: 'shandong/taian-2022' },
    })
    expect(decided(platform, { completedOn: day('2021-06-20'), year: 2019 })).toMatchObject({
      reason: 'YEAR_CLOSED',
    })
  })

  test('NX22-6: what was completed in a past year is taken into it; making up for it is not', () => {
    const change = { completedOn: day('2018-11-02'), year: 2018 }
    expect(decided(site, change)).toMatchObject({ kind: 'take', credit: { category: 'public' } })
    expect(decided(site, { completedOn: day('2022-11-02'), year: 2018 })).toMatchObject({
      reason: 'YEAR_CLOSED',
    })
    expect(decided(site, { completedOn: day('2016-11-02'), year: 2016 })).toMatchObject({
      reason: 'NO_RULE_FOR_YEAR',
    })
  })

  test('SX22-11: another platform’s hours are none in Shaanxi', () => {
    expect(
      decided(sender('elsewhere', 'shaanxi'), { completedOn: day('2022-06-20'), year: 2022 }),
    ).toMatchObject({ reason: 'SUBJECT_UNKNOWN' })
    expect(
      decided(sender('elsewhere', 'shaanxi'), {
        completedOn: day('2022-06-20'),
        year: 2022,
        category: 'professional',
      }),
    ).toMatchObject({ reason: 'PROVIDER_NOT_LAWFUL' })
  })
})
