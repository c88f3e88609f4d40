import { yearOf } from '../../../domain/kernel/instant'
import { REGIONS } from '../../../domain/kernel/regions'
import { dropSpent } from '../../kernel/budget'
import type { Context } from '../../kernel/context'
import { logFault } from '../../kernel/log'
import { inRounds, someSeconds } from '../../kernel/run-time'
import { dropOldLines, fileLines } from '../audit-log/file-lines'
import { remind } from '../inbox/remind'
import { exchangeKeys } from '../keys/exchange-keys'
import { beginYear, continueRebuild } from '../stats/rebuild'
import { rollUp } from '../stats/roll-up'
import { dropDone } from './drop-done'

type Work = (ctx: Context, untilMs: number) => Promise<unknown>

const WORK: readonly (readonly [string, Work])[] = [
  ['file audit lines', fileLines],
  ['drop old audit lines', (ctx, untilMs) => whileMore(untilMs, () => dropOldLines(ctx))],
  ['drop spent budgets', (ctx, untilMs) => whileMore(untilMs, () => dropSpent(ctx))],
  ['drop what is done', (ctx, untilMs) => whileMore(untilMs, () => dropDone(ctx))],
  ['add up', rollUp],
  ['remind', remind],
  ['count anew', countAnew],
  ['exchange keys', exchangeKeys],
]

/**
 * Work that follows from the books and is not urgent: statistics summed, audit lines filed and deleted, spent budgets,
 * reminders, keys exchanged. Each kind runs by itself, so that a failing one harms no other, and has its share of the
 * time that is left, a bounded chunk at least: none keeps another waiting however much there is of it, and what one
 * leaves over is the others'. Under load it waits, and is made good later.
 */
export async function keepHouse(ctx: Context, untilMs: number = someSeconds()): Promise<void> {
  for (const [index, [name, run]] of WORK.entries()) {
    const now = performance.now()
    const share = Math.max(0, untilMs - now) / (WORK.length - index)
    await run(ctx, now + share).catch((error: unknown) => logFault(ctx, error, { about: name }))
  }
}

/** A chunk at least in each run, and chunk after chunk while there is more and the run has time: nothing piles up. */
async function whileMore(untilMs: number, drop: () => Promise<{ dropped: number }>): Promise<void> {
  while ((await drop()).dropped > 0 && performance.now() < untilMs);
}

/** Each year begins with everybody in it, learned or not: so the first runs of a year walk through all once. */
async function countAnew(ctx: Context, untilMs: number): Promise<void> {
  const year = yearOf(ctx.now)
  for (const region of REGIONS) await beginYear(ctx, region, year)
  await inRounds(REGIONS, untilMs, async (region) => (await continueRebuild(ctx, region, year)) !== 'done')
}
