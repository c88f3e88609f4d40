import fc from 'fast-check'
import { Refused } from '../../server/kernel/refused'
import type { ChallengeView } from '../../server/learning/study/views'
import { credited } from './credited'
import { histories } from './histories'
import { LECTURES, LectureWorld, RIGHT } from './lecture-world'
import { RunningClock } from './running-clock'

const ids = LECTURES.map(({ id }) => id)
const second = fc.integer({ min: 0, max: 240 })
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      lectureId: fc.constantFrom(...ids),
      deviceId: fc.constantFrom('a', 'b'),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('report' as const),
      sessionsAgo: fc.constantFrom(0, 0, 0, 1, 2, 7),
      sequence: fc.nat(8),
      times: fc.integer({ min: 1, max: 3 }),
      ranges: fc.array(fc.tuple(second, second), { maxLength: 4 }),
      phase: fc.constantFrom('playing' as const, 'paused' as const, 'hidden' as const, 'ended' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('answer' as const), choice: fc.constantFrom(RIGHT, RIGHT, 0) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 0, max: 150 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.constant(8 * 3600) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A phone that says anything at all, to any session it ever had. */
class Cheat {
  readonly clock: RunningClock
  private readonly sessions: string[] = []
  private challenge: ChallengeView | null = null

  constructor(readonly world: LectureWorld) {
    this.clock = new RunningClock(world)
  }

  async act(given: Step): Promise<{ answeredRight: boolean }> {
    if (given.do === 'pass') this.clock.pass(given.seconds)
    else if (given.do === 'open') await this.open(given)
    else if (given.do === 'report') await this.report(given)
    else return { answeredRight: await this.answer(given.choice) }
    return { answeredRight: false }
  }

  private async open({ lectureId, deviceId }: Step & { do: 'open' }): Promise<void> {
    const view = await expected(this.world.open({ lectureId, deviceId, takeOver: true }))
    if (!view) return
    const { sessionId, watch } = view
    this.sessions.unshift(sessionId)
    this.challenge = watch.challenge
    this.clock.opened(watch.challenge !== null)
  }

  private async report(given: Step & { do: 'report' }): Promise<void> {
    const { sessionsAgo, sequence, times, phase } = given
    const sessionId = this.sessions[sessionsAgo]
    if (!sessionId) return
    const ranges = given.ranges.map(([from, to]) => [Math.min(from, to), Math.max(from, to) + 1] as const)
    for (let time = 0; time < times; time += 1) {
      const view = await expected(this.world.report({ sessionId, sequence, ranges: [...ranges], phase }))
      if (!view || sessionsAgo > 0) continue
      this.challenge = view.watch.challenge
      this.clock.heard(view.watch.challenge !== null)
    }
  }

  private async answer(choice: number): Promise<boolean> {
    const [sessionId] = this.sessions
    if (!sessionId || !this.challenge) return false
    const view = await expected(this.world.answer({ sessionId, challengeId: this.challenge.id, choice }))
    if (!view) return false
    this.challenge = null
    this.clock.heard(false)
    return view.correct
  }
}

/** A refusal is fine, and answers nothing; a fault is not. */
const expected = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (error instanceof Refused) return null
    throw error
  })

const RUNS = histories(5_000)

test(`${RUNS} histories of cheats: never more than the clock could have played, and nothing verified unasked`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(1e9), fc.array(step, { minLength: 5, maxLength: 40 }), async (seed, steps) => {
      const cheat = new Cheat(await new LectureWorld(seed).seed())
      let before = 0
      for (const given of steps) {
        const { answeredRight } = await cheat.act(given)
        const { verified, granted } = await credited(cheat.world)
        if (granted > cheat.clock.seconds)
          throw new Error(`${granted} s granted where ${cheat.clock.seconds} s can have been played`)
        if (verified < before) throw new Error(`verified fell from ${before} s to ${verified} s`)
        if (verified > before && !answeredRight) throw new Error(`verified without an answer: ${given.do}`)
        before = verified
      }
    }),
    { numRuns: RUNS, seed: 2022_08_15 },
  )
})
