import fc from 'fast-check'
import type { CallOutcome } from './call-outcome'
import { added, NO_CALLS, sumsOf, WITHIN_MS } from './call-sums'
import { newCall } from './log'

const dice = { bytes: (count: number) => new Uint8Array(count) }

interface Made {
  door: 'api' | 'study'
  path: string
  outcome: CallOutcome
  ms: number
  entries: number
}

function sumsOfOne({ door, path, outcome, ms, entries }: Made) {
  const call = newCall(door, path, dice)
  call.outcome = outcome
  Object.assign(call.tally, { reads: 2, writes: 1, conflicts: 0, transactions: 1 })
  if (entries > 0) call.tally.inserted.set('entries', entries)
  return sumsOf(call, ms)
}

const aCall = fc.record({
  door: fc.constantFrom('api' as const, 'study' as const),
  path: fc.constantFrom('home.view', 'study.report'),
  outcome: fc.constantFrom<CallOutcome>('ok', 'FAULT', 'BUSY'),
  ms: fc.integer({ min: 0, max: 20_000 }),
  entries: fc.integer({ min: 0, max: 2 }),
})

test.each([
  [0, 0],
  [50, 0],
  [51, 1],
  [1_000, 4],
  [10_000, 7],
  [10_001, 8],
])('a call of %i ms is in place %i', (ms, place) => {
  const [speed] = sumsOfOne({ door: 'api', path: 'home.view', outcome: 'ok', ms, entries: 0 }).speed
  expect(speed?.within).toHaveLength(WITHIN_MS.length + 1)
  expect(speed?.within.indexOf(1)).toBe(place)
})

test('calls added in any order, in parts or one by one, come to the same, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(aCall, { maxLength: 30 }), fc.nat(30), (made, cut) => {
      const all = made.map(sumsOfOne)
      const sum = (parts: typeof all) => parts.reduce(added, NO_CALLS)
      const whole = sum(all)
      expect(sum([...all].reverse())).toEqual(whole)
      expect(added(sum(all.slice(0, cut)), sum(all.slice(cut)))).toEqual(whole)
      const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
      expect(total(whole.ended.map(({ calls }) => calls))).toBe(made.length)
      expect(total(whole.speed.flatMap(({ within }) => within))).toBe(made.length)
      expect(total(whole.kept.map(({ documents }) => documents))).toBe(
        total(made.map(({ entries }) => entries)),
      )
    }),
  )
})
