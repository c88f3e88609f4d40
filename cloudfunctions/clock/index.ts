import { runClock } from '../../server/clock/run-clock'

export const main = runClock
