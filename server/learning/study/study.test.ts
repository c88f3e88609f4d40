import type { Coverage } from '../../../domain/watch/coverage'
import { NEW_QUIZ } from '../../../domain/watch/session'
import { type Classroom, refusalOf, startClassroom } from '../../../tests/harness/classroom'
import { rightChoice, wrongChoice } from '../../../tests/harness/courses'
import type { WatchDocument } from './documents'
import type { PlayedSeconds } from './report'
import type { ReportView } from './views'

// Through the router, the real SDK and a local cloud, under the rules of 2022: a lease of 10 minutes, a question after
// 8 to 15 minutes. `long` has lectures of 3,600 and 1,200 s, `short` one of 20 s.
let room: Classroom
let stop: () => Promise<void>
beforeAll(async () => {
  ;({ room, stop } = await startClassroom())
})
afterAll(() => stop())
afterEach(() => room.cloud.faults.clear())

type Said = Pick<PlayedSeconds, 'sequence' | 'ranges'> & Partial<PlayedSeconds>
const report = (name: string, sessionId: string, said: Said): Promise<ReportView> =>
  room.as(name).study.report({
    sessionId,
    phase: said.phase ?? 'playing',
    sequence: said.sequence,
    ranges: said.ranges.map(([from, to]) => [from, to]),
  })
const watchOf = async (name: string): Promise<WatchDocument | null> => room.store.get('watch', `p-${name}`)

/** Refused by that code, and nothing in the watch document has changed. */
async function refusedUnchanged(name: string, work: () => Promise<unknown>): Promise<unknown> {
  const before = await watchOf(name)
  const refusal = await refusalOf(work())
  expect(await watchOf(name)).toEqual(before)
  return refusal
}

test('walkthrough: opens, plays, is asked, answers, has both lectures done and may sit the exam', async () => {
  const { sessionId, watch, resumeAtSeconds, nextLectureId } = await room.open('a', 'long-1')
  expect(watch).toMatchObject({
    verified: [],
    pending: [],
    requiredSeconds: 3_420,
    challenge: null,
    done: false,
  })
  expect({ resumeAtSeconds, nextLectureId }).toEqual({ resumeAtSeconds: 0, nextLectureId: 'long-2' })

  room.pass(60)
  const first = await report('a', sessionId, { sequence: 1, ranges: [[0, 60]] })
  expect(first).toMatchObject({ acknowledged: 1, acceptedSeconds: 60, refused: [], stopped: null })
  expect(first.watch).toMatchObject({ verified: [], pending: [[0, 60]], pendingSeconds: 60 })

  room.pass(900)
  const asked = await report('a', sessionId, { sequence: 2, ranges: [[60, 660]] })
  expect(asked.stopped).toBe('lease-ended')
  const again = await room.open('a', 'long-1')
  expect(again).toMatchObject({ resumeAtSeconds: 660, watch: { pending: [[0, 660]] } })

  await room.watch('a', 'long-1')
  const view = await room.open('a', 'long-2')
  expect((await room.store.get('enrolments', 'p-a:long'))?.lectures).toEqual({
    'long-1': { verifiedSeconds: 3_600, requiredSeconds: 3_420, done: true, wrong: 0 },
  })
  expect(view.nextLectureId).toBeNull()
  await room.watch('a', 'long-2')
  const { current } = (await watchOf('a')) ?? {}
  const last = await report('a', current?.sessionId ?? '', { sequence: 99, ranges: [[0, 1]] })
  expect(last).toMatchObject({ lectureDone: true, courseReadyForExam: true, acceptedSeconds: 0 })
})

test('one lecture of two done is no exam yet', async () => {
  await room.watch('b', 'long-2')
  const { current } = (await watchOf('b')) ?? {}
  const view = await report('b', current?.sessionId ?? '', { sequence: 99, ranges: [[0, 1]] })
  expect(view).toMatchObject({ lectureDone: true, courseReadyForExam: false })
  expect(await refusalOf(room.as('b').exam.start({ courseId: 'long' }))).toEqual({
    code: 'EXAM_LOCKED',
    details: { lecturesLeft: 1 },
  })
})

