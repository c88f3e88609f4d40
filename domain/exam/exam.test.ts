import { NOTICES } from '../../policies'
import { bankOf, rightAnswer } from '../../tests/harness/courses'
import { type Instant, instant, plusSeconds } from '../kernel/instant'
import {
  type Answers,
  type AttemptState,
  answersOf,
  closesAt,
  saveAnswers,
  savedStepOf,
  startAttempt,
} from './attempt'
import { drawPaper } from './grading/draw-paper'
import { grade } from './grading/grade'
import { maySit, nextSittingAt, type Standing } from './sit-again'

const rules = (() => {
  const notice = NOTICES.find(({ id }) => id === 'shaanxi/2022')
  if (!notice) throw new Error('no notice of 2022')
  return notice.exam
})()
const TEN = instant(Date.UTC(2022, 7, 15, 2))
const at = (seconds: number): Instant => plusSeconds(TEN, seconds)
const roll = (seed: number) => {
  let drawn = seed
  return (below: number): number => {
    drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0
    return (drawn >>> 8) % below
  }
}
const { questions: bank } = bankOf('bank', { single: 90, multiple: 30, judge: 30 })

function paperOf(seed: number) {
  const drawn = drawPaper(bank, rules, roll(seed))
  if (!drawn.ok) throw new Error(drawn.refusal.code)
  return drawn.value
}

describe('drawing', () => {
  test.each([1, 2, 3, 4, 5])('30 single, 10 multiple, 10 true-false, none twice: paper %d', (seed) => {
    const paper = paperOf(seed)
    expect(paper.map(({ type }) => type)).toEqual([
      ...Array(30).fill('single'),
      ...Array(10).fill('multiple'),
      ...Array(10).fill('judge'),
    ])
    expect(new Set(paper.map(({ id }) => id)).size).toBe(50)
  })

  test('the same seed draws the same paper, another draws another', () => {
    expect(paperOf(9)).toEqual(paperOf(9))
    expect(paperOf(9)).not.toEqual(paperOf(10))
  })

  test('every question of the bank is drawn in time', () => {
    const seen = new Set(
      Array.from({ length: 60 }, (_, seed) => paperOf(seed))
        .flat()
        .map(({ id }) => id),
    )
    expect(seen.size).toBe(150)
  })

  test.each([
    [
      { single: 89, multiple: 30, judge: 30 },
      { kind: 'single', needed: 90, have: 89 },
    ],
    [
      { single: 90, multiple: 29, judge: 30 },
      { kind: 'multiple', needed: 30, have: 29 },
    ],
    [
      { single: 90, multiple: 30, judge: 29 },
      { kind: 'judge', needed: 30, have: 29 },
    ],
  ])('a bank of %j is no bank (SX20-41)', (sizes, details) => {
    const drawn = drawPaper(bankOf('small', sizes).questions, rules, roll(1))
    expect(drawn).toEqual({ ok: false, refusal: { code: 'EXAM_BANK_TOO_SMALL', details } })
  })
})

describe('grading', () => {
  const paper = paperOf(1)
  const firstRight = (count: number): Answers =>
    Object.fromEntries(paper.slice(0, count).map(({ id, type }) => [id, rightAnswer(type)]))

  test.each([
    [0, 0],
    [29, 58],
    [30, 60],
    [50, 100],
  ])('%d of 50 right are %d of 100', (right, scorePercent) => {
    expect(grade(paper, firstRight(right)).scorePercent).toBe(scorePercent)
  })

  test('a multiple choice counts with exactly its key, in whatever order', () => {
    const multiple = paper.filter(({ type }) => type === 'multiple').slice(0, 1)
    const id = multiple[0]?.id ?? ''
    const scoreOf = (choice: number[]) => grade(multiple, { [id]: choice }).scorePercent
    expect([[3, 0], [0, 3], [0], [0, 3, 1], []].map(scoreOf)).toEqual([100, 100, 0, 0, 0])
  })

  test('feedback is by topic, and holds no key', () => {
    const { topics } = grade(paper, firstRight(50))
    expect(topics.map(({ topic }) => topic).sort()).toEqual(['学时', '考试'])
    expect(topics.reduce((sum, { total }) => sum + total, 0)).toBe(50)
    expect(topics.every(({ right, total }) => right === total)).toBe(true)
  })
})

