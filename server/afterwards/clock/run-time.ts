import { SOME_SECONDS_MS } from '../../kernel/run-time'

/**
 * The end of each piece of a run, from the run's beginning on the process's own clock: none begins a further document
 * after its time. The function has a minute (`deploy/declaration.ts`), after which the next run begins; what is
 * left over is that run's.
 */
export const RUN_TIME_MS = {
  due: SOME_SECONDS_MS,
  batches: 24_000,
  outbox: 38_000,
  house: 48_000,
} as const
