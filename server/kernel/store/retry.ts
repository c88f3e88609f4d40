/** Up to 1.5 s in all: a conflicting transaction on a busy day is over by then. */
export const ATTEMPTS = 8
const FIRST_WAIT_MS = 12

interface Retry<T> {
  attempt(): Promise<T>
  isConflict(error: unknown): boolean
  exhausted(): never
}

/**
 * The one place that retries after a conflict: a bounded number of times, waiting longer each time, with a random
 * share, so that two callers who met once do not meet again. Any other error goes straight through.
 */
export async function retried<T>({ attempt, isConflict, exhausted }: Retry<T>): Promise<T> {
  for (let n = 0; n < ATTEMPTS; n += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!isConflict(error)) throw error
    }
    const longest = FIRST_WAIT_MS * 2 ** n
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
  }
  return exhausted()
}