describe('an attempt is its steps', () => {
  const asked = [
    { id: 's', type: 'single' as const, optionCount: 4 },
    { id: 'm', type: 'multiple' as const, optionCount: 4 },
    { id: 'j', type: 'judge' as const, optionCount: 2 },
  ]
  const begun = startAttempt({ asked, now: TEN, durationMinutes: 60, graceSeconds: 30 })
  const save = (attempt: AttemptState, step: number, answers: Answers, seconds = step * 10): AttemptState => {
    const saved = saveAnswers(attempt, { step, answers }, at(seconds))
    if (!saved.ok) throw new Error(saved.refusal.code)
    return saved.value
  }

  test('walkthrough: answers, changes one, takes one back, loses the network', () => {
    const first = save(begun, 1, { s: [0] })
    expect(answersOf(first)).toEqual({ s: [0] })
    expect(first.steps).toEqual([{ step: 1, at: at(10), answers: { s: [0] } }])

    const same = save(first, 2, { s: [0] })
    expect(same).toBe(first)

    const changed = save(same, 3, { s: [2], m: [3, 1] })
    expect(answersOf(changed)).toEqual({ s: [2], m: [1, 3] })
    expect(changed.steps).toHaveLength(2)

    const backTaken = save(changed, 4, { s: [2], m: [] })
    expect(answersOf(backTaken)).toEqual({ s: [2], m: [] })
    expect(backTaken.steps[2]?.answers).toEqual({ m: [] })

    const late = save(backTaken, 2, { s: [1], j: [1] })
    expect(answersOf(late)).toEqual({ s: [2], m: [], j: [1] })
    expect(savedStepOf(late)).toBe(4)

    const again = save(late, 2, { s: [1], j: [1] })
    expect(again).toBe(late)
    expect(begun.steps).toEqual([])
  })

  test('a step sent again with more in it is one step', () => {
    const sent = save(save(begun, 1, { s: [0] }), 1, { s: [0], j: [0] })
    expect(sent.steps).toEqual([{ step: 1, at: at(10), answers: { s: [0], j: [0] } }])
  })

  test('whoever changes an answer five hundred times has one attempt of a hundred steps', () => {
    let attempt = save(begun, 1, { j: [1] })
    for (let step = 2; step <= 500; step += 1) attempt = save(attempt, step, { s: [step % 2] }, step)
    expect(attempt.steps).toHaveLength(100)
    expect(answersOf(attempt)).toEqual({ j: [1], s: [0] })
    expect(answersOf(save(attempt, 3, { s: [1], j: [0] }, 501))).toEqual({ j: [1], s: [0] })
  })

  test.each([
    ['the last moment before the deadline', 3_599, null],
    ['the deadline itself, on its way', 3_600, null],
    ['the last second of grace', 3_629, null],
    ['when the grace is over', 3_630, 'ATTEMPT_DEADLINE_PASSED'],
  ])('%s', (_name, seconds, code) => {
    expect(closesAt(begun)).toBe(at(3_630))
    const saved = saveAnswers(begun, { step: 1, answers: { s: [0] } }, at(seconds))
    expect(saved.ok ? null : saved.refusal.code).toBe(code)
  })

  test.each([
    ['a question that is not on the paper', { x: [0] }, 'QUESTION_NOT_ON_PAPER'],
    ['an option that is not there', { s: [4] }, 'ANSWER_MALFORMED'],
    ['two options of a single choice', { s: [0, 1] }, 'ANSWER_MALFORMED'],
    ['both options of true-false', { j: [0, 1] }, 'ANSWER_MALFORMED'],
    ['one option twice', { m: [1, 1] }, 'ANSWER_MALFORMED'],
    ['half an option', { m: [0.5] }, 'ANSWER_MALFORMED'],
  ])('%s is refused, with all that came along', (_name, answers, code) => {
    const saved = saveAnswers(begun, { step: 1, answers: { j: [1], ...answers } as Answers }, at(5))
    expect(saved.ok ? null : saved.refusal.code).toBe(code)
  })

  test('a refusal says which question, or until when', () => {
    const refusalOf = (answers: Answers, seconds = 5) => saveAnswers(begun, { step: 1, answers }, at(seconds))
    expect(refusalOf({ x: [0] })).toMatchObject({ refusal: { details: { questionId: 'x' } } })
    expect(refusalOf({ s: [-1] })).toMatchObject({ refusal: { details: { questionId: 's' } } })
    expect(refusalOf({ s: [0] }, 3_630)).toMatchObject({ refusal: { details: { deadlineAt: at(3_600) } } })
  })

  test('steps that arrive in any order override one another by their number', () => {
    const late = save(save(save(begun, 3, { s: [3] }), 1, { s: [1], m: [1] }), 2, { m: [2] })
    expect(answersOf(late)).toEqual({ s: [3], m: [2] })
    expect(savedStepOf(late)).toBe(3)
    expect(savedStepOf(begun)).toBe(0)
    expect(answersOf(save(save(late, 1, { j: [0] }), 1, { j: [] }))).toEqual({ s: [3], m: [2], j: [] })
  })

  test('of a hundred steps and one more the two earliest become one, in whatever order they came', () => {
    const steps = Array.from({ length: 100 }, (_, index) => ({
      ...{ step: 100 - index, at: TEN, answers: { s: [index % 4], [index === 99 ? 'j' : 'm']: [1] } },
    }))
    const kept = save({ ...begun, steps }, 101, { m: [2] })
    expect(kept.steps).toHaveLength(100)
    expect(kept.steps[0]).toEqual({ step: 2, at: TEN, answers: { s: [2], j: [1], m: [1] } })
    expect(answersOf(kept)).toEqual({ s: [0], j: [1], m: [2] })
    expect(save({ ...begun, steps: steps.slice(1) }, 101, { m: [2] }).steps).toHaveLength(100)
  })

  test('once handed in, nothing is taken', () => {
    const submitted = { at: at(9), by: 'trainee' as const, scorePercent: 0, passed: false }
    const saved = saveAnswers({ ...begun, submitted }, { step: 1, answers: { s: [0] } }, at(10))
    expect(saved.ok ? null : saved.refusal.code).toBe('ATTEMPT_CLOSED')
  })
})

