/**
 * The end of each piece of a run, from the run's beginning on the process's own clock: none begins a further document
 * after its time, and what one leaves over is the next one's. The function has a minute (`deploy/declaration.ts`), and
 * what is left over is the next run's. What time closes may take most of it: at a year's last midnight it does.
 */
export const RUN_TIME_MS = {
  close: 36_000,
  soon: 38_000,
  outbox: 43_000,
  batches: 45_000,
  long: 46_000,
  house: 48_000,
} as const
