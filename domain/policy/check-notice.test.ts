import { checkNotice } from './check-notice'
import { annualNotice, asKind, summedNotice, we } from './notice.fixture'
import type { Notice } from './pack'

const NOTICE = annualNotice()
const FIRST_DAY = NOTICE.windows[0]
const { requirement, publicSubjects, review } = NOTICE
if (!('total' in requirement) || !FIRST_DAY) throw new Error('the notice asks hours of a year')

const SAID = { state: 'stated', value: true, clause: 'QH23-3', words: '每年不少于 135 学时' }
const DOCUMENTS = { QH23: { number: '青海省2023年通知', title: '继续教育', issuedOn: null } }
const subject = (id: string, hours: number) => ({ id, title: id, hours: we(hours) })
const subjects = (choice: string, ...hours: number[]) => ({
  publicSubjects: {
    ...publicSubjects,
    choice: we(choice),
    subjects: hours.map((each, at) => subject(`s${at}`, each)),
  },
})
const cap = (id: string, limit: number) => ({ id, label: id, per: 'year', limit: we(limit) })
const kind = (change: object) => ({ kinds: [{ ...asKind({ id: 'k', route: 'claim' }), ...change }] })
const window = (from: number | null, through: number, change: object = {}) => ({
  ...FIRST_DAY,
  fromYear: from,
  throughYear: we(through),
  ...change,
})
const substitution = (id: string, change: object = {}) => ({
  id,
  label: id,
  hoursEach: we(1000),
  atMost: we(1),
  lastDay: we('2022-12-31'),
  onlySeriesWithoutExam: we(true),
  cappedAtRequirement: we(true),
  ...change,
})
const fees = (online: number, faceToFace: number) => ({
  fees: {
    kind: we('ceiling'),
    onlineFenPerHour: we(online),
    faceToFaceFenPerHour: we(faceToFace),
    inclusive: we(true),
    onlyTrainingHours: we(true),
    reduction: null,
    payrollShareTenths: we(15),
  },
})
const archived = (ways: object) =>
  kind({ conditions: [{ needs: we('study-record-kept'), cure: '请单位建立学习档案。' }], ...ways })

/** A fault as it is read: the path of the value, then the reason. */
const faultsIn = (notice: object): string[] =>
  checkNotice(notice as Notice).map(({ path, reason }) => `${path.join('.')}: ${reason}`)

test('whole notices have no fault', () => {
  expect(faultsIn(NOTICE)).toEqual([])
  expect(faultsIn(summedNotice())).toEqual([])
})

test('positions in a list are numbers, keys are words', () => {
  const nameless = { id: 'p', name: { ...we('平台'), reading: '' }, address: null, phone: null }
  expect(checkNotice(annualNotice({ providers: [nameless] }))).toEqual([
    { path: ['providers', 0, 'name'], reason: 'no reading' },
  ])
})

describe('each value says where it comes from, in every state that it may have', () => {
  const faultsOf = (value: object) => faultsIn({ ...NOTICE, documents: DOCUMENTS, countsOnce: value })

  test.each([
    ['stated, whole', SAID, []],
    ['stated, without value', { ...SAID, value: undefined }, ['no value']],
    ['stated, of null', { ...SAID, value: null }, ['no value']],
    ['stated, without clause', { ...SAID, clause: '' }, ['no clause']],
    ['stated, its words blank', { ...SAID, words: ' \n' }, ['no words']],
    ['stated, its words no text', { ...SAID, words: 7 }, ['no words']],
    ['stated, by nothing', { state: 'stated' }, ['no value', 'no clause', 'no words']],
    ['stated, by a document that is not here', { ...SAID, clause: 'SX22-3' }, ['no document SX22']],
    ['a reading, whole', { state: 'reading', value: false, reading: '通知没有说。' }, []],
    ['a reading, of nothing', { state: 'reading' }, ['no value', 'no reading']],
    [
      'a reading, of a clause that is not here',
      { state: 'reading', value: 1, reading: '…', clause: 'NX22-1', words: '…' },
      ['no document NX22'],
    ],
    ['silent, whole', { state: 'silent', note: '通知没有规定。' }, []],
    ['silent, without a note', { state: 'silent', note: '' }, ['no note']],
    ['missing, whole', { state: 'missing', document: '附件2', clause: 'QH23-18', words: '见附件2' }, []],
    ['missing, nothing named', { state: 'missing' }, ['no document', 'no clause', 'no words']],
    ['a state that is none', { ...SAID, state: 'guessed' }, ['unknown state guessed']],
  ])('%s', (_, value, reasons) => {
    expect(faultsOf(value)).toEqual(reasons.map((reason) => `countsOnce: ${reason}`))
  })

  test('a fault of values comes alone: what stands on them is not looked at', () => {
    expect(faultsIn({ ...NOTICE, countsOnce: { state: 'silent' }, ...fees(-1, -1) })).toEqual([
      'countsOnce: no note',
    ])
  })

  test('a value inside a value is looked at as well', () => {
    expect(
      faultsIn({ ...NOTICE, review: { ...review, visitDays: { state: 'reading', value: 10 } } }),
    ).toEqual(['review.visitDays: no reading'])
  })
})

