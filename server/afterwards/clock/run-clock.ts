import { refusal } from '../../../domain/kernel/refusal'
import type { Context } from '../../kernel/context'
import { isTimerRun } from '../../kernel/ports/cloudbase'
import { workBatches } from '../../outside/work-batches'
import { deliverOutbox } from './deliver-outbox'
import { keepHouse } from './keep-house'
import { settleDue } from './settle-due'

/** The timer's door. Every caller but the timer is refused: an event cannot say that it comes from the timer. */
export async function runClock(ctx: Context): Promise<unknown> {
  if (!isTimerRun())
    return { error: { message: 'CALL_FORGED', data: { refusal: refusal('CALL_FORGED', { field: 'Type' }) } } }
  const done = { ...(await settleDue(ctx)), ...(await workBatches(ctx)), ...(await deliverOutbox(ctx)) }
  await keepHouse(ctx)
  return done
}
