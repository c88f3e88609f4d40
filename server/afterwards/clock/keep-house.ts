import { yearOf } from '../../../domain/kernel/instant'
import { REGIONS } from '../../../domain/kernel/regions'
import { dropSpent } from '../../kernel/budget'
import type { Context } from '../../kernel/context'
import { logFault } from '../../kernel/log'
import { someSeconds } from '../../kernel/run-time'
import { dropOldLines, fileLines } from '../audit-log/file-lines'
import { remind } from '../inbox/remind'
import { exchangeKeys } from '../keys/exchange-keys'
import { beginYear, continueRebuild } from '../stats/rebuild'
import { rollUp } from '../stats/roll-up'
import { dropDone } from './drop-done'

/**
 * Work that follows from the books and is not urgent, a bounded chunk of each kind: statistics summed, audit lines
 * filed and deleted, spent budgets, keys exchanged, reminders. Each kind runs by itself, so that a failing one harms no
 * other; under load it waits, and is made good later.
 */
export async function keepHouse(ctx: Context, untilMs: number = someSeconds()): Promise<void> {
  const work: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['file audit lines', () => fileLines(ctx, untilMs)],
    ['drop old audit lines', () => whileMore(untilMs, () => dropOldLines(ctx))],
    ['drop spent budgets', () => whileMore(untilMs, () => dropSpent(ctx))],
    ['drop done events', () => whileMore(untilMs, () => dropDone(ctx))],
    ['remind', () => remind(ctx)],
    ['count anew', () => countAnew(ctx)],
    ['add up', () => rollUp(ctx)],
    ['exchange keys', () => exchangeKeys(ctx, untilMs)],
  ]
  for (const [name, run] of work) await run().catch((error: unknown) => logFault(ctx, error, { about: name }))
}

/** A chunk at least in each run, and chunk after chunk while there is more and the run has time: nothing piles up. */
async function whileMore(untilMs: number, drop: () => Promise<{ dropped: number }>): Promise<void> {
  while ((await drop()).dropped > 0 && performance.now() < untilMs);
}

/** Each year begins with everybody in it, learned or not: so the first runs of a year walk through all once. */
async function countAnew(ctx: Context): Promise<void> {
  for (const region of REGIONS) {
    await beginYear(ctx, region, yearOf(ctx.now))
    await continueRebuild(ctx, region, yearOf(ctx.now))
  }
}
