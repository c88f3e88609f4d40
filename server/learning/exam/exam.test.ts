import { closesAt } from '../../../domain/exam/attempt'
import { type Classroom, refusalOf, startClassroom } from '../../../tests/harness/classroom'
import { rightAnswer } from '../../../tests/harness/courses'
import { runDue } from '../../../tests/harness/run-due'
import { closingOf } from './answer-exam'
import { closeAttempt } from './close-attempt'
import type { PaperView } from './views'

// Through the router, the real SDK and a local cloud, under the rules of 2022: 60 minutes and 30 s of grace, 60 of 100
// to pass, five attempts, ten minutes between two.
let room: Classroom
let stop: () => Promise<void>
beforeAll(async () => {
  ;({ room, stop } = await startClassroom())
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await room.watch(name, 'short-1')
})
afterAll(() => stop())
afterEach(() => room.cloud.faults.clear())

const start = (name: string): Promise<PaperView> => room.as(name).exam.start({ courseId: 'short' })
const save = (name: string, attemptId: string, step: number, answers: Record<string, number[]>) =>
  room.as(name).exam.save({ attemptId, step, answers })
const submit = (name: string, attemptId: string, answers: Record<string, number[]> = {}) =>
  room.as(name).exam.submit({ attemptId, step: 900, answers })
const result = (name: string, attemptId: string) => room.as(name).exam.result({ attemptId })

const right = ({ questions }: PaperView, count = questions.length): Record<string, number[]> =>
  Object.fromEntries(questions.slice(0, count).map(({ id, type }) => [id, rightAnswer(type)]))
const attemptOf = (attemptId: string) => room.store.get('attempts', attemptId)
const examOf = async (name: string) => (await room.store.get('enrolments', `p-${name}:short`))?.exam
const accountOf = (name: string) => room.store.get('accounts', `p-${name}:shaanxi:2022`)

/** Refused by that code, and the attempt is as it was. */
async function refusedUnchanged(attemptId: string, work: () => Promise<unknown>): Promise<unknown> {
  const before = await attemptOf(attemptId)
  const refusal = await refusalOf(work())
  expect(await attemptOf(attemptId)).toEqual(before)
  return refusal
}

test('walkthrough: starts, saves, is cut off, goes on, hands in, passes, and the hours are there', async () => {
  const paper = await start('a')
  expect(paper).toMatchObject({ attemptNumber: 1, attemptsLeft: 4, savedStep: 0, answers: {} })
  expect(paper.questions).toHaveLength(50)
  expect(paper.deadlineAt - paper.startedAt).toBe(3_600_000)
  expect(await examOf('a')).toMatchObject({ attempts: 0, openAttemptId: paper.attemptId, passed: false })

  const [first, second] = paper.questions
  await save('a', paper.attemptId, 1, { [first?.id ?? '']: [0] })
  expect((await attemptOf(paper.attemptId))?.attempt.steps).toHaveLength(1)
  await save('a', paper.attemptId, 2, { [first?.id ?? '']: [0] })
  expect((await attemptOf(paper.attemptId))?.attempt.steps).toHaveLength(1)
  await save('a', paper.attemptId, 3, { [first?.id ?? '']: [2], [second?.id ?? '']: [1] })

  room.pass(600)
  const again = await start('a')
  expect(again.attemptId).toBe(paper.attemptId)
  expect(again.questions).toEqual(paper.questions)
  expect(again).toMatchObject({ savedStep: 3, answers: { [first?.id ?? '']: [2], [second?.id ?? '']: [1] } })

  const graded = await submit('a', paper.attemptId, right(paper, 40))
  expect(graded).toMatchObject({ passed: true, scorePercent: 80, submittedBy: 'trainee', nextAt: null })
  expect(graded.credited).toMatchObject({
    hours: 800,
    categoryName: '专业课',
    year: 2022,
    state: 'counted',
  })
  expect(await examOf('a')).toMatchObject({
    attempts: 1,
    openAttemptId: null,
    bestScorePercent: 80,
    passed: true,
  })
  expect((await accountOf('a'))?.portions.professional.counted).toBe(800)
  expect(await room.store.get('outbox', `exam:${paper.attemptId}`)).toMatchObject({ kind: 'exam-closed' })
  const entry = await room.store.get('entries', graded.credited?.entryId ?? '')
  expect(JSON.stringify(entry?.facts)).toContain('已核验观看 20 秒')

  // No answer of the server contains a key.
  expect(JSON.stringify([paper, again, graded])).not.toMatch(/"(key|paper)"/)
  expect(await submit('a', paper.attemptId, right(paper, 50))).toEqual(graded)
  expect(await result('a', paper.attemptId)).toEqual(graded)
  expect(await refusalOf(start('a'))).toEqual({ code: 'EXAM_ALREADY_PASSED', details: { scorePercent: 80 } })
  expect(await refusedUnchanged(paper.attemptId, () => save('a', paper.attemptId, 9, {}))).toEqual({
    code: 'ATTEMPT_CLOSED',
    details: {},
  })
})

