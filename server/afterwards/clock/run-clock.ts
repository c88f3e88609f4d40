import { refusal } from '../../../domain/kernel/refusal'
import type { Context } from '../../kernel/context'
import { isTimerRun } from '../../kernel/ports/cloudbase'
import { workBatches } from '../../outside/work-batches'
import { deliverOutbox } from './deliver-outbox'
import { keepHouse } from './keep-house'
import { RUN_TIME_MS } from './run-time'
import { settleDue } from './settle-due'

/** The timer's door. Every caller but the timer is refused: an event cannot say that it comes from the timer. */
export async function runClock(ctx: Context): Promise<unknown> {
  if (!isTimerRun())
    return { error: { message: 'CALL_FORGED', data: { refusal: refusal('CALL_FORGED', { field: 'Type' }) } } }
  const begun = performance.now()
  const done = {
    ...(await settleDue(ctx, begun + RUN_TIME_MS.due)),
    ...(await workBatches(ctx, begun + RUN_TIME_MS.batches)),
    ...(await deliverOutbox(ctx, begun + RUN_TIME_MS.outbox)),
  }
  await keepHouse(ctx, begun + RUN_TIME_MS.house)
  return done
}
