import { hoursOf } from '../kernel/hours'
import { day } from '../kernel/instant'
import { type Fen, fen } from '../kernel/money'
import type { CountyReduction, Fees, Notice, Stated } from '../policy/pack'
import { feeOf, leastBudgetFen } from './fee-of'

const says = <T>(value: T): Stated<T> => ({ state: 'stated', value, clause: 'SX20-11', words: '…' })

const CEILING: Fees = {
  kind: says('ceiling'),
  onlineFenPerHour: says(fen(360)),
  faceToFaceFenPerHour: says(fen(500)),
  inclusive: says(true),
  onlyTrainingHours: says(true),
  reduction: { state: 'silent', note: '没有说县区降不降' },
  doubts: [],
  payrollShareTenths: says(15),
}

const REDUCTION: CountyReduction = {
  inEffect: says(true),
  onlineFenPerHour: says(fen(200)),
  faceToFaceFenPerHour: says(fen(300)),
  counties: says(['洋县', '旬阳县']),
  aliases: [{ county: '旬阳县', name: says('旬阳市'), from: says(day('2021-01-01')) }],
}
const SET: Fees = { ...CEILING, kind: says('set'), onlineFenPerHour: says(fen(400)), reduction: REDUCTION }

type Priced = Pick<Notice, 'region' | 'year' | 'fees' | 'inForceFrom'>
const notice = (fees: Priced['fees']): Priced => ({
  region: 'shaanxi',
  year: 2020,
  fees,
  inForceFrom: says(day('2020-01-01')),
})

const ON = day('2020-09-01')
const amountOf = (outcome: ReturnType<typeof feeOf>): unknown =>
  outcome.ok ? outcome.value.amount : outcome.refusal.code

describe('SX22-18: a ceiling is the most', () => {
  test.each([
    ['online', 24, 8_640],
    ['online', 80, 28_800],
    ['face-to-face', 80, 40_000],
    ['online', 0.01, 3],
  ] as const)('%s, %d hours: %i fen, rounded down to whole fen', (mode, hours, amount) => {
    const fee = feeOf(notice(CEILING), { mode, hours: hoursOf(hours), on: ON })
    expect(fee).toMatchObject({ ok: true, value: { amount, kind: 'ceiling' } })
  })

  test.each([
    [359, 2_872],
    [360, 2_880],
    [361, 'FEE_ABOVE_CAP'],
    [0, 0],
  ])('%i fen an hour asked', (asked, expected) => {
    const order = { mode: 'online', hours: hoursOf(8), on: ON, pricePerHour: asked as Fen } as const
    expect(amountOf(feeOf(notice(CEILING), order))).toBe(expected)
  })
})

describe('SX20-11, SX20-16: a set price, lower in listed counties', () => {
  test.each([
    ['洋县', 'online', '2020-09-01', 1_600],
    ['洋县', 'face-to-face', '2020-09-01', 2_400],
    ['碑林区', 'online', '2020-09-01', 3_200],
    [undefined, 'face-to-face', '2020-09-01', 4_000],
    ['旬阳县', 'online', '2021-06-01', 1_600],
    ['旬阳市', 'online', '2020-12-31', 3_200],
    ['旬阳市', 'online', '2021-01-01', 1_600],
  ] as const)('%s, 8 hours %s on %s: %i fen', (county, mode, on, amount) => {
    const order = { mode, hours: hoursOf(8), on: day(on), ...(county ? { county } : {}) }
    expect(amountOf(feeOf(notice(SET), order))).toBe(amount)
  })

  test('less may be asked, more may not; the reduced price is the most in its county', () => {
    const order = { mode: 'online', hours: hoursOf(8), on: ON } as const
    const asked = (pricePerHour: number, county?: string) =>
      amountOf(
        feeOf(notice(SET), { ...order, pricePerHour: fen(pricePerHour), ...(county ? { county } : {}) }),
      )
    expect([asked(399), asked(401), asked(200, '洋县'), asked(201, '洋县')]).toEqual([
      3_192,
      'FEE_ABOVE_CAP',
      1_600,
      'FEE_ABOVE_CAP',
    ])
  })

  test('a reduction that is not in effect lowers nothing', () => {
    const reduction = SET.reduction && { ...SET.reduction, inEffect: says(false) }
    const order = { mode: 'online', hours: hoursOf(8), on: ON, county: '洋县' } as const
    expect(amountOf(feeOf(notice({ ...SET, reduction }), order))).toBe(3_200)
  })
})

describe('SX20-16: nothing but hours of training is charged', () => {
  const order = { mode: 'online', hours: hoursOf(8), on: ON } as const
  test.each(['exam', 'certificate', 'textbook', 'material'])('%s is refused', (line) => {
    expect(feeOf(notice(SET), { ...order, lines: ['training-hours', line] })).toEqual({
      ok: false,
      refusal: { code: 'FEE_LINE_FORBIDDEN', details: { line, clauseId: 'SX20-11' } },
    })
  })

  test('hours of training alone are not; each rule holds by itself', () => {
    expect(feeOf(notice(SET), { ...order, lines: ['training-hours'] }).ok).toBe(true)
    const freeOfInclusion = notice({ ...SET, inclusive: says(false) })
    expect(feeOf(freeOfInclusion, { ...order, lines: ['exam'] }).ok).toBe(true)
    expect(feeOf(freeOfInclusion, { ...order, lines: ['textbook'] }).ok).toBe(false)
    const anyItem = notice({ ...SET, onlyTrainingHours: says(false) })
    expect(feeOf(anyItem, { ...order, lines: ['textbook'] }).ok).toBe(true)
    expect(feeOf(anyItem, { ...order, lines: ['exam'] }).ok).toBe(false)
  })
})

