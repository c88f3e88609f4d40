import { secondsIn } from './ranges'
import { PhoneAndServer, RefusedByServer, settle } from './visit.fixture'

const world = (): PhoneAndServer => new PhoneAndServer()

describe('what counts', () => {
  test('every second that was played, and no other', async () => {
    const server = world()
    const visit = server.visit()
    await visit.play(130)
    visit.watch.stop('paused')
    await settle()
    expect(server.verified).toEqual([[0, 130]])
    expect(visit.onPhoneSeconds).toBe(0)
  })

  test('pauses lose nothing', async () => {
    const server = world()
    const visit = server.visit()
    for (let round = 0; round < 5; round += 1) {
      await visit.play(10)
      visit.watch.stop('paused')
      server.nowMs += 30_000
      await settle()
    }
    await visit.play(70)
    visit.watch.stop('hidden')
    await settle()
    expect(secondsIn(server.verified) + visit.onPhoneSeconds).toBe(120)
  })

  test('pauses within a second do not lose it, wherever the ticks fall', async () => {
    const server = world()
    const visit = server.visit()
    let at = 0.4
    const tick = (stepSeconds: number) => {
      at += stepSeconds
      server.nowMs += stepSeconds * 1000
      visit.watch.tick(at)
    }
    tick(0)
    for (let second = 0; second < 20; second += 1) {
      tick(0.25)
      tick(0.25)
      visit.watch.stop('paused')
      server.nowMs += 9_000
      at += 0.2
      tick(0.3)
    }
    await settle()
    expect(secondsIn(visit.watch.seen())).toBe(20)
  })

  test('a jump during a pause is not played, however long the pause', async () => {
    const server = world()
    const visit = server.visit()
    await visit.play(10)
    visit.watch.stop('paused')
    server.nowMs += 60_000
    visit.watch.tick(11.9)
    server.nowMs += 250
    visit.watch.tick(12.1)
    expect(secondsIn(visit.watch.seen())).toBe(10)
  })

  test('the last second counts when the file ends within it', async () => {
    const server = world()
    const visit = server.visit(server.session('s1', 0, 30))
    await visit.play(29.75)
    await visit.watch.end()
    expect(server.verified).toEqual([[0, 30]])
    expect(server.received.at(-1)?.phase).toBe('ended')
  })

  test('at 16 × nothing that was skipped counts, and the player is sent back', async () => {
    const server = world()
    const visit = server.visit()
    const startedMs = server.nowMs
    await visit.play(1_600, 16)
    visit.watch.stop('paused')
    await settle()
    expect(secondsIn(server.verified) + visit.onPhoneSeconds).toBeLessThanOrEqual(
      (server.nowMs - startedMs) / 1000,
    )
    expect(visit.actions.some(({ kind }) => kind === 'seek')).toBe(true)
  })

  test('at twice the speed no more counts than the clock allows, and nothing is left out afterwards', async () => {
    const server = world()
    const visit = server.visit()
    const startedMs = server.nowMs
    await visit.play(60, 2)
    const clockSeconds = (server.nowMs - startedMs) / 1000
    expect(secondsIn(visit.watch.seen())).toBeLessThanOrEqual(clockSeconds * 1.02 + 1)
    expect(visit.actions.some(({ kind }) => kind === 'seek')).toBe(true)
    await visit.play(60)
    expect(secondsIn(visit.watch.seen())).toBe(Math.floor(visit.watch.atSeconds))
  })

  test('a phone that seeks by key frames and lands ahead is sent further back, until it plays on', async () => {
    const server = world()
    const visit = server.visit()
    await visit.play(31)
    const keyFrameAfter = (seconds: number) => Math.ceil(seconds / 5) * 5
    let action = visit.watch.tick(60)
    for (let tries = 0; tries < 4 && action.kind === 'seek'; tries += 1) {
      server.nowMs += 250
      expect(visit.watch.tick(60)).toEqual({ kind: 'none' })
      server.nowMs += 1_000
      action = visit.watch.tick(keyFrameAfter(action.toSeconds))
    }
    expect(action).toEqual({ kind: 'none' })
    await visit.play(40)
    expect(secondsIn(visit.watch.seen())).toBe(Math.floor(visit.watch.atSeconds))
  })

  test('a seek to the end is undone, also during a pause; one into what was seen is not', async () => {
    const server = world()
    const visit = server.visit()
    await visit.play(20)
    expect(visit.watch.tick(9_990)).toEqual({ kind: 'seek', toSeconds: 20 })
    visit.watch.stop('paused')
    await settle()
    server.nowMs += 5_000
    expect(visit.watch.tick(5_000)).toMatchObject({ kind: 'seek' })
    expect(visit.watch.tick(3)).toEqual({ kind: 'none' })
    expect(visit.watch.tick(15)).toEqual({ kind: 'none' })
    expect(secondsIn(visit.watch.seen())).toBe(20)
  })
})

