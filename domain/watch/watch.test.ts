import { NOTICES } from '../../policies'
import { type Instant, instant, plusSeconds } from '../kernel/instant'
import { applyReport, checkRanges, eachOnce, type Report } from './apply-report'
import { answerChallenge, challengeAtOpening, isStopped, lifted, wrongLeft } from './challenge'
import {
  type Coverage,
  coverageOf,
  EMPTY_COVERAGE,
  rangesOf,
  type SecondRange,
  secondsIn,
  union,
  without,
} from './coverage'
import {
  frozen,
  handedOver,
  NEW_QUIZ,
  openSession,
  type Quiz,
  requiredSecondsOf,
  type WatchSession,
} from './session'

// The rules of 2022: rate 1, a lease of 10 minutes, a question after 8 to 15 minutes, 2 minutes to answer it.
const rules = (() => {
  const notice = NOTICES.find(({ id }) => id === 'shaanxi/2022')
  if (!notice) throw new Error('no notice of 2022')
  return notice.watching
})()

const TEN = instant(Date.UTC(2022, 7, 15, 2))
const at = (seconds: number): Instant => plusSeconds(TEN, seconds)
const lowest = () => 0
const LOWEST_INTERVAL_SECONDS = 480

const questions = [600, 300, 1_500].map((afterSecond) => ({
  id: `q${afterSecond}`,
  afterSecond,
  prompt: '？',
  options: ['一', '二'],
  key: 1,
}))

function covering(...ranges: SecondRange[]): Coverage {
  const bits = new Uint8Array(450)
  for (const [from, to] of ranges)
    for (let second = from; second < to; second += 1)
      bits[second >> 3] = (bits[second >> 3] ?? 0) | (0x80 >> (second & 7))
  return coverageOf(bits)
}

const session = (change: Partial<WatchSession> = {}): WatchSession => ({
  ...openSession(
    {
      durationSeconds: 3_600,
      questions,
      verified: EMPTY_COVERAGE,
      pending: EMPTY_COVERAGE,
      now: TEN,
      challengeAtSeconds: LOWEST_INTERVAL_SECONDS,
      quiz: NEW_QUIZ,
    },
    rules,
  ),
  ...change,
})

const report = (ranges: SecondRange[], change: Partial<Report> = {}): Report => ({
  sequence: 1,
  phase: 'playing',
  ranges,
  ...change,
})
const apply = (to: WatchSession, said: Report, seconds: number) =>
  applyReport(to, said, { now: at(seconds), rules, integerBelow: lowest })

/** A report each minute, as a phone sends them. */
function playedTo(seconds: number, from = session()): WatchSession {
  let state = from
  for (let second = 60; second <= seconds; second += 60)
    state = apply(state, report([[second - 60, second]], { sequence: second / 60 }), second).session
  return state
}

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

