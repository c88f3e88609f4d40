/** As long as a piece of timed work goes on that nobody bounds, on the process's own clock. */
export const SOME_SECONDS_MS = 12_000

/** The end of such a piece that begins now. */
export const someSeconds = (): number => performance.now() + SOME_SECONDS_MS
