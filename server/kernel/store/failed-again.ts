import { DAY_MS, type Instant, plusSeconds } from '../../../domain/kernel/instant'

/** Work that waits in a queue, and has failed so many times. */
export interface Failing {
  /** In a row. Absent where it never failed, and in documents of before failures were counted. */
  failures?: number
}

const FIRST_WAIT_SECONDS = 600
const LONGEST_WAIT_SECONDS = DAY_MS / 1000
/** The waits before them add up to nine days: longer than a fault of ours or of the platform's is left alone. */
const MOST_FAILURES = 16

export interface Again {
  failures: number
  at: Instant
  state: 'waiting' | 'set-aside'
}

/**
 * When work that has failed once more is tried again: after ten minutes, twice as long each time, a day at most; after
 * sixteen failures it is set aside for people to look at. So it never stands in the way of others, and a thousand that can
 * never succeed cost next to nothing.
 * Worked example: the first failure → in ten minutes; the third → in forty; the sixteenth → set aside.
 */
export function failedAgain({ failures = 0 }: Failing, now: Instant): Again {
  const after = failures + 1
  const waitSeconds = Math.min(FIRST_WAIT_SECONDS * 2 ** failures, LONGEST_WAIT_SECONDS)
  return {
    failures: after,
    at: plusSeconds(now, waitSeconds),
    state: after < MOST_FAILURES ? 'waiting' : 'set-aside',
  }
}