describe('questions', () => {
  test('come when as much is pending as the dice said, on what was just shown', () => {
    expect(playedTo(420).challenge).toBeNull()
    expect(playedTo(480).challenge).toMatchObject({ questionId: 'q300', answerBy: at(600) })
  })

  test('none is ever due without something to verify', () => {
    expect(apply(session(), report([], { phase: 'paused' }), 3_000).session.challenge).toBeNull()
  })

  test.each([
    ['plays on', 'playing', 3_400, 30, null],
    ['stops where the lecture would be done', 'paused', 3_400, 30, 'q1500'],
    ['stops before', 'paused', 3_380, 30, null],
    ['has played the last second', 'playing', 3_570, 30, 'q1500'],
    ['stops, and it was done before', 'paused', 3_430, 30, null],
  ] as const)('at the end, where the phone %s', (_name, phase, verified, played, asked) => {
    const state = session({ verified: covering([0, verified]) })
    const applied = apply(state, report([[verified, verified + played]], { phase }), 60)
    expect(applied.session.challenge?.questionId ?? null).toBe(asked)
  })

  test('a right answer verifies all that is pending, once', () => {
    const asked = playedTo(480)
    const challengeId = asked.challenge?.id ?? ''
    const moment = { now: at(500), rules, integerBelow: lowest }
    const first = answerChallenge(asked, { challengeId, choice: 1 }, moment)
    if (!first.ok) throw new Error(first.refusal.code)
    expect(first.value.correct).toBe(true)
    expect(rangesOf(first.value.session.verified)).toEqual([[0, 480]])
    const again = answerChallenge(first.value.session, { challengeId, choice: 0 }, moment)
    expect(again).toEqual({ ok: true, value: { ...first.value, session: first.value.session } })
  })

  test('an answer to another question is refused', () => {
    const outcome = answerChallenge(
      playedTo(480),
      { challengeId: 'other', choice: 1 },
      { now: at(500), rules, integerBelow: lowest },
    )
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'CHALLENGE_UNKNOWN' } })
  })

  test('a wrong one puts it aside; played again, it counts', () => {
    const asked = playedTo(480)
    const wrong = answerChallenge(
      asked,
      { challengeId: asked.challenge?.id ?? '', choice: 0 },
      { now: at(490), rules, integerBelow: lowest },
    )
    if (!wrong.ok) throw new Error(wrong.refusal.code)
    expect(rangesOf(wrong.value.putAside)).toEqual([[0, 480]])
    expect(secondsIn(wrong.value.session.pending)).toBe(0)
    const again = apply(wrong.value.session, report([[0, 60]], { sequence: 9 }), 550)
    expect(again).toMatchObject({ acceptedSeconds: 60, refused: [] })
  })

  test('unanswered, the clock stands after two minutes, however often the phone is heard of', () => {
    let state = playedTo(480)
    for (let second = 540; second <= 1_200; second += 60)
      state = apply(state, report([[second - 60, second]], { sequence: second / 60 }), second).session
    expect(rangesOf(state.pending)).toEqual([[0, 600]])
  })

  test('answered half an hour late, nothing that was played is lost, and the half hour gives nothing', () => {
    const asked = playedTo(480)
    const late = answerChallenge(
      asked,
      { challengeId: asked.challenge?.id ?? '', choice: 1 },
      { now: at(2_300), rules, integerBelow: lowest },
    )
    if (!late.ok) throw new Error(late.refusal.code)
    expect(rangesOf(late.value.session.verified)).toEqual([[0, 480]])
    // Until 600 s the phone may have been playing while its report was on the way.
    const queue = apply(late.value.session, report([[480, 2_300]], { sequence: 9 }), 2_310)
    expect(rangesOf(queue.session.pending)).toEqual([[480, 600]])
  })

  test('where the answer that carried it was lost, the phone plays on inside its lease and loses nothing', () => {
    const asked = playedTo(480)
    const repeated = apply(asked, report([[420, 480]], { sequence: 8 }), 1_000)
    expect(repeated.session.challenge?.answerBy).toBe(at(1_080))
    const queue = apply(repeated.session, report([[480, 1_000]], { sequence: 9 }), 1_001)
    expect(queue).toMatchObject({ acceptedSeconds: 520, refused: [] })
  })

  test('repeating that report for ever keeps the clock running to the end of that lease, and no longer', () => {
    let state = playedTo(480)
    for (let second = 540; second <= 3_000; second += 60)
      state = apply(state, report([[420, second]], { sequence: 8 }), second).session
    expect(rangesOf(state.pending)).toEqual([[0, 1_080]])
  })

  test('at an opening, nothing accrues before the answer', () => {
    const opened = challengeAtOpening(session({ pending: covering([0, 480]) }), {
      now: TEN,
      rules,
      integerBelow: lowest,
    })
    expect(opened.challenge).toMatchObject({ answerBy: TEN })
    expect(apply(opened, report([[480, 540]]), 60).acceptedSeconds).toBe(0)
    const answered = answerChallenge(
      opened,
      { challengeId: opened.challenge?.id ?? '', choice: 1 },
      { now: at(60), rules, integerBelow: lowest },
    )
    if (!answered.ok) throw new Error(answered.refusal.code)
    expect(apply(answered.value.session, report([[480, 600]]), 90).acceptedSeconds).toBe(30)
  })
})