describe('a report', () => {
  const costOf = async (work: () => Promise<unknown>) => {
    room.cloud.operations.reset()
    await work()
    const { reads, writes, queries, transactions } = room.cloud.operations.read()
    return { reads, writes, queries, transactions }
  }
  const ONE_AND_ONE = { reads: 1, writes: 1, queries: 0, transactions: 0 }

  test('is one read and one conditional write, in the first hour and with a thousand lectures behind it', async () => {
    const { sessionId } = await room.open('c', 'long-1')
    room.pass(60)
    expect(await costOf(() => report('c', sessionId, { sequence: 1, ranges: [[0, 60]] }))).toEqual(
      ONE_AND_ONE,
    )
    for (let lecture = 0; lecture < 1_000; lecture += 1) {
      const kept = {
        _id: `p-c:other-${lecture}`,
        verified: '' as Coverage,
        pending: '' as Coverage,
        quiz: NEW_QUIZ,
      }
      await room.store.insert('coverage', kept)
    }
    for (let visit = 0; visit < 20; visit += 1) {
      const lecture = visit % 2 === 0 ? 'long-2' : 'long-1'
      const open = await room.open('c', lecture)
      room.pass(300)
      const ranges = Array.from(
        { length: 150 },
        (_, i) => [visit * 50 + i * 2, visit * 50 + i * 2 + 1] as const,
      )
      await report('c', open.sessionId, { sequence: 1, ranges, phase: 'paused' })
    }
    const { sessionId: latest } = await room.open('c', 'long-1')
    room.pass(60)
    const ranges = [[3_000, 3_060]] as const
    expect(await costOf(() => report('c', latest, { sequence: 1, ranges: [...ranges] }))).toEqual(ONE_AND_ONE)
    expect(JSON.stringify(await watchOf('c')).length).toBeLessThan(32_000)
  })

  test('that is repeated, or comes out of order, is harmless', async () => {
    const { sessionId } = await room.open('d', 'long-1')
    room.pass(120)
    const second = { sequence: 2, ranges: [[60, 120]] as [number, number][] }
    const first = { sequence: 1, ranges: [[0, 60]] as [number, number][] }
    expect(await report('d', sessionId, second)).toMatchObject({ acknowledged: 0, acceptedSeconds: 60 })
    expect(await report('d', sessionId, first)).toMatchObject({ acknowledged: 1, acceptedSeconds: 60 })
    expect(await report('d', sessionId, first)).toMatchObject({
      acknowledged: 1,
      acceptedSeconds: 0,
      refused: [],
    })
    expect((await report('d', sessionId, second)).watch.pending).toEqual([[0, 120]])
  })

  test('whose answer was lost after the commit is sent again, and counts once', async () => {
    const { sessionId } = await room.open('d', 'long-1')
    room.pass(60)
    const said = { sequence: 1, ranges: [[200, 260]] as [number, number][] }
    room.cloud.faults.add({
      kind: 'lost-answer',
      action: 'database.modifyDocument',
      collection: 'watch',
      times: 1,
    })
    await expect(report('d', sessionId, said)).rejects.toThrow()
    expect(await report('d', sessionId, said)).toMatchObject({
      acceptedSeconds: 0,
      refused: [],
      acknowledged: 1,
    })
    expect((await watchOf('d'))?.current?.session.grantedSeconds).toBe(60)
  })

  test('that meets another one loses nothing', async () => {
    const { sessionId } = await room.open('d', 'long-2')
    room.pass(120)
    await Promise.all(
      [0, 1, 2, 3].map((n) => report('d', sessionId, { sequence: n + 1, ranges: [[n * 30, n * 30 + 30]] })),
    )
    expect((await watchOf('d'))?.current?.session.grantedSeconds).toBe(120)
  })

  test.each([
    ['negative', [-1, 5]],
    ['empty-range', [5, 5]],
    ['reversed-range', [9, 5]],
  ] as const)('that is malformed (%s) is refused whole', async (reason, wrong) => {
    const { sessionId } = await room.open('d', 'long-2')
    room.pass(20)
    const ranges: [number, number][] = [[0, 5], [...wrong]]
    expect(await refusedUnchanged('d', () => report('d', sessionId, { sequence: 1, ranges }))).toEqual({
      code: 'REPORT_MALFORMED',
      details: { reason },
    })
  })

  test('with a position, a percentage or a word instead of ranges is no report', async () => {
    const { sessionId } = await room.open('d', 'long-2')
    const input = { sessionId, sequence: 1, phase: 'ended', percent: 100, ranges: 'all' }
    const error = await room
      .as('d')
      .study.report(input as never)
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('beyond the lecture and beyond the budget: what can have been played counts, the rest says why', async () => {
    const { sessionId } = await room.open('e', 'short-1')
    room.pass(10)
    const view = await report('e', sessionId, { sequence: 1, ranges: [[0, 30]], phase: 'ended' })
    expect(view).toMatchObject({
      acceptedSeconds: 10,
      refused: [
        { range: [20, 30], reason: 'beyond-lecture' },
        { range: [10, 20], reason: 'over-budget' },
      ],
    })
  })

  test('after the lease: what was played within it counts', async () => {
    const { sessionId } = await room.open('e', 'long-1')
    room.pass(8 * 3_600)
    expect(await report('e', sessionId, { sequence: 1, ranges: [[0, 3_600]] })).toMatchObject({
      acceptedSeconds: 600,
      refused: [{ range: [600, 3_600], reason: 'after-lease' }],
      stopped: 'lease-ended',
    })
  })

  test('to somebody else’s session, or to none', async () => {
    const { sessionId } = await room.open('e', 'long-1')
    const said = { sequence: 1, ranges: [[0, 1]] as [number, number][] }
    expect(await refusedUnchanged('e', () => report('f', sessionId, said))).toEqual({
      code: 'SESSION_FOREIGN',
      details: {},
    })
    for (const unknown of ['p-e.000', 'nobody.000', '.'])
      expect(await refusedUnchanged('e', () => report('e', unknown, said))).toEqual({
        code: 'SESSION_UNKNOWN',
        details: {},
      })
  })
})

describe('another phone', () => {
  test('is told who plays; taking over stops the first, whose queue counts up to that instant for a day', async () => {
    const first = await room.open('f', 'long-1', { deviceId: 'old' })
    room.pass(300)
    expect(await refusedUnchanged('f', () => room.open('f', 'long-2', { deviceId: 'new' }))).toEqual({
      code: 'SESSION_ELSEWHERE',
      details: { lectureTitle: '第 1 讲', deviceName: 'old' },
    })
    const second = await room.open('f', 'long-2', { deviceId: 'new', takeOver: true })
    room.pass(60)
    const late = await report('f', first.sessionId, { sequence: 1, ranges: [[0, 360]] })
    expect(late).toMatchObject({
      acceptedSeconds: 300,
      refused: [{ range: [300, 360], reason: 'replaced' }],
      stopped: 'replaced',
    })
    expect(await report('f', second.sessionId, { sequence: 1, ranges: [[0, 60]] })).toMatchObject({
      acceptedSeconds: 60,
    })
    const back = await room.open('f', 'long-1', { deviceId: 'new' })
    expect(back.watch.pending).toEqual([[0, 300]])
  })

  test('may not answer what the first was asked, and a queue that is a day old is too old', async () => {
    const first = await room.open('f', 'long-2', { deviceId: 'old', takeOver: true })
    room.pass(1_000)
    await room.open('f', 'long-1', { deviceId: 'new', takeOver: true })
    const answer = { sessionId: first.sessionId, challengeId: 'any', choice: 1 }
    expect(await refusedUnchanged('f', () => room.as('f').study.answer(answer))).toMatchObject({
      code: 'SESSION_REPLACED',
    })
    room.pass(24 * 3_600)
    const said = { sequence: 4, ranges: [[0, 30]] as [number, number][] }
    const before = await watchOf('f')
    expect(await report('f', first.sessionId, said)).toMatchObject({
      acknowledged: 4,
      acceptedSeconds: 0,
      refused: [{ range: [0, 30], reason: 'queue-too-old' }],
    })
    expect(await watchOf('f')).toEqual(before)
  })

  test('that opens in the same moment: one plays, and the other is told', async () => {
    room.pass(3_600)
    const both = await Promise.all([
      refusalOf(room.open('f', 'long-1', { deviceId: 'left' })),
      refusalOf(room.open('f', 'long-2', { deviceId: 'right' })),
    ])
    const codes = both.map((one) => (one === 'accepted' ? one : one.code))
    expect(codes.sort()).toEqual(['SESSION_ELSEWHERE', 'accepted'])
  })
})

describe('questions', () => {
  test('a wrong answer puts aside, a repeated one is the same, a right one verifies; the key never leaves', async () => {
    const { sessionId } = await room.open('e', 'short-1', { takeOver: true })
    room.pass(20)
    const { watch, ...rest } = await report('e', sessionId, {
      sequence: 1,
      ranges: [[0, 20]],
      phase: 'ended',
    })
    expect(JSON.stringify({ watch, rest })).not.toContain('key')
    const { challenge } = watch
    if (!challenge) throw new Error('nothing is asked')
    expect([...challenge.options].sort()).toEqual(['第一条', '第三条', '第二条'])
    const challengeId = challenge.id
    const wrong = await room.as('e').study.answer({ sessionId, challengeId, choice: wrongChoice(challenge) })
    expect(wrong).toMatchObject({
      correct: false,
      putAside: [[0, 20]],
      watch: { pending: [], challenge: null },
    })
    const changed = { sessionId, challengeId, choice: rightChoice(challenge) }
    expect(await room.as('e').study.answer(changed)).toMatchObject({ correct: false })
    room.pass(20)
    const again = await report('e', sessionId, { sequence: 2, ranges: [[0, 20]], phase: 'ended' })
    if (!again.watch.challenge) throw new Error('nothing is asked')
    expect(again.watch.wrongLeft).toBe(3)
    const { id } = again.watch.challenge
    const right = { sessionId, challengeId: id, choice: rightChoice(again.watch.challenge) }
    expect(await room.as('e').study.answer(right)).toMatchObject({
      correct: true,
      watch: { verifiedSeconds: 20, done: true },
    })
    expect(
      await refusedUnchanged('e', () => room.as('e').study.answer({ ...right, challengeId: 'x' })),
    ).toEqual({
      code: 'CHALLENGE_UNKNOWN',
      details: {},
    })
  })
})

describe('opening', () => {
  test.each([
    ['a lecture that does not exist', 'nowhere-1', 'LECTURE_UNKNOWN'],
    ['a lecture of another region', 'abroad-1', 'COURSE_UNKNOWN'],
  ])('%s', async (_name, lectureId, code) => {
    expect(await refusedUnchanged('a', () => room.open('a', lectureId))).toEqual({ code, details: {} })
  })

  test('a lecture without questions is not ready', async () => {
    const kept = await room.store.get('lecture-challenges', 'poor-1')
    if (!kept) throw new Error('no questions')
    await room.store.replace('lecture-challenges', { ...kept, challenges: [] })
    expect(await refusedUnchanged('a', () => room.open('a', 'poor-1'))).toMatchObject({
      code: 'LECTURE_UNAVAILABLE',
    })
  })

  test('a lecture of a closed year: until its last day, and not after (SX22-15)', async () => {
    const { now } = room
    room.now = Date.parse('2022-10-01T00:00:00+08:00') as typeof now
    expect(await refusedUnchanged('a', () => room.open('a', 'past-1'))).toMatchObject({
      code: 'YEAR_CLOSED',
      details: { year: 2021, closedOn: '2022-09-30' },
    })
    room.now = now
  })

  test('somebody who is not registered', async () => {
    expect(await refusalOf(room.open('nobody', 'long-1'))).toEqual({ code: 'NOT_REGISTERED', details: {} })
  })
})
