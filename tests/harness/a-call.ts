import type { Call } from '../../server/kernel/log'
import { newTally } from '../../server/kernel/store/tallied'

/** The call of a context that no door opened. */
export const A_CALL: Call = {
  ...{ id: '0000-0000', door: 'api', path: 'test', caller: '', startedMs: 0 },
  tally: newTally(),
  outcome: null,
}
