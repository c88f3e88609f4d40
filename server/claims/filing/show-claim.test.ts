import { hoursOf } from '../../../domain/kernel/hours'
import { instant } from '../../../domain/kernel/instant'
import type { ClaimStep } from '../../../domain/review/claim'
import { claimOf } from '../../../tests/harness/claim-of'
import { packs } from '../../kernel/packs'
import { claimCard, claimView, differenceOf, labelOf, ownOddity, stepsOf } from './show-claim'
import type { FieldInput, FieldView } from './views'

const AT = claimOf().submittedAt
const step = (orgName: string, change: Partial<ClaimStep> = {}): ClaimStep => ({
  ...{ step: 'unit', orgId: orgName, orgName, outcome: 'waiting', decidedBy: null, decidedByName: '' },
  ...{ decidedAt: null, hours: null, note: '' },
  ...change,
})

describe('the levels of a claim', () => {
  const steps = [
    step('单位', { outcome: 'approved' }),
    step('乡镇', { outcome: 'skipped', note: '这里没有乡镇一级' }),
    step('主管部门'),
    step('人社局'),
  ]
  const states = (state: 'submitted' | 'returned') =>
    stepsOf({ steps, stepIndex: 2, state }).map((one) => one.state)

  test('done, left out, its turn now, still to come', () => {
    expect(states('submitted')).toEqual(['done', 'skipped', 'now', 'waiting'])
    expect(stepsOf({ steps, stepIndex: 2, state: 'submitted' })[1]).toEqual({
      ...{ orgName: '乡镇', note: '这里没有乡镇一级', state: 'skipped' },
    })
  })
  test('it is nobody’s turn while the claim is with its claimant', () => {
    expect(states('returned')).toEqual(['done', 'skipped', 'waiting', 'waiting'])
  })
})

describe('a claim in a list', () => {
  const shown = { claimId: 'c', kind: 'paper', kindLabel: '论文', title: '灌区节水论文', year: 2022 }
  test('waits for its level, with the hours claimed', () => {
    const claim = claimOf({ steps: [step('青松院')], asks: [{ field: 'title', text: '写全称' }] })
    expect(claimCard(packs, claim)).toEqual({
      ...shown,
      ...{ state: 'submitted', hours: hoursOf(8), hourName: '学时', waitsFor: '青松院', asks: 1 },
      submittedAt: AT,
    })
  })
  test('waits for nobody once it is returned, or past its levels; recognised hours replace the claimed', () => {
    const returned = claimOf({ steps: [step('青松院')], state: 'returned', recognisedHours: hoursOf(4) })
    expect(claimCard(packs, returned)).toMatchObject({ waitsFor: '', hours: hoursOf(4) })
    expect(claimCard(packs, claimOf({ steps: [step('青松院')], stepIndex: 1 })).waitsFor).toBe('')
  })
})

