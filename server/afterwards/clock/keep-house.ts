import { yearOf } from '../../../domain/kernel/instant'
import { REGIONS } from '../../../domain/kernel/regions'
import { dropSpent } from '../../kernel/budget'
import type { Context } from '../../kernel/context'
import { underLease } from '../../kernel/leases'
import { logFault } from '../../kernel/log'
import { inRounds, someSeconds } from '../../kernel/run-time'
import { dropOldLines, fileLines } from '../audit-log/file-lines'
import { remind } from '../inbox/remind'
import { exchangeKeys } from '../keys/exchange-keys'
import { beginYear, continueRebuild } from '../stats/rebuild'
import { rollUp } from '../stats/roll-up'
import { dropDone } from './drop-done'

interface Work {
  name: string
  run(ctx: Context, untilMs: number): Promise<unknown>
  /** Many runs do it at once, each its part; anything else is one run's. */
  isShared?: boolean
  /** A step of a long job: it gives way to the day's close. */
  isLong?: boolean
}

/** In the order in which people wait for it. */
const WORK: readonly Work[] = [
  { name: 'add up', run: rollUp },
  { name: 'remind', run: remind },
  { name: 'file audit lines', run: fileLines, isShared: true },
  { name: 'drop old audit lines', run: (ctx, untilMs) => whileMore(untilMs, () => dropOldLines(ctx)) },
  { name: 'drop spent budgets', run: (ctx, untilMs) => whileMore(untilMs, () => dropSpent(ctx)) },
  { name: 'drop what is done', run: (ctx, untilMs) => whileMore(untilMs, () => dropDone(ctx)) },
  { name: 'count anew', run: countAnew, isLong: true },
  { name: 'exchange keys', run: exchangeKeys, isLong: true },
]

/**
 * Work that follows from the books and is not urgent: statistics summed, reminders, audit lines filed and deleted, spent
 * budgets, keys exchanged. Each kind runs by itself, so that a failing one harms no other, and has its share of the
 * time that is left, a bounded chunk at least: none keeps another waiting however much there is of it, and what one
 * leaves over is the others'. While the day closes, the steps of long jobs wait.
 */
export async function keepHouse(
  ctx: Context,
  untilMs: number = someSeconds(),
  { isClosing = false }: { isClosing?: boolean } = {},
): Promise<void> {
  const work = WORK.filter(({ isLong = false }) => !(isLong && isClosing))
  for (const [index, { name, run, isShared = false }] of work.entries()) {
    const now = performance.now()
    const share = Math.max(0, untilMs - now) / (work.length - index)
    const done = isShared ? run(ctx, now + share) : underLease(ctx, name, () => run(ctx, now + share))
    await done.catch((error: unknown) => logFault(ctx, error, { about: name }))
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
