import type { SecondRange, SessionView, WatchRefusalReason } from '@server/learning/study/views'
import { PlayerVisit, type StudyCloud } from './player-visit'
import { PhoneAndServer, RefusedByServer, settle } from './visit.fixture'

/** The page's visit on the same invented phone and server. */
class Stage extends PhoneAndServer {
  opened: { takeOver: boolean }[] = []
  refusal: RefusedByServer | Error | null = null
  refusedRanges: { range: SecondRange; reason: WatchRefusalReason }[] = []
  stopped: 'replaced' | null = null

  private cloud(): StudyCloud {
    return {
      open: async (input) => {
        this.opened.push(input)
        if (this.refusal !== null) throw this.refusal
        return this.session(`s${this.opened.length}`)
      },
      report: async (input) => {
        const view = await this.report(input)
        return { ...view, refused: this.refusedRanges, stopped: this.stopped }
      },
      answer: async () => ({
        correct: false,
        watch: this.watchState(),
        putAside: [[0, 5]],
        serverNow: this.nowMs,
      }),
    }
  }

  page(): PlayerVisit {
    return new PlayerVisit({
      lectureId: 'l1',
      device: { id: 'phone', name: '手机' },
      cloud: this.cloud(),
      store: this.store,
      codeOf: (error) => (error instanceof RefusedByServer ? error.code : null),
      isOnline: () => this.online,
      nowMs: () => this.nowMs,
    })
  }

  async watchFor(page: PlayerVisit, seconds: number): Promise<void> {
    const end = page.atSeconds + seconds
    for (let at = page.atSeconds; at <= end; at += 0.25) {
      page.tick(at)
      this.nowMs += 250
      await settle()
    }
  }
}

const openOf = (page: PlayerVisit) => {
  const state = page.current()
  if (state.phase !== 'open') throw new Error(`the page is ${state.phase}`)
  return state
}

test('another phone plays: the page says so, and takes over when asked', async () => {
  const stage = new Stage()
  const page = stage.page()
  stage.refusal = new RefusedByServer('SESSION_ELSEWHERE')
  expect(await page.open()).toBe(false)
  expect(page.current()).toMatchObject({ phase: 'elsewhere' })
  stage.refusal = null
  expect(await page.open({ takeOver: true })).toBe(true)
  expect(stage.opened.map(({ takeOver }) => takeOver)).toEqual([false, true])
})

test('replaced while playing: it stops, says what was not counted, and goes on before it', async () => {
  const stage = new Stage()
  const page = stage.page()
  await page.open()
  await stage.watchFor(page, 20)
  stage.stopped = 'replaced'
  stage.refusedRanges = [{ range: [15, 20], reason: 'replaced' }]
  page.stop('paused')
  await settle()
  expect(openOf(page).snapshot).toMatchObject({ stopped: 'replaced', refused: stage.refusedRanges })
  expect(page.tick(20)).toEqual({ kind: 'stop' })
  await page.open({ takeOver: true })
  expect(page.atSeconds).toBe(15)
  expect(openOf(page).snapshot.stopped).toBeNull()
})

test('after a lease that ran out the video stays where it is, and its address too', async () => {
  const stage = new Stage()
  const page = stage.page()
  await page.open()
  await stage.watchFor(page, 30)
  page.stop('paused')
  await settle()
  const { video } = openOf(page)
  stage.nowMs += 300_000
  await page.open()
  expect(openOf(page).video).toBe(video)
  expect(page.atSeconds).toBeCloseTo(30, 0)
})

test('an address that is about to expire, or that failed, is replaced; the place is kept', async () => {
  const stage = new Stage()
  const page = stage.page()
  await page.open()
  await stage.watchFor(page, 30)
  stage.nowMs += 599_000
  await page.open()
  expect(openOf(page).video.startAtSeconds).toBeCloseTo(30, 0)
  const { video } = openOf(page)
  await page.open({ freshVideo: true })
  expect(openOf(page).video).not.toBe(video)
})

test('without a network the lecture on screen stays, and nothing else is shown in its place', async () => {
  const stage = new Stage()
  const page = stage.page()
  await page.open()
  stage.refusal = new Error('no network')
  expect(await page.open()).toBe(false)
  expect(openOf(page)).toMatchObject({ reopening: false })
  const newcomer = stage.page()
  expect(await newcomer.open()).toBe(false)
  expect(newcomer.current()).toMatchObject({ phase: 'refused' })
})

test('a wrong answer says which seconds, and watching may go on', async () => {
  const stage = new Stage()
  const page = stage.page()
  stage.challengeAfterSeconds = 0
  await page.open()
  expect(page.tick(0)).toEqual({ kind: 'stop' })
  stage.challengeAfterSeconds = Number.POSITIVE_INFINITY
  expect(await page.answer(1)).toBe(true)
  expect(openOf(page).snapshot).toMatchObject({ putAside: [[0, 5]], watch: { challenge: null } })
})

test('what an earlier lecture was refused is not said of this one', async () => {
  const stage = new Stage()
  const earlier: SessionView = stage.session('old')
  stage.store.save({
    sessions: [
      { sessionId: earlier.sessionId, lectureId: 'another', nextSequence: 1, queue: [], played: [[0, 9]] },
    ],
  })
  stage.refusedRanges = [{ range: [0, 9], reason: 'after-lease' }]
  const page = stage.page()
  await page.open()
  expect(openOf(page).snapshot.refused).toEqual([])
  expect(stage.received.map(({ sessionId }) => sessionId)).toEqual(['old'])
})
