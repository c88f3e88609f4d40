export const ATTEMPTS = 8
const FIRST_WAIT_MS = 12
/** Eight attempts of 250 ms end within the 10 s that a function has. */
const LONGEST_WAIT_MS = 1_000

interface Retry<T> {
  attempt(): Promise<T>
  isConflict(error: unknown): boolean
  exhausted(): never
}

/**
 * The one place that retries after a conflict: a bounded number of times, waiting longer each time, with a random
 * share, so that two callers who met once do not meet again. The waits grow with what an attempt takes, because callers
 * that are slow together would otherwise meet at each attempt. Any other error goes straight through.
 */
export async function retried<T>({ attempt, isConflict, exhausted }: Retry<T>): Promise<T> {
  let slowestMs = FIRST_WAIT_MS
  for (let n = 0; n < ATTEMPTS; n += 1) {
    const began = performance.now()
    try {
      return await attempt()
    } catch (error) {
      if (!isConflict(error)) throw error
    }
    slowestMs = Math.max(slowestMs, performance.now() - began)
    const longest = Math.min(LONGEST_WAIT_MS, slowestMs * 2 ** n)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
  }
  return exhausted()
}
