import {
  apply,
  at,
  covering,
  lowest,
  playedTo,
  questions,
  report,
  rules,
  session,
  TEN,
} from '../../tests/harness/watching'
import { answerChallenge, challengeAtOpening, isStopped, lifted, wrongLeft } from './challenge'
import { rangesOf, secondsIn } from './coverage'
import { NEW_QUIZ, type Quiz, type WatchSession } from './session'

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
