import { runClock } from '../../server/afterwards/clock/run-clock'

export const main = runClock
