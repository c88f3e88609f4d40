import {
  apply,
  at,
  covering,
  lowest,
  playedTo,
  report,
  rules,
  session,
  TEN,
} from '../../tests/harness/watching'
import { instant } from '../kernel/instant'
import { applyReport, checkRanges, eachOnce } from './apply-report'
import { type Coverage, coverageOf, rangesOf, type SecondRange, secondsIn, union, without } from './coverage'
import { frozen, handedOver, requiredSecondsOf } from './session'

describe('coverage', () => {
  test.each([
    ['nothing', []],
    ['one second', [[0, 1]]],
    ['the last of a byte and the first of the next', [[7, 9]]],
    [
      'pieces',
      [
        [0, 30],
        [45, 60],
        [3_599, 3_600],
      ],
    ],
  ] as [string, SecondRange[]][])('keeps %s', (_name, ranges) => {
    expect(rangesOf(covering(...ranges))).toEqual(ranges)
  })

  test('is as long as the lecture however fragmented', () => {
    const everyOther = Array.from({ length: 1_800 }, (_, i): SecondRange => [i * 2, i * 2 + 1])
    expect(covering(...everyOther)).toHaveLength(900)
    expect(secondsIn(covering(...everyOther))).toBe(1_800)
  })

  test('of different lengths joins and parts', () => {
    const short = coverageOf(Uint8Array.of(0xf0))
    expect(rangesOf(union(short, covering([6, 10])))).toEqual([
      [0, 4],
      [6, 10],
    ])
    expect(rangesOf(without(covering([0, 20]), short))).toEqual([[4, 20]])
    expect(rangesOf(without(short, covering([2, 20])))).toEqual([[0, 2]])
  })

  test('that is no hex reads as nothing: evidence is never guessed', () => {
    expect(secondsIn('zz学时' as Coverage)).toBe(0)
  })
})

test.each([
  [[[0, 1]], null],
  [[[-1, 5]], 'negative'],
  [[[5, 5]], 'empty-range'],
  [[[6, 5]], 'reversed-range'],
  [Array.from({ length: 201 }, (_, i) => [i * 2, i * 2 + 1]), 'too-many-ranges'],
] as [SecondRange[], string | null][])('the form of a report: %#', (ranges, reason) => {
  const outcome = checkRanges(ranges)
  expect(outcome.ok ? null : outcome.refusal.details).toEqual(reason === null ? null : { reason })
})

test.each([
  [61, 58],
  [60, 57],
  [20, 19],
  [3_600, 3_420],
])('of %d s, %d must be verified: 95 %%, rounded up', (duration, required) => {
  expect(requiredSecondsOf(duration, 95)).toBe(required)
})

describe('budget', () => {
  test.each([
    [59_999, 59],
    [60_000, 60],
  ])('after %d ms, %d s can have been played', (ms, seconds) => {
    const now = instant(TEN + ms)
    const applied = applyReport(session(), report([[0, 600]]), { now, rules, integerBelow: lowest })
    expect(applied.acceptedSeconds).toBe(seconds)
    expect(applied.refused).toEqual([{ range: [seconds, 600], reason: 'over-budget' }])
  })

  test('a queue that comes late and back to back loses nothing', () => {
    let state = session()
    for (let minute = 1; minute <= 9; minute += 1) {
      const applied = apply(state, report([[minute * 60 - 60, minute * 60]], { sequence: minute }), 545)
      expect(applied.refused).toEqual([])
      state = applied.session
    }
    expect(rangesOf(state.pending)).toEqual([[0, 540]])
  })

  test('reports out of order and repeated are harmless, and what is missing is not acknowledged', () => {
    const second = apply(session(), report([[60, 120]], { sequence: 2 }), 120)
    expect(second.session.acknowledged).toBe(0)
    const first = apply(second.session, report([[0, 60]], { sequence: 1 }), 121)
    expect(first.session.acknowledged).toBe(1)
    const again = apply(first.session, report([[60, 120]], { sequence: 2 }), 122)
    expect(again).toMatchObject({ acceptedSeconds: 0, refused: [], session: { acknowledged: 2 } })
    expect(rangesOf(again.session.pending)).toEqual([[0, 120]])
  })

  test('what was seen before costs nothing', () => {
    const seen = session({ verified: covering([0, 100]) })
    expect(apply(seen, report([[0, 130]]), 30)).toMatchObject({ acceptedSeconds: 30, refused: [] })
  })

  test('beyond the lecture is refused, the rest is taken', () => {
    const applied = apply(session({ verified: covering([0, 3_540]) }), report([[3_550, 3_700]]), 200)
    expect(applied.acceptedSeconds).toBe(50)
    expect(applied.refused).toEqual([{ range: [3_600, 3_700], reason: 'beyond-lecture' }])
  })
})

