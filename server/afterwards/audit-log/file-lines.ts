import { plusDays } from '../../../domain/kernel/instant'
import type { AuditDocument } from '../../kernel/acts-documents'
import type { Context } from '../../kernel/context'
import { inHands } from '../../kernel/hands'
import { OUR_PERIODS } from '../../kernel/our-periods'
import { placesOf } from '../../kernel/record'
import { someSeconds } from '../../kernel/run-time'
import { workThrough } from '../../kernel/work-through'

const MOST_AT_ONCE = 50

const WAITING = {
  collection: 'audit',
  oldest: 'byFiled',
  shards: 'byShard',
  turns: 'byTurn',
  equals: { isFiled: false },
} as const

/**
 * Files new lines under the bodies they happened in, so that each body's log is an index, until the time is over. The
 * words of a line stay. Whoever does much hides nobody's acts behind it: lines are filed in turns.
 */
export async function fileLines(
  ctx: Pick<Context, 'store' | 'dice' | 'now' | 'call'>,
  untilMs: number = someSeconds(),
): Promise<{ filed: number }> {
  let filed = 0
  const one = async (line: AuditDocument): Promise<void> => {
    filed += 1
    const path = (await ctx.store.get('organisations', line.scope))?.path ?? []
    await ctx.store.replaceIfUnchanged('audit', { ...line, ...placesOf(path), isFiled: true })
  }
  await workThrough(ctx, WAITING, {
    before: undefined,
    untilMs,
    round: (lines) => inHands(lines, untilMs, one),
  })
  return { filed }
}

/**
 * Ends lines that are older than operations keep them, a bounded number at a time. Throws where operations ask for less
 * than the law's six months: nothing is removed then (Cybersecurity Law, article 21).
 */
export async function dropOldLines(
  { store, now }: Pick<Context, 'store' | 'now'>,
  keptDays: number = OUR_PERIODS.auditKeptDays,
): Promise<{ dropped: number }> {
  if (keptDays < OUR_PERIODS.auditLeastDays)
    throw new RangeError(`an audit line is kept ${OUR_PERIODS.auditLeastDays} days at least, not ${keptDays}`)
  const { items } = await store.query('audit', 'byAge', {
    equals: { kept: 'line' },
    before: plusDays(now, -keptDays),
    limit: MOST_AT_ONCE,
  })
  for (const line of items) await store.removeIfUnchanged('audit', line)
  return { dropped: items.length }
}
