import { type Call, isTooOften } from './call'

/** Time that passes as it is told to: tests wait for nothing. */
export interface Waiting {
  now(): number
  sleep(milliseconds: number): Promise<void>
}

export const REAL_TIME: Waiting = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
const MOST_TRIES = 8

/** A request that came too often was not carried out: it is made again, each time after twice as long. */
export const patient =
  (call: Call, { sleep }: Waiting): Call =>
  async (asked) => {
    for (let tries = 1, wait = FIRST_WAIT_MS; ; tries += 1, wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      try {
        return await call(asked)
      } catch (error) {
        if (!isTooOften(error) || tries === MOST_TRIES) throw error
        await sleep(wait)
      }
    }
  }

const POLL_MS = 2_000
/** Ten minutes: an index of a large collection is built in the foreground of nobody. */
const MOST_POLLS = 300

/** Asks until there is an answer; throws the sentence where none comes. */
export async function until<T>(
  ask: () => Promise<T | null>,
  { sleep }: Waiting,
  sentence: string,
): Promise<T> {
  for (let polls = 1; polls <= MOST_POLLS; polls += 1) {
    const answer = await ask()
    if (answer !== null) return answer
    await sleep(POLL_MS)
  }
  throw new Error(sentence)
}
