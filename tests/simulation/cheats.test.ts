import type { SecondRange } from '../../server/learning/study/views'
import { credited } from './credited'
import { BRISK, LectureWorld, RIGHT } from './lecture-world'

// Each way of being credited more than was played, with the seconds that it gets: lectures of 130, 61 and 210 s, a
// lease of 120 s, a question after 40 to 90 s.
const LEASE_SECONDS = BRISK.leaseMinutes * 60

let world: LectureWorld
beforeEach(async () => {
  world = await new LectureWorld(7).seed()
})

const opened = async (lectureId: string, deviceId = 'a') =>
  (await world.open({ lectureId, deviceId, takeOver: true })).sessionId

let sequence = 0
const say = (sessionId: string, ...ranges: SecondRange[]) => {
  sequence += 1
  return world.report({ sessionId, sequence, ranges, phase: 'playing' })
}

/** Plays and answers honestly; answers with the number of verified seconds. */
async function answerRight(sessionId: string, challengeId: string | undefined): Promise<number> {
  if (!challengeId) throw new Error('nothing is asked')
  return (await world.answer({ sessionId, challengeId, choice: RIGHT })).watch.verifiedSeconds
}

test('seeking to the end: five seconds of play are five seconds, wherever they are', async () => {
  const session = await opened('l1')
  world.pass(5)
  const view = await say(session, [0, 1], [100, 130])
  expect(view).toMatchObject({ acceptedSeconds: 5, refused: [{ range: [104, 130], reason: 'over-budget' }] })
  expect(view.watch.done).toBe(false)
})

test('one long segment: the clock decides, not the segment', async () => {
  const session = await opened('l3')
  world.pass(30)
  const view = await say(session, [0, 210])
  expect(view).toMatchObject({ acceptedSeconds: 30, refused: [{ range: [30, 210], reason: 'over-budget' }] })
})

test('16 ×: four seconds of clock are four seconds, report after report', async () => {
  const session = await opened('l3')
  for (let at = 0; at < 192; at += 64) {
    world.pass(4)
    await say(session, [at, at + 64])
  }
  expect(await credited(world)).toEqual({ verified: 0, granted: 12 })
})

test('two phones at once: the second one’s seconds count, the first one’s only up to the taking over', async () => {
  const first = await opened('l3', 'a')
  world.pass(20)
  const second = await opened('l1', 'b')
  world.pass(40)
  expect(await say(first, [0, 60])).toMatchObject({
    acceptedSeconds: 20,
    refused: [{ range: [20, 60], reason: 'replaced' }],
    stopped: 'replaced',
  })
  expect((await say(second, [0, 40])).acceptedSeconds).toBe(40)
  expect((await credited(world)).granted).toBe(60)
})

test('two lectures at once on one phone: one accrues at a time', async () => {
  const first = await opened('l1')
  const second = await opened('l2')
  world.pass(30)
  expect((await say(first, [0, 30])).acceptedSeconds).toBe(0)
  expect((await say(second, [0, 30])).acceptedSeconds).toBe(30)
})

test('sleeping eight hours and then reporting them: up to the end of the lease, and no further', async () => {
  const session = await opened('l3')
  world.pass(8 * 3600)
  const view = await say(session, [0, 210])
  expect(view).toMatchObject({
    acceptedSeconds: LEASE_SECONDS,
    refused: [{ range: [LEASE_SECONDS, 210], reason: 'after-lease' }],
    stopped: 'lease-ended',
  })
})

test('replaying: fifty times the same is once', async () => {
  const session = await opened('l3')
  world.pass(60)
  const report = {
    sessionId: session,
    sequence: 1,
    ranges: [[0, 20]] as SecondRange[],
    phase: 'playing' as const,
  }
  const accepted: number[] = []
  for (let time = 0; time < 50; time += 1) accepted.push((await world.report(report)).acceptedSeconds)
  expect(accepted).toEqual([20, ...Array(49).fill(0)])
})

test('never answering: nothing is verified, and soon nothing is taken either', async () => {
  const session = await opened('l3')
  for (let at = 0; at < 210; at += 30) {
    world.pass(30)
    await say(session, [at, at + 30])
  }
  const { verified, granted } = await credited(world)
  expect(verified).toBe(0)
  // Asked after 60 or 90 s of play; 15 s later the clock stands.
  expect(granted).toBeLessThanOrEqual(90 + 15)
})

test('opening again and again is no way around a question: it is asked at once, and nothing accrues before it', async () => {
  let session = await opened('l3')
  world.pass(90)
  expect((await say(session, [0, 90])).watch.challenge).not.toBeNull()
  for (let time = 0; time < 5; time += 1) {
    const view = await world.open({ lectureId: 'l3', deviceId: 'a', takeOver: false })
    session = view.sessionId
    expect(view.watch.challenge).not.toBeNull()
    world.pass(30)
    expect((await say(session, [90, 120])).acceptedSeconds).toBe(0)
  }
  expect(await credited(world)).toEqual({ verified: 0, granted: 90 })
})

test('a wrong answer cannot be undone by opening again: what it put aside must be watched again', async () => {
  const session = await opened('l2')
  world.pass(61)
  const { watch } = await say(session, [0, 61])
  const wrong = await world.answer({ sessionId: session, challengeId: watch.challenge?.id ?? '', choice: 0 })
  expect(wrong).toMatchObject({ correct: false, putAside: [[0, 61]] })
  const again = await world.open({ lectureId: 'l2', deviceId: 'a', takeOver: false })
  expect(again.watch).toMatchObject({ verified: [], pending: [], challenge: null })
  await opened('l1')
  const later = await world.open({ lectureId: 'l2', deviceId: 'a', takeOver: false })
  expect(later.watch).toMatchObject({ verified: [], pending: [], challenge: null })
})

test('the queue of a replaced phone does not bring back what a wrong answer put aside on the other', async () => {
  const first = await opened('l2', 'a')
  world.pass(61)
  const queue = { sessionId: first, sequence: 1, ranges: [[0, 61]] as SecondRange[], phase: 'ended' as const }
  await world.report(queue)
  const second = await world.open({ lectureId: 'l2', deviceId: 'b', takeOver: true })
  const { id = '' } = second.watch.challenge ?? {}
  await world.answer({ sessionId: second.sessionId, challengeId: id, choice: 0 })
  expect((await world.report(queue)).acceptedSeconds).toBe(0)
  expect(await credited(world)).toEqual({ verified: 0, granted: 0 })
})

test('played, asked, answered: sixty-one seconds take sixty-one seconds', async () => {
  const session = await opened('l2')
  world.pass(61)
  const { watch, lectureDone } = await say(session, [0, 61])
  expect(lectureDone).toBe(false)
  expect(await answerRight(session, watch.challenge?.id)).toBe(61)
  expect(await credited(world)).toEqual({ verified: 61, granted: 61 })
})
