import type { Call } from '../../server/kernel/log'

/** The call of a context that no door opened. */
export const A_CALL: Call = { id: '0000-0000', door: 'api', procedure: 'test', startedMs: 0 }