describe('a field as a person reads it', () => {
  const field = (id: string, input: FieldInput, options: FieldView['options'] = []): FieldView => ({
    ...{ id, label: `${id}的名称`, input, required: true, hint: '', options },
  })
  const choice = field('topic', 'choice', [{ value: 'none', label: '都不是', stop: '' }])

  test.each<[one: FieldView, before: string, after: string, shown: [string, string] | null]>([
    [field('title', 'text'), '论文', '新论文', ['论文', '新论文']],
    [field('title', 'text'), ' 论文 ', '论文', null],
    [field('title', 'text'), '', '论文', ['', '论文']],
    [field('ok', 'confirm'), 'yes', 'no', ['是', '']],
    [field('ok', 'confirm'), 'no', '', null],
    [field('record', 'record'), 'a:1', 'a:2', null],
    [field('on', 'day'), '2022-05-20', '2022-06-01', ['2022 年 5 月 20 日', '2022 年 6 月 1 日']],
    [field('on', 'kept'), '2022-05-20', '每周', ['2022 年 5 月 20 日', '每周']],
    [field('on', 'text'), '2022-05-20', '', ['2022-05-20', '']],
    [field('on', 'day'), '某天', '', ['某天', '']],
    [choice, 'none', 'other', ['都不是', 'other']],
  ])('%j: from “%s” to “%s”', (one, before, after, shown) => {
    const difference = differenceOf(
      [one],
      { fields: { [one.id]: before }, attachments: [] },
      { fields: { [one.id]: after }, attachments: [] },
    )
    expect(difference).toEqual(
      shown ? [{ field: one.id, label: one.label, before: shown[0], after: shown[1] }] : [],
    )
  })

  test('files are told apart by their bytes, and named', () => {
    const file = (name: string, digit: string) => ({
      ...{ fileId: name, name, type: 'image/jpeg' as const, bytes: 1, sha256: digit.repeat(64) },
    })
    const files = (...attachments: ReturnType<typeof file>[]) => ({ fields: {}, attachments })
    expect(differenceOf([], files(file('甲.jpg', '1')), files(file('乙.jpg', '1')))).toEqual([])
    expect(
      differenceOf([], files(file('甲.jpg', '1')), files(file('甲.jpg', '1'), file('乙.jpg', '2'))),
    ).toEqual([{ field: 'photo', label: '证明材料', before: '甲.jpg', after: '甲.jpg、乙.jpg' }])
  })

  test('a request names its field; the photo has a name of its own, and what is no field has none', () => {
    expect(labelOf([choice], 'topic')).toBe('topic的名称')
    expect(labelOf([choice], 'photo')).toBe('证明材料')
    expect(labelOf([choice], 'nothing')).toBe('')
  })
})

test('a claimant is not told whose claim shares the evidence', () => {
  const text = '用过同样的 DOI'
  expect(ownOddity({ code: 'SHARED_EVIDENCE', text, claimId: 'other' })).toEqual({
    code: 'SHARED_EVIDENCE',
    text: '另有别人的申报用过同样的材料，审核人会核对',
  })
  expect(ownOddity({ code: 'OUTSIDE_YEAR', text, claimId: null })).toEqual({ code: 'OUTSIDE_YEAR', text })
})

describe('a claim as its claimant sees it', () => {
  const view = (change: Parameters<typeof claimOf>[0]) => claimView({ packs }, claimOf(change))
  const midnight = instant(Date.parse('2022-09-01T00:00:00+08:00'))

  test.each([
    ['submitted', true],
    ['returned', true],
    ['credited', false],
    ['rejected', false],
    ['withdrawn', false],
    ['lapsed', false],
    ['revoked', false],
  ] as const)('%s: may be withdrawn %s', (state, canWithdraw) => {
    expect(view({ state }).canWithdraw).toBe(canWithdraw)
  })

  test('its last day is the one that ends at the deadline', () => {
    expect(view({ dueAt: midnight }).dueDay).toBe('2022-08-31')
    expect(view({}).dueDay).toBeNull()
  })

  test('its entry, once it gave hours, and the requests by their fields', () => {
    expect(view({ entryId: 'e' }).entry).toEqual({ entryId: 'e', year: 2022 })
    expect(view({}).entry).toBeNull()
    const asks = [
      { field: 'title', text: '写全称' },
      { field: 'photo', text: '重拍' },
    ]
    expect(view({ asks }).openAsks).toEqual([
      { field: 'title', text: '写全称', label: '名称' },
      { field: 'photo', text: '重拍', label: '证明材料' },
    ])
  })

  test('only what was filled in; of a kind that the notice no longer has, no field at all', () => {
    const fields = { title: ' 灌区 ', on: '2022-05-20', level: ' ', 'author-rank': '' }
    expect(view({ fields }).fields.map(({ id, text }) => [id, text])).toEqual([
      ['title', '灌区'],
      ['on', '2022 年 5 月 20 日'],
    ])
    expect(view({ kind: 'gone', fields }).fields).toEqual([])
  })

  test('a correction shows what it changed, a first submission nothing', () => {
    const fields = { title: '新' }
    expect(view({ fields }).difference).toEqual([])
    expect(view({ fields, before: { fields: { title: '旧' }, attachments: [] } }).difference).toEqual([
      { field: 'title', label: '名称', before: '旧', after: '新' },
    ])
  })
})
