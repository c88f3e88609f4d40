// How long the pieces of a run may take. The function has a minute (`cloudfunctions/clock/config.json`), after which the next
// run begins; what is left over is that run's.

/** Of a run's beginning, on the process's own clock: no piece begins a further document after its time. */
export const RUN_TIME_MS = { due: 12_000, batches: 24_000, outbox: 38_000, house: 48_000 } as const

/** For a piece that runs by itself. */
export const someSeconds = (): number => performance.now() + RUN_TIME_MS.due
