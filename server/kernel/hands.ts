/** What one run does at once: most of the time of a document is waiting for the store. */
const HANDS = 4

/**
 * Does each of them, a few at once and in their order, until the time is over; answers how many were begun. All that
 * were begun have ended then. `work` catches its own faults: one that throws ends the others after what they have begun.
 */
export async function inHands<I>(
  items: readonly I[],
  untilMs: number,
  work: (item: I) => Promise<unknown>,
): Promise<number> {
  let begun = 0
  let isStopped = false
  const hand = async (): Promise<void> => {
    while (!isStopped && begun < items.length && performance.now() <= untilMs) {
      const item = items[begun] as I
      begun += 1
      await work(item)
    }
  }
  const hands = Array.from({ length: HANDS }, () =>
    hand().catch((error: unknown) => {
      isStopped = true
      throw error
    }),
  )
  const failed = (await Promise.allSettled(hands)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  return begun
}
