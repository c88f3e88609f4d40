import { setTimeout as wait } from 'node:timers/promises'

/** A busy machine may need minutes for what takes an instant. */
const WAITS = 2_400
const WAIT_MS = 50

/** The value found at last: for effects that come by themselves, a little after the answer that caused them. */
export async function eventually<T>(find: () => T | undefined): Promise<T> {
  for (let waits = 0; waits < WAITS; waits++) {
    const found = find()
    if (found !== undefined) return found
    await wait(WAIT_MS)
  }
  throw new Error(`nothing was found in ${(WAITS * WAIT_MS) / 1000} seconds`)
}