test('passing and posting are one transaction: five reads and seven writes', async () => {
  const paper = await start('b')
  await save('b', paper.attemptId, 1, right(paper))
  const document = await attemptOf(paper.attemptId)
  const person = await room.store.get('persons', 'p-b')
  if (!document || !person) throw new Error('nobody sits')
  const ctx = room.context('o-b')
  const { closing } = await closingOf(ctx, person, document)
  room.cloud.operations.reset()
  await room.store.transact(async (tx) => {
    const fresh = await tx.get('attempts', paper.attemptId)
    return fresh && closeAttempt(tx, ctx, { document: fresh, closing })
  })
  const { reads, writes, queries, transactions } = room.cloud.operations.read()
  expect({ reads, writes, queries, transactions }).toEqual({
    reads: 5,
    writes: 7,
    queries: 0,
    transactions: 1,
  })
})

test('handed in, the answer lost after the commit, and handed in three times at once: one entry', async () => {
  const paper = await start('c')
  const answers = right(paper)
  room.cloud.faults.add({ kind: 'lost-answer', action: 'database.commitTransaction', times: 1 })
  await expect(submit('c', paper.attemptId, answers)).rejects.toThrow()
  const all = await Promise.all([1, 2, 3].map(() => submit('c', paper.attemptId, answers)))
  expect(new Set(all.map(({ credited }) => credited?.entryId)).size).toBe(1)
  expect(await accountOf('c')).toMatchObject({ sequence: 1, portions: { professional: { counted: 800 } } })
})

test('started twice at once is one attempt, with one paper', async () => {
  const [one, two] = await Promise.all([start('d'), start('d')])
  expect(two.attemptId).toBe(one.attemptId)
  expect((await start('d')).questions).toEqual((await attemptOf(one.attemptId))?.paper.map(shown))
  expect(await room.store.get('attempts', 'p-d:short:2')).toBeNull()
})
const shown = (
  { id, type, stem, options }: { id: string; type: string; stem: string; options: readonly string[] },
  i: number,
) => ({ id, number: i + 1, type, stem, options })

describe('bad input', () => {
  test('another’s attempt, none, a question that is not on the paper, an option that is not there', async () => {
    const { attemptId, questions } = await start('d')
    const [question] = questions
    const refusing = (work: () => Promise<unknown>) => refusedUnchanged(attemptId, work)
    expect(await refusing(() => save('e', attemptId, 1, {}))).toEqual({
      code: 'ATTEMPT_FOREIGN',
      details: {},
    })
    expect(await refusing(() => submit('e', attemptId))).toEqual({ code: 'ATTEMPT_FOREIGN', details: {} })
    expect(await refusing(() => result('e', attemptId))).toEqual({ code: 'ATTEMPT_FOREIGN', details: {} })
    expect(await refusing(() => save('d', 'p-d:short:77', 1, {}))).toEqual({
      code: 'ATTEMPT_UNKNOWN',
      details: {},
    })
    expect(await refusing(() => result('d', attemptId))).toEqual({ code: 'ATTEMPT_UNKNOWN', details: {} })
    const answers = { [question?.id ?? '']: [0], elsewhere: [1] }
    const notOnPaper = { code: 'QUESTION_NOT_ON_PAPER', details: { questionId: 'elsewhere' } }
    expect(await refusing(() => save('d', attemptId, 1, answers))).toEqual(notOnPaper)
    expect(await refusing(() => submit('d', attemptId, answers))).toEqual(notOnPaper)
    expect(await refusing(() => save('d', attemptId, 1, { [question?.id ?? '']: [0, 1] }))).toEqual({
      code: 'ANSWER_MALFORMED',
      details: { questionId: question?.id },
    })
  })

  test('an older step never overwrites a newer one', async () => {
    const { attemptId, questions } = await start('d')
    const id = questions[0]?.id ?? ''
    await save('d', attemptId, 5, { [id]: [3] })
    expect(await save('d', attemptId, 4, { [id]: [1] })).toMatchObject({ savedStep: 5 })
    expect((await start('d')).answers).toEqual({ [id]: [3] })
  })

  test('no lecture watched, and a bank that is too small (SX20-41)', async () => {
    const poor = () => room.as('e').exam.start({ courseId: 'poor' })
    expect(await refusalOf(poor())).toMatchObject({
      code: 'EXAM_BANK_TOO_SMALL',
      details: { kind: 'judge', have: 29 },
    })
    expect(await refusalOf(room.as('e').exam.start({ courseId: 'long' }))).toEqual({
      code: 'EXAM_LOCKED',
      details: { lecturesLeft: 2 },
    })
  })

  test('a year whose notice is not here: that is said, and nothing is guessed', async () => {
    expect(await refusalOf(room.as('e').exam.start({ courseId: 'unread' }))).toEqual({
      code: 'NO_RULE_FOR_YEAR',
      details: { region: 'shaanxi', year: 2015 },
    })
  })
})

