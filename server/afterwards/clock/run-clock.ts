import { refusal } from '../../../domain/kernel/refusal'
import type { Context } from '../../kernel/context'
import { logFault, logRefusal } from '../../kernel/log'
import { isTimerRun } from '../../kernel/ports/cloudbase'
import { workBatches } from '../../outside/work-batches'
import { deliverOutbox } from './deliver-outbox'
import { keepHouse } from './keep-house'
import { RUN_TIME_MS } from './run-time'
import { type SettledDue, settleDue } from './settle-due'

/**
 * The timer's door. Every caller but the timer is refused: an event cannot say that it comes from the timer. What may
 * wait least comes first; while something that the law or an exam closes is left, the steps of long jobs give way.
 */
export async function runClock(ctx: Context): Promise<unknown> {
  if (!isTimerRun()) {
    logRefusal(ctx, 'CALL_FORGED')
    return { error: { message: 'CALL_FORGED', data: { refusal: refusal('CALL_FORGED', { field: 'Type' }) } } }
  }
  const begun = performance.now()
  const until = (piece: keyof typeof RUN_TIME_MS): number => begun + RUN_TIME_MS[piece]
  const close = await alone(ctx, 'close what is due', settleDue(ctx, until('close'), ['close']), NOTHING)
  const soon = await alone(ctx, 'settle due items', settleDue(ctx, until('soon'), ['soon']), NOTHING)
  const outbox = await alone(ctx, 'deliver the outbox', deliverOutbox(ctx, until('outbox')), { delivered: 0 })
  const long = close.isLeft ? NOTHING : await longJobs(ctx, until)
  await keepHouse(ctx, until('house'), { isClosing: close.isLeft })
  return { ...outbox, settled: close.settled + soon.settled + long.settled }
}

const NOTHING: SettledDue = { settled: 0, failed: 0, isLeft: false }

async function longJobs(
  ctx: Context,
  until: (piece: 'batches' | 'long') => number,
): Promise<Pick<SettledDue, 'settled'>> {
  await alone(ctx, 'work through batches', workBatches(ctx, until('batches')), { rows: 0 })
  return alone(ctx, 'step long jobs', settleDue(ctx, until('long'), ['long']), NOTHING)
}

/** A piece of work whose fault is its own: what comes after it is done all the same. */
const alone = <T>(ctx: Context, about: string, work: Promise<T>, failed: T): Promise<T> =>
  work.catch((error: unknown) => {
    logFault(ctx, error, { about })
    return failed
  })
