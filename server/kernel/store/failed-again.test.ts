import { instant } from '../../../domain/kernel/instant'
import { type Failing, failedAgain } from './failed-again'

const NOW = instant(1_700_000_000_000)
const minutesOf = (failing: Failing): number => (failedAgain(failing, NOW).at - NOW) / 60_000

test.each([
  [{}, 10],
  [{ failures: 1 }, 20],
  [{ failures: 2 }, 40],
  [{ failures: 7 }, 1_280],
  [{ failures: 8 }, 1_440],
  [{ failures: 15 }, 1_440],
])('%j waits %i minutes', (failing, minutes) => {
  expect(minutesOf(failing)).toBe(minutes)
})

test('sixteen failures, over nine days, and it waits for people', () => {
  let failing: Failing = {}
  let days = 0
  for (;;) {
    const again = failedAgain(failing, NOW)
    if (again.state === 'set-aside') break
    days += (again.at - NOW) / 86_400_000
    failing = again
  }
  expect([failing.failures, Math.floor(days)]).toEqual([15, 8])
})