test.each<[string, object, string[]]>([
  [
    'a subject of no hours',
    subjects('free', 4500, 0),
    ['publicSubjects.subjects: hours are whole hundredths above zero'],
  ],
  [
    'a subject of a fraction',
    subjects('free', 12.5),
    ['publicSubjects.subjects: hours are whole hundredths above zero'],
  ],
  ['a subject of one hundredth', subjects('free', 1), []],
  [
    'a part of no hours',
    { requirement: { ...requirement, total: we(9000), public: we(0) } },
    ['requirement: hours are whole hundredths above zero'],
  ],
  [
    'a part of a fraction',
    { requirement: { ...requirement, total: we(9000.5), public: we(0.5) } },
    ['requirement: hours are whole hundredths above zero'],
  ],
  [
    'parts that are not the total',
    { requirement: { ...requirement, total: we(13499) } },
    ['requirement.total: the parts are not the total'],
  ],
  ['all subjects, together the public part (SX22-2)', subjects('allOf', 3000, 1500), []],
  [
    'all subjects, together less',
    subjects('allOf', 3000, 1400),
    ['publicSubjects: the subjects do not meet the requirement'],
  ],
  [
    'all subjects, together more',
    subjects('allOf', 4500, 4500),
    ['publicSubjects: the subjects do not meet the requirement'],
  ],
  ['one subject, each the whole public part (SX20-6)', subjects('oneOf', 4500, 4600), []],
  [
    'one subject, the second less than the part',
    subjects('oneOf', 4500, 4499),
    ['publicSubjects: the subjects do not meet the requirement'],
  ],
  ['one subject of none', subjects('oneOf'), ['publicSubjects: the subjects do not meet the requirement']],
  [
    'wrong sums, and wrong subjects',
    { requirement: { ...requirement, total: we(1) }, ...subjects('oneOf', 1) },
    [
      'requirement.total: the parts are not the total',
      'publicSubjects: the subjects do not meet the requirement',
    ],
  ],
])('sums: %s', (_, change, faults) => {
  expect(faultsIn({ ...NOTICE, ...change })).toEqual(faults)
})

test.each<[string, object, string[]]>([
  [
    'in force from a day that is none',
    { inForceFrom: we('2023-02-29') },
    ['inForceFrom: 2023-02-29 is no day'],
  ],
  ['in force from no day said', { inForceFrom: { state: 'silent', note: '通知没有规定。' } }, []],
  [
    'a window with wrong days',
    { windows: [window(null, 2022), window(2023, 2023, { lastDay: we('2023-13-01'), aimDay: we('soon') })] },
    ['windows.1.lastDay: 2023-13-01 is no day', 'windows.1.aimDay: soon is no day'],
  ],
  [
    'a wrong date, a right one, and the end of each month (QH23-22)',
    {
      dates: ['2023-12-32', '2023-12-31', 'month-end'].map((day) => ({
        act: 'push-data',
        label: '推送',
        force: we('soft'),
        day: we(day),
      })),
    },
    ['dates.0.day: 2023-12-32 is no day'],
  ],
  [
    'a substitution until a day that is none (NX22-8)',
    { substitutions: [substitution('a'), substitution('b', { lastDay: we('2022-06-31') })] },
    ['substitutions.1.lastDay: 2022-06-31 is no day'],
  ],
])('days: %s', (_, change, faults) => {
  expect(faultsIn({ ...NOTICE, ...change })).toEqual(faults)
})

test.each<[string, object[], string[]]>([
  ['of one year each', [window(null, 2021), window(2022, 2022), window(2023, 2023)], []],
  ['one that ends before it begins', [window(2023, 2022)], ['windows.0: ends before it begins']],
  ['two of one year', [window(2022, 2022), window(2022, 2022)], ['windows.1: overlaps window 0']],
  [
    'a second that ends where the first begins',
    [window(2023, 2024), window(2021, 2023)],
    ['windows.1: overlaps window 0'],
  ],
  [
    'a third inside the second',
    [window(2010, 2011), window(2012, 2020), window(2015, 2016)],
    ['windows.2: overlaps window 1'],
  ],
  ['two without a beginning', [window(null, 2022), window(null, 2020)], ['windows.1: overlaps window 0']],
  ['apart, the later one first', [window(2023, 2023), window(null, 2022)], []],
])('windows: %s', (_, windows, faults) => {
  expect(faultsIn({ ...NOTICE, windows })).toEqual(faults)
})