describe('questions are no lock that opens by trying', () => {
  const moment = (seconds: number, integerBelow: (below: number) => number = lowest) => ({
    now: at(seconds),
    rules,
    integerBelow,
  })
  const answered = (asked: WatchSession, choice: number, seconds = 490): WatchSession => {
    const outcome = answerChallenge(
      asked,
      { challengeId: asked.challenge?.id ?? '', choice },
      moment(seconds),
    )
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.session
  }
  const opened = (quiz: Partial<Quiz> = {}, integerBelow: (below: number) => number = lowest): WatchSession =>
    challengeAtOpening(
      session({ pending: covering([0, 700]), quiz: { ...NEW_QUIZ, ...quiz } }),
      moment(0, integerBelow),
    )

  test.each([
    [0, 3, 1, false],
    [0, 4, 0, true],
    [2, 4, 0, true],
    [3, 4, 1, false],
    [3, 5, 0, true],
    [30, 13, 1, false],
    [30, 14, 0, true],
  ])('%d right and %d wrong: %d more until it stops', (right, wrong, left, stopped) => {
    const quiz = { ...NEW_QUIZ, right, wrong }
    expect([wrongLeft(quiz), isStopped(quiz)]).toEqual([left, stopped])
  })

  test('each answer is counted, and the one that is one too many stops all questions, until somebody lifts it', () => {
    const once = answered(playedTo(480), 1)
    expect(once.quiz).toMatchObject({ right: 1, wrong: 0, openQuestionId: null, lastQuestionId: 'q300' })
    const last = answered(opened({ wrong: 3 }), 9)
    expect(last.quiz).toMatchObject({ right: 0, wrong: 4 })
    const again = { ...last, pending: covering([0, 3_600]) }
    expect(challengeAtOpening(again, moment(500)).challenge).toBeNull()
    expect(apply(again, report([[0, 60]]), 600).session.challenge).toBeNull()
    const quiz = lifted(last.quiz)
    expect(quiz).toMatchObject({ right: 0, wrong: 0, forgiven: 4 })
    expect(challengeAtOpening({ ...again, quiz }, moment(500)).challenge).not.toBeNull()
  })

  test('the options are shown in an order drawn each time, and the answer is a place in it', () => {
    const highest = (below: number): number => below - 1
    const asked = opened({}, highest)
    expect(asked.challenge?.order).toEqual([1, 0])
    expect(answered(asked, 0).lastAnswer?.correct).toBe(true)
    expect(answered(asked, 1).lastAnswer?.correct).toBe(false)
    expect(answered(asked, 7).lastAnswer?.correct).toBe(false)
    expect(opened().challenge?.order).toEqual([0, 1])
  })

  test('never the same question twice in a row; the one that stands open is asked again, whoever opens', () => {
    expect(opened({ lastQuestionId: 'q600' }).challenge?.questionId).toBe('q300')
    expect(opened({ lastQuestionId: 'q300' }).challenge?.questionId).toBe('q600')
    expect(opened({ openQuestionId: 'q1500' }).challenge?.questionId).toBe('q1500')
    expect(opened({ openQuestionId: 'gone' }).challenge?.questionId).toBe('q600')
    const [only] = questions
    if (!only) throw new Error('no question')
    const one = session({
      questions: [only],
      pending: covering([0, 700]),
      quiz: { ...NEW_QUIZ, lastQuestionId: only.id },
    })
    expect(challengeAtOpening(one, moment(0)).challenge?.questionId).toBe(only.id)
  })
})

describe('a report of many ranges costs what one costs', () => {
  const DURATION = 10_800
  const whole = Array.from({ length: 200 }, (): SecondRange => [0, DURATION])
  const everyOther = covering(...Array.from({ length: 1_800 }, (_, i): SecondRange => [i * 2, i * 2 + 1]))

  test('two hundred times a whole lecture names each of its seconds once', () => {
    let named = 0
    for (const { range } of eachOnce(whole, DURATION)) {
      expect(range).toBe(0)
      named += 1
    }
    expect(named).toBe(DURATION)
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
