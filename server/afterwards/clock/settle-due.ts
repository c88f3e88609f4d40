import { closesAt } from '../../../domain/exam/attempt'
import { plusDays } from '../../../domain/kernel/instant'
import { lapsedNow } from '../../claims/filing/lapse-claim'
import type { Context } from '../../kernel/context'
import { inHands } from '../../kernel/hands'
import { logFault, logWork } from '../../kernel/log'
import { someSeconds } from '../../kernel/run-time'
import { failedAgain } from '../../kernel/store/failed-again'
import { URGENCIES, type Urgency } from '../../kernel/store/lanes'
import { workThrough } from '../../kernel/work-through'
import { closingOf } from '../../learning/exam/answer-exam'
import { closeAttempt } from '../../learning/exam/close-attempt'
import { settleRebind } from '../../membership/contests/settle-rebind'
import { stepJob } from '../../oversight/void-job'
import { erasePerson } from '../../own-data/erase-person'
import { placeContest } from '../../people/place-contest'
import type { DueItemDocument } from './documents'

const WAITING = {
  collection: 'due-items',
  oldest: 'byDue',
  shards: 'byShard',
  turns: 'byTurn',
  equals: { state: 'waiting' },
} as const

export interface SettledDue {
  settled: number
  failed: number
  /** More is due of what was asked for, for another run. */
  isLeft: boolean
}

/**
 * Finishes due items (到期事项) until the time is over, what may wait least first, and in turns, so that nobody waits
 * behind all that another caused: an exam not submitted in time is graded with its saved answers, a claim that the law
 * closed lapses. A long job's step is taken where nothing else is left. Each step is idempotent, so two runs at once, or
 * one that died half-way, do no harm; a failing item harms no other.
 */
export async function settleDue(
  ctx: Context,
  untilMs: number = someSeconds(),
  urgencies: readonly Urgency[] = URGENCIES,
): Promise<SettledDue> {
  const done: SettledDue = { settled: 0, failed: 0, isLeft: false }
  const one = async (item: DueItemDocument): Promise<void> => {
    if (await isSettled(ctx, item)) done.settled += 1
    else done.failed += 1
  }
  for (const urgency of urgencies) {
    if (urgency === 'long' && done.isLeft) break
    const work = { urgency, before: ctx.now + 1, untilMs }
    const isAll = await workThrough(ctx, WAITING, {
      ...work,
      round: (items) => inHands(items, untilMs, one),
    })
    done.isLeft ||= !isAll
  }
  return done
}

/** False where it failed: it is tried again later, or set aside. */
async function isSettled(ctx: Context, item: DueItemDocument): Promise<boolean> {
  try {
    await settle(ctx, item)
    return true
  } catch (error) {
    logFault(ctx, error, { about: item._id })
    const { at: dueAt, ...again } = failedAgain(item, ctx.now)
    await ctx.store.replaceIfUnchanged('due-items', { ...item, ...again, dueAt })
    if (again.state === 'set-aside') logWork(ctx, 'set aside', { dueItem: item._id })
    return false
  }
}

async function settle(ctx: Context, item: DueItemDocument): Promise<void> {
  const left = await SETTLES[item.kind](ctx, item)
  const after = afterwards(item, left, ctx.now)
  // Another run may have gone on with the item in the meantime.
  if (after) await ctx.store.replaceIfUnchanged('due-items', after)
}

/** `more`: the rest waits for the next run; `tomorrow`: it is looked at again each day. */
type Left = 'done' | 'more' | 'tomorrow'

/**
 * Null where it stays as it is. What went on ends a row of failures: a long job is not set aside for what went wrong along
 * its way.
 */
function afterwards(item: DueItemDocument, left: Left, now: Context['now']): DueItemDocument | null {
  if (left === 'done') return { ...item, state: 'done' }
  if (left === 'tomorrow') return { ...item, failures: 0, dueAt: plusDays(now, 1) }
  return item.failures ? { ...item, failures: 0 } : null
}

const SETTLES: Record<DueItemDocument['kind'], (ctx: Context, item: DueItemDocument) => Promise<Left>> = {
  attempt: settleAttempt,
  claim: settleClaim,
  // One that waits for a case, a check or an objection.
  erasure: async (ctx, { ref }) => ((await erasePerson(ctx, ref)) === 'done' ? 'done' : 'tomorrow'),
  // One about a number that nobody holds, for as long as somebody is looked for.
  contest: async (ctx, { ref }) => ((await placeContest(ctx, ref)) === 'done' ? 'done' : 'tomorrow'),
  rebind: async (ctx, { ref }) => {
    await settleRebind(ctx, ref)
    return 'done'
  },
  // A bounded chunk a run.
  'void-job': (ctx, { ref }) => stepJob(ctx, ref),
}

/** A claim that the law has closed lapses; one that ended before is left as it is (QH23-12). */
async function settleClaim(ctx: Context, { ref }: DueItemDocument): Promise<'done'> {
  const claim = await ctx.store.get('claims', ref)
  if (claim) await lapsedNow(ctx, claim)
  return 'done'
}

async function settleAttempt(ctx: Context, item: DueItemDocument): Promise<'done'> {
  const { store, now } = ctx
  const document = await store.get('attempts', item.ref)
  const person = document ? await store.get('persons', document.personId) : null
  if (document && person && !document.attempt.submitted && now >= closesAt(document.attempt)) {
    const { closing } = await closingOf(ctx, person, document)
    await store.transact(async (tx) => {
      const fresh = await tx.get('attempts', item.ref)
      if (fresh) await closeAttempt(tx, ctx, { document: fresh, closing })
    })
  }
  return 'done'
}
