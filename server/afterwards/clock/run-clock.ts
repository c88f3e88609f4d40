import { refusal } from '../../../domain/kernel/refusal'
import type { Context } from '../../kernel/context'
import { logFault, logRefusal } from '../../kernel/log'
import { isTimerRun } from '../../kernel/ports/cloudbase'
import { workBatches } from '../../outside/work-batches'
import { deliverOutbox } from './deliver-outbox'
import { keepHouse } from './keep-house'
import { RUN_TIME_MS } from './run-time'
import { settleDue } from './settle-due'

/** The timer's door. Every caller but the timer is refused: an event cannot say that it comes from the timer. */
export async function runClock(ctx: Context): Promise<unknown> {
  if (!isTimerRun()) {
    logRefusal(ctx, 'CALL_FORGED')
    return { error: { message: 'CALL_FORGED', data: { refusal: refusal('CALL_FORGED', { field: 'Type' }) } } }
  }
  const begun = performance.now()
  let done: object = {}
  for (const [name, work, untilMs] of WORK)
    done = { ...done, ...(await alone(ctx, name, work(ctx, begun + untilMs))) }
  await keepHouse(ctx, begun + RUN_TIME_MS.house)
  return done
}

const WORK: readonly (readonly [string, (ctx: Context, untilMs: number) => Promise<object>, number])[] = [
  ['settle due items', settleDue, RUN_TIME_MS.due],
  ['work through batches', workBatches, RUN_TIME_MS.batches],
  ['deliver the outbox', deliverOutbox, RUN_TIME_MS.outbox],
]

/** A piece of work whose fault is its own: what comes after it is done all the same. */
const alone = (ctx: Context, about: string, work: Promise<object>): Promise<object> =>
  work.catch((error: unknown) => {
    logFault(ctx, error, { about })
    return {}
  })