test.each<[string, object, string[]]>([
  ['two caps', { caps: [cap('year', 4000), cap('year', 2000)] }, ['caps.1.id: year is there twice']],
  [
    'two providers',
    {
      providers: ['p', 'q', 'q'].map((id) => ({ id, name: we(id), address: null, phone: null })),
    },
    ['providers.2.id: q is there twice'],
  ],
  [
    'two kinds',
    { kinds: [asKind({ id: 'k', route: 'claim' }), asKind({ id: 'k', route: 'online' })] },
    ['kinds.1.id: k is there twice'],
  ],
  [
    'two deemings',
    { deemings: [...NOTICE.deemings, ...NOTICE.deemings.slice(0, 1)] },
    ['deemings.3.id: village is there twice'],
  ],
  [
    'two substitutions',
    { substitutions: [substitution('language'), substitution('language')] },
    ['substitutions.1.id: language is there twice'],
  ],
  [
    'two subjects',
    { publicSubjects: { ...publicSubjects, subjects: [subject('s', 1000), subject('s', 1000)] } },
    ['publicSubjects.1.id: s is there twice'],
  ],
])('an id that is there twice: %s', (_, change, faults) => {
  expect(faultsIn({ ...NOTICE, ...change })).toEqual(faults)
})

test.each<[string, object, string[]]>([
  ['a cap that the notice has', { caps: [cap('year', 4000)], ...kind({ caps: ['year'] }) }, []],
  ['a cap that it has not', kind({ caps: ['year'] }), ['kinds.0.caps: unknown cap year']],
  [
    'two caps',
    { caps: [cap('a', 1), cap('b', 1)], ...kind({ caps: ['a', 'b'] }) },
    ['kinds.0.caps: more than one cap'],
  ],
  [
    'one provider of two unknown',
    {
      providers: [{ id: 'p', name: we('平台'), address: null, phone: null }],
      ...kind({ providers: we(['p', 'q']) }),
    },
    ['kinds.0.providers: unknown provider q'],
  ],
  [
    'routes of make-up that it has',
    { windows: [window(null, 2022), window(2023, 2023, { kinds: we(['course', 'class']) })] },
    [],
  ],
  [
    'a misspelt route of make-up',
    { windows: [window(null, 2022), window(2023, 2023, { kinds: we(['course', 'clas']) })] },
    ['windows.1.kinds: unknown kind clas'],
  ],
  ['a formula that is none', kind({ formula: { kind: 'luck' } }), ['kinds.0.formula: unknown formula luck']],
  ['a route that is none', kind({ route: 'post' }), ['kinds.0.route: unknown kind of route post']],
  ...['online', 'face-to-face', 'claim', 'import'].map((route): [string, object, string[]] => [
    `the route ${route}`,
    kind({ route }),
    [],
  ]),
  ['an archive with its ways (NY22-9)', archived({ ways: we(['自学']) }), []],
  [
    'an archive without ways',
    archived({}),
    ['kinds.0.ways: a kind that stands on an archive names its ways of study'],
  ],
  [
    'an archive with a list of no ways',
    archived({ ways: we([]) }),
    ['kinds.0.ways: a kind that stands on an archive names its ways of study'],
  ],
  ['another condition, without ways', kind({ conditions: [{ needs: we('exam-passed'), cure: '…' }] }), []],
])('a kind of learning with %s', (_, change, faults) => {
  expect(faultsIn({ ...NOTICE, ...change })).toEqual(faults)
})

const BELOW = 'is below zero'
const FRACTION = 'is no whole number of the smallest unit'
test.each<[string, string, (amount: number) => object]>([
  ['a cap', 'caps.0.limit', (amount) => ({ caps: [cap('c', amount)] })],
  [
    'what an exam stands for',
    'substitutions.0.hoursEach',
    (amount) => ({ substitutions: [substitution('s', { hoursEach: we(amount) })] }),
  ],
  [
    'hours per day',
    'kinds.0.formula.hoursPerDay',
    (amount) => kind({ formula: { kind: 'per-day', hoursPerDay: we(amount) } }),
  ],
  [
    'hours per item',
    'kinds.0.formula.hoursPerItem',
    (amount) => kind({ formula: { kind: 'per-item', hoursPerItem: we(amount) } }),
  ],
  [
    'a multiple',
    'kinds.0.formula.factor',
    (amount) => kind({ formula: { kind: 'multiple', factor: we(amount) } }),
  ],
  [
    'a multiple of other years (NX22-9)',
    'kinds.0.formula.otherYears.factor',
    (amount) =>
      kind({
        formula: { kind: 'multiple', factor: we(3), otherYears: { stated: we([2022]), factor: we(amount) } },
      }),
  ],
  ['the fee online', 'fees.onlineFenPerHour', (amount) => fees(amount, 500)],
  ['the fee in a room', 'fees.faceToFaceFenPerHour', (amount) => fees(360, amount)],
])('no amount is below zero or a fraction: %s', (_, path, change) => {
  const faultsOf = (amount: number) => faultsIn({ ...NOTICE, ...change(amount) })
  expect(faultsOf(0)).toEqual([])
  expect(faultsOf(800)).toEqual([])
  expect(faultsOf(-1)).toEqual([`${path}: ${BELOW}`])
  expect(faultsOf(0.5)).toEqual([`${path}: ${FRACTION}`])
})
