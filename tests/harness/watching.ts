// A lecture of an hour that is watched under the rules of 2022.

import { type Instant, instant, plusSeconds } from '../../domain/kernel/instant'
import { applyReport, type Report } from '../../domain/watch/apply-report'
import { type Coverage, coverageOf, EMPTY_COVERAGE, type SecondRange } from '../../domain/watch/coverage'
import { NEW_QUIZ, openSession, type WatchSession } from '../../domain/watch/session'
import { NOTICES } from '../../policies'

// The rules of 2022: rate 1, a lease of 10 minutes, a question after 8 to 15 minutes, 2 minutes to answer it.
export const rules = (() => {
  const notice = NOTICES.find(({ id }) => id === 'shaanxi/2022')
  if (!notice) throw new Error('no notice of 2022')
  return notice.watching
})()

export const TEN = instant(Date.UTC(2022, 7, 15, 2))
export const at = (seconds: number): Instant => plusSeconds(TEN, seconds)
export const lowest = () => 0
const LOWEST_INTERVAL_SECONDS = 480

export const questions = [600, 300, 1_500].map((afterSecond) => ({
  id: `q${afterSecond}`,
  afterSecond,
  prompt: '？',
  options: ['一', '二'],
  key: 1,
}))

export function covering(...ranges: SecondRange[]): Coverage {
  const bits = new Uint8Array(450)
  for (const [from, to] of ranges)
    for (let second = from; second < to; second += 1)
      bits[second >> 3] = (bits[second >> 3] ?? 0) | (0x80 >> (second & 7))
  return coverageOf(bits)
}

export const session = (change: Partial<WatchSession> = {}): WatchSession => ({
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

export const report = (ranges: SecondRange[], change: Partial<Report> = {}): Report => ({
  sequence: 1,
  phase: 'playing',
  ranges,
  ...change,
})
export const apply = (to: WatchSession, said: Report, seconds: number) =>
  applyReport(to, said, { now: at(seconds), rules, integerBelow: lowest })

/** A report each minute, as a phone sends them. */
export function playedTo(seconds: number, from = session()): WatchSession {
  let state = from
  for (let second = 60; second <= seconds; second += 60)
    state = apply(state, report([[second - 60, second]], { sequence: second / 60 }), second).session
  return state
}