describe('calls', () => {
  test.each([
    ['without a pause', 3_600],
    ['with a pause every ten minutes', 600],
    ['with a pause every twenty seconds', 20],
  ])('a watched hour %s costs at most sixty', async (_name, playSeconds) => {
    const server = world()
    const visit = server.visit()
    for (let watched = 0; watched < 3_600; watched += playSeconds) {
      await visit.play(playSeconds)
      visit.watch.stop('paused')
      await settle()
    }
    expect(visit.sender.pace.calls).toBeLessThanOrEqual(60)
    expect(visit.sender.pace.calls).toBeGreaterThan(50)
    expect(secondsIn(server.verified) + visit.onPhoneSeconds).toBe(3_600)
    expect(visit.onPhoneSeconds).toBeLessThan(130)
  })

  test('none while paused', async () => {
    const server = world()
    const visit = server.visit()
    await visit.play(90)
    visit.watch.stop('paused')
    await settle()
    const { calls } = visit.sender.pace
    server.nowMs += 3_600_000
    visit.watch.stop('hidden')
    visit.watch.networkReturned()
    await settle()
    expect(visit.sender.pace.calls).toBe(calls)
  })
})

describe('what is lost on the way', () => {
  test('without a network everything waits, and goes back to back when it returns', async () => {
    const server = world()
    const visit = server.visit()
    await visit.play(70)
    server.online = false
    await visit.play(300)
    expect(visit.onPhoneSeconds).toBeGreaterThanOrEqual(300)
    server.online = true
    visit.watch.networkReturned()
    await settle()
    expect(secondsIn(server.verified)).toBe(370)
    expect(visit.onPhoneSeconds).toBe(0)
  })

  test('a report whose answer was lost is sent again under its number, unchanged', async () => {
    const server = world()
    const visit = server.visit()
    server.failures = ['after']
    await visit.play(65)
    await visit.play(120)
    visit.watch.stop('paused')
    await settle()
    const [first, second] = server.received
    expect(second).toEqual(first)
    expect(server.received.map(({ sequence }) => sequence).slice(0, 3)).toEqual([1, 1, 2])
    expect(secondsIn(server.verified)).toBe(185)
  })

  test('a killed app sends what it had before it opens again', async () => {
    const server = world()
    const killed = server.visit()
    server.online = false
    await killed.play(47)
    server.online = true
    const relaunched = server.visit(server.session('s2', 47))
    expect(relaunched.onPhoneSeconds).toBe(47)
    expect(await relaunched.sender.sendEarlier()).toBe(true)
    expect(server.received).toEqual([{ sessionId: 's1', sequence: 1, ranges: [[0, 47]], phase: 'hidden' }])
  })

  test('a report that was under way when the app was killed keeps its number', async () => {
    const server = world()
    server.failures = ['before']
    const killed = server.visit()
    await killed.play(65)
    expect(server.received).toEqual([])
    const relaunched = server.visit(server.session('s2', 65))
    expect(await relaunched.sender.sendEarlier()).toBe(true)
    expect(server.received.map(({ sessionId, sequence }) => [sessionId, sequence])).toEqual([
      ['s1', 1],
      ['s1', 2],
    ])
    expect(server.verified).toEqual([[0, 65]])
  })

  test('a store with something else in it is an empty one', () => {
    const server = world()
    server.stored = { sessions: [{ sessionId: 3 }, 'x'] }
    expect(server.visit().onPhoneSeconds).toBe(0)
  })
})

describe('what the server says', () => {
  test('a challenge stops the player until it is answered', async () => {
    const server = world()
    server.challengeAfterSeconds = 30
    const visit = server.visit()
    await visit.play(200)
    expect(visit.actions.at(-1)).toEqual({ kind: 'stop' })
    const stoppedAt = visit.watch.atSeconds
    expect(stoppedAt).toBeLessThan(70)
    server.challengeAfterSeconds = Number.POSITIVE_INFINITY
    visit.watch.answered({
      correct: true,
      watch: server.watchState(),
      putAside: [],
      serverNow: server.nowMs,
    })
    await visit.play(10)
    expect(visit.watch.atSeconds).toBe(stoppedAt + 10)
  })

  test('when the lease ends without a contact, the player stops', async () => {
    const server = world()
    const visit = server.visit()
    server.online = false
    await visit.play(700)
    expect(visit.watch.snapshot.stopped).toBe('lease-ended')
    expect(visit.watch.atSeconds).toBeLessThanOrEqual(601)
  })

  test('a session that is over gives up its queue and says so; a busy server keeps it', async () => {
    const server = world()
    const visit = server.visit()
    server.failures = [new RefusedByServer('BUSY')]
    await visit.play(61)
    expect(visit.onPhoneSeconds).toBe(61)
    server.failures = [new RefusedByServer('SESSION_UNKNOWN')]
    visit.watch.stop('paused')
    await settle()
    expect(visit.onPhoneSeconds).toBeLessThan(2)
    expect(visit.watch.snapshot.problem).toBeInstanceOf(RefusedByServer)
  })
})