describe('sitting again', () => {
  const standing = (change: Partial<Standing>): Standing => ({
    attempts: 1,
    nextAt: null,
    bestScorePercent: 40,
    passed: false,
    lecturesLeft: 0,
    isVerified: true,
    ...change,
  })

  test.each([
    ['nothing stands against it', {}, null],
    ['a lecture is left', { lecturesLeft: 1 }, 'EXAM_LOCKED'],
    ['it was passed', { passed: true, lecturesLeft: 1 }, 'EXAM_ALREADY_PASSED'],
    ['five times', { attempts: 5 }, 'EXAM_ATTEMPTS_EXHAUSTED'],
    ['a second time, and nobody knows who it is', { isVerified: false }, 'EXAM_UNVERIFIED'],
    ['the first time, whoever it is', { isVerified: false, attempts: 0 }, null],
    ['a millisecond too soon', { nextAt: instant(TEN + 1) }, 'EXAM_TOO_SOON'],
    ['at the very moment', { nextAt: TEN }, null],
  ])('%s', (_name, change, code) => {
    const outcome = maySit(standing(change), rules, TEN)
    expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
  })

  test.each<[Partial<Standing>, object]>([
    [{ passed: true, bestScorePercent: 90 }, { scorePercent: 90 }],
    [{ passed: true, bestScorePercent: null }, { scorePercent: 0 }],
    [{ lecturesLeft: 3 }, { lecturesLeft: 3 }],
    [{ attempts: 6 }, { attempts: 6 }],
    [{ nextAt: instant(TEN + 1) }, { nextAt: TEN + 1 }],
  ])('%j says %j', (change, details) => {
    expect(maySit(standing(change), rules, TEN)).toMatchObject({ ok: false, refusal: { details } })
  })

  test('ten minutes after the last', () => {
    expect(nextSittingAt(TEN, rules)).toBe(at(600))
  })
})