describe('no rule is said, not zero', () => {
  const order = { mode: 'online', hours: hoursOf(8), on: ON } as const
  const silent = { state: 'silent', note: '…' } as const

  test('a notice without fees, a day before it applies, a text that opens no window', () => {
    const refusal = { code: 'NO_FEE_RULE', details: { region: 'shaanxi', year: 2020 } }
    expect(feeOf(notice(silent), order)).toEqual({ ok: false, refusal })
    expect(amountOf(feeOf(notice(SET), { ...order, on: day('2019-12-31') }))).toBe('NO_FEE_RULE')
    expect(amountOf(feeOf(notice(SET), { ...order, on: day('2020-01-01') }))).toBe(3_200)
    expect(amountOf(feeOf({ ...notice(SET), inForceFrom: silent }, order))).toBe('NO_FEE_RULE')
    expect(leastBudgetFen(notice(silent), fen(1))).toEqual({ ok: false, refusal })
  })

  test.each([
    [{ hours: 0 }, 'hours'],
    [{ hours: -100 }, 'hours'],
    [{ hours: 0.5 }, 'hours'],
    [{ hours: Number.NaN }, 'hours'],
    [{ pricePerHour: -1 }, 'pricePerHour'],
    [{ pricePerHour: 3.6 }, 'pricePerHour'],
  ])('%p is refused by name', (wrong, field) => {
    const refusal = { code: 'INPUT_INVALID', details: { fields: [field] } }
    expect(feeOf(notice(SET), { ...order, ...wrong } as never)).toEqual({ ok: false, refusal })
  })
})

test.each([
  [100_000_000, 1_500_000],
  [1_000, 15],
  [1_001, 16],
  [0, 0],
])(
  'SX22-19: of a payroll of %i fen at least %i are set aside, never less than the share',
  (payroll, least) => {
    expect(leastBudgetFen(notice(SET), fen(payroll))).toMatchObject({ ok: true, value: { amount: least } })
  },
)

describe('each answer names the rules that priced it', () => {
  const order = { mode: 'online', hours: hoursOf(8), on: ON } as const
  const reduction = REDUCTION
  const common = [SET.kind, SET.onlineFenPerHour, SET.inclusive, SET.onlyTrainingHours]
  const rulesOf = (more: object, fees: Fees = SET) => {
    const fee = feeOf(notice(fees), { ...order, ...more })
    if (!fee.ok) throw new Error(fee.refusal.code)
    return fee.value.rules
  }

  test('without a county, and in one that is not listed', () => {
    expect(rulesOf({})).toEqual(common)
    expect(rulesOf({ county: '碑林区' })).toEqual([...common, reduction.counties])
    expect(rulesOf({ county: '洋县' }, CEILING)).toEqual([
      CEILING.kind,
      CEILING.onlineFenPerHour,
      CEILING.inclusive,
      CEILING.onlyTrainingHours,
    ])
    expect(rulesOf({ mode: 'face-to-face' })[1]).toBe(SET.faceToFaceFenPerHour)
  })

  test('SX20-11: in a listed county, by its listed name or a later one', () => {
    const [kind, , ...rest] = common
    const reduced = [kind, reduction.onlineFenPerHour, ...rest, reduction.inEffect, reduction.counties]
    const [alias] = reduction.aliases ?? []
    expect(rulesOf({ county: '洋县' })).toEqual(reduced)
    expect(rulesOf({ county: '旬阳市', on: day('2021-01-01') })).toEqual([
      ...reduced,
      alias?.name,
      alias?.from,
    ])
  })

  test('a later name of a county that is not listed any more lowers nothing', () => {
    const unlisted = reduction && { ...reduction, counties: says(['洋县']) }
    const fee = feeOf(notice({ ...SET, reduction: unlisted }), {
      ...order,
      county: '旬阳市',
      on: day('2021-01-01'),
    })
    expect(amountOf(fee)).toBe(3_200)
  })

  test('a price above the cap says what was asked, what is the most, and the clause', () => {
    const asked = { ...order, pricePerHour: fen(401) }
    expect(feeOf(notice(SET), asked)).toMatchObject({
      refusal: { details: { askedFenPerHour: 401, capFenPerHour: 400, clauseId: 'SX20-11' } },
    })
    const read = { state: 'reading', value: fen(400), reading: '…' } as const
    expect(feeOf(notice({ ...SET, onlineFenPerHour: read }), asked)).toMatchObject({
      refusal: { details: { clauseId: '' } },
    })
    const only = { state: 'reading', value: true, reading: '…' } as const
    expect(
      feeOf(notice({ ...SET, onlyTrainingHours: only }), { ...order, lines: ['textbook'] }),
    ).toMatchObject({
      refusal: { details: { line: 'textbook', clauseId: '' } },
    })
  })

  test('the budget rests on the share', () => {
    expect(leastBudgetFen(notice(SET), fen(1_000))).toEqual({
      ok: true,
      value: { amount: 15, rules: [SET.payrollShareTenths] },
    })
    expect(leastBudgetFen(notice(SET), 0.5 as Fen)).toMatchObject({
      refusal: { details: { fields: ['payroll'] } },
    })
  })

  test('two wrong values are both named', () => {
    expect(feeOf(notice(SET), { ...order, hours: 0, pricePerHour: -1 } as never)).toMatchObject({
      refusal: { details: { fields: ['hours', 'pricePerHour'] } },
    })
  })
})

test('a payroll that is no amount is refused', () => {
  expect(leastBudgetFen(notice(SET), -1 as Fen)).toMatchObject({ refusal: { code: 'INPUT_INVALID' } })
})
