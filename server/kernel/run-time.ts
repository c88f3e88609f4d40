/** As long as a piece of timed work goes on that nobody bounds, on the process's own clock. */
export const SOME_SECONDS_MS = 12_000

/** The end of such a piece that begins now. */
export const someSeconds = (): number => performance.now() + SOME_SECONDS_MS

/**
 * Goes on with each walk by a chunk, round after round, until none has more or the time is over; one round at least, so
 * that nothing stands still. `goOn` says whether its walk has more.
 */
export async function inRounds<W>(
  walks: readonly W[],
  untilMs: number,
  goOn: (walk: W) => Promise<boolean>,
): Promise<void> {
  let going = walks
  while (going.length > 0) {
    const more: W[] = []
    for (const walk of going) if (await goOn(walk)) more.push(walk)
    if (performance.now() > untilMs) return
    going = more
  }
}