describe('time', () => {
  test('answers count until the grace is over; then what was saved is graded, by the next read', async () => {
    const paper = await start('e')
    await save('e', paper.attemptId, 1, right(paper, 29))
    room.pass(3_629)
    const [last] = paper.questions.slice(29)
    await save('e', paper.attemptId, 2, { [last?.id ?? '']: rightAnswer(last?.type ?? 'single') })
    room.pass(1)
    expect(
      await refusedUnchanged(paper.attemptId, () => save('e', paper.attemptId, 3, right(paper))),
    ).toEqual({
      code: 'ATTEMPT_DEADLINE_PASSED',
      details: { deadlineAt: paper.deadlineAt },
    })
    room.pass(3 * 86_400)
    const graded = await result('e', paper.attemptId)
    expect(graded).toMatchObject({ scorePercent: 60, passed: true, submittedBy: 'clock' })
    expect(graded.submittedAt).toBe(paper.deadlineAt + 30_000)
    expect((await accountOf('e'))?.portions.professional.counted).toBe(800)
  })

  test('handing in too late brings nothing new with it', async () => {
    const paper = await start('f')
    room.pass(4_000)
    expect(await submit('f', paper.attemptId, right(paper))).toMatchObject({
      scorePercent: 0,
      passed: false,
      credited: null,
      submittedBy: 'clock',
      attemptsLeft: 4,
      nextAt: paper.deadlineAt + 30_000 + 600_000,
    })
  })

  test('a second attempt too soon, the next in time, and none after the fifth', async () => {
    room.pass(86_400)
    for (let number = 2; number <= 5; number += 1) {
      const { attemptId, attemptNumber } = await start('f')
      expect(attemptNumber).toBe(number)
      const { nextAt, attemptsLeft } = await submit('f', attemptId)
      expect(attemptsLeft).toBe(5 - number)
      if (number === 5) expect(nextAt).toBeNull()
      else {
        expect(await refusalOf(start('f'))).toEqual({ code: 'EXAM_TOO_SOON', details: { nextAt } })
        room.pass(600)
      }
    }
    room.pass(86_400)
    expect(await refusalOf(start('f'))).toEqual({ code: 'EXAM_ATTEMPTS_EXHAUSTED', details: { attempts: 5 } })
    expect(await accountOf('f')).toBeNull()
  })

  test('the clock hands in what nobody did, once, however often it runs; one that fails harms no other', async () => {
    const { attemptId, questions } = await start('d')
    await save(
      'd',
      attemptId,
      8,
      Object.fromEntries(questions.map(({ id, type }) => [id, rightAnswer(type)])),
    )
    const document = await attemptOf(attemptId)
    expect(await runDue(room)).toMatchObject({ failed: 0 })
    expect((await attemptOf(attemptId))?.attempt.submitted).toBeNull()
    room.pass(3_630)
    await room.store.insert('due-items', {
      _id: 'broken',
      kind: 'attempt',
      ref: '',
      dueAt: room.now,
      lane: 0,
      shard: 0,
      state: 'waiting',
    })
    const orphan = { ...document, _id: 'p-d:gone:1', courseId: 'gone' } as NonNullable<typeof document>
    await room.store.insert('attempts', orphan)
    const dueAt = closesAt(orphan.attempt)
    await room.store.insert('due-items', {
      _id: 'orphan',
      kind: 'attempt',
      ref: orphan._id,
      dueAt,
      lane: 0,
      shard: 0,
      state: 'waiting',
    })
    const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const [one, two] = await Promise.all([runDue(room), runDue(room)])
    expect(one.failed + two.failed).toBeGreaterThan(0)
    silenced.mockRestore()
    expect((await attemptOf(attemptId))?.attempt.submitted).toMatchObject({ by: 'clock', scorePercent: 100 })
    expect(await accountOf('d')).toMatchObject({ sequence: 1, portions: { professional: { counted: 800 } } })
    expect(await runDue(room)).toEqual({ settled: 0, failed: 0, isLeft: false })
    expect(await room.store.get('due-items', 'orphan')).toMatchObject({
      state: 'waiting',
      dueAt: room.now + 600_000,
    })
  })
})

test('handed in four times at once: one entry', async () => {
  await room.watch('b', 'long-1')
  await room.watch('b', 'long-2')
  const paper = await room.as('b').exam.start({ courseId: 'long' })
  const before = (await accountOf('b'))?.sequence ?? 0
  const all = await Promise.all([1, 2, 3, 4].map(() => submit('b', paper.attemptId, right(paper))))
  expect(new Set(all.map(({ credited }) => credited?.entryId)).size).toBe(1)
  expect(await accountOf('b')).toMatchObject({ sequence: before + 1 })
})