describe('lease', () => {
  test.each([
    [600, null],
    [601, 'lease-ended'],
  ])('heard of after %d s: %s', (seconds, stopped) => {
    const applied = apply(session(), report([[0, 30]]), seconds)
    expect(applied.acceptedSeconds).toBe(30)
    expect(applied.session.leaseEndsAt).toBe(stopped ? at(600) : at(seconds + 600))
  })

  test('what was played within it counts however late it comes; what was played after it does not', () => {
    const applied = apply(session(), report([[0, 900]]), 8 * 3_600)
    expect(applied.acceptedSeconds).toBe(600)
    expect(applied.refused).toEqual([{ range: [600, 900], reason: 'after-lease' }])
  })

  test('taking over freezes the clock at that instant, for late seconds too', () => {
    const applied = apply(frozen(session(), at(45)), report([[0, 60]]), 3_600)
    expect(applied.acceptedSeconds).toBe(45)
    expect(applied.refused).toEqual([{ range: [45, 60], reason: 'replaced' }])
  })

  test('what was handed over is not granted again', () => {
    const over = handedOver(frozen(playedTo(120), at(120)))
    expect(apply(over, report([[0, 120]]), 200)).toMatchObject({ acceptedSeconds: 0, refused: [] })
  })
})

describe('a report of many ranges costs what one costs', () => {
  const DURATION = 10_800
  const whole = Array.from({ length: 200 }, (): SecondRange => [0, DURATION])
  const everyOther = covering(...Array.from({ length: 1_800 }, (_, i): SecondRange => [i * 2, i * 2 + 1]))

  test('two hundred times a whole lecture names each of its seconds once', () => {
    const named = [...eachOnce(whole, DURATION)].map(({ range }) => range)
    expect(new Set(named)).toEqual(new Set([0]))
    expect(named).toHaveLength(DURATION)
    const nested = Array.from({ length: 200 }, (_, i): SecondRange => [200 - i, DURATION - 200 + i])
    const seconds = [...eachOnce(nested, DURATION)].map(({ second }) => second)
    expect(new Set(seconds).size).toBe(seconds.length)
    expect(seconds.length).toBeLessThanOrEqual(DURATION)
  })

  test('and where every other second was seen, its answer has at most one range for each', () => {
    const before = session({ verified: everyOther })
    const { acceptedSeconds, refused } = apply(before, report([[0, 3_600], ...whole]), 0)
    expect(acceptedSeconds).toBe(0)
    expect(refused.filter(({ reason }) => reason === 'over-budget')).toEqual([
      { range: [1, 3_600], reason: 'over-budget' },
    ])
    expect(refused.length).toBeLessThanOrEqual(201)
  })

  test.each<[ranges: SecondRange[], named: number[]]>([
    [
      [
        [0, 3],
        [2, 5],
      ],
      [0, 1, 2, 3, 4],
    ],
    [
      [
        [4, 6],
        [0, 9],
      ],
      [4, 5, 0, 1, 2, 3, 6, 7, 8],
    ],
    [[[8, 20]], [8, 9]],
    [
      [
        [10, 20],
        [12, 15],
      ],
      [],
    ],
    [
      [
        [5, 6],
        [5, 6],
        [6, 7],
      ],
      [5, 6],
    ],
  ])('%j names %j in that order', (ranges, named) => {
    expect([...eachOnce(ranges, 10)].map(({ second }) => second)).toEqual(named)
  })
})
