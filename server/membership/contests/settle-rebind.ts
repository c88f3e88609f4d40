import type { Context } from '../../kernel/context'
import { record } from '../../kernel/record'
import { caught } from '../../kernel/refused'
import type { Transaction } from '../../kernel/store/port'
import { actingAs, decidedBy, standingOf } from './contest-word'
import { rebind } from './rebind'

/**
 * Moves the account, once the days are over in which the old one may object. Done by the clock; repeating it does
 * nothing. Where the accounts have changed so that it cannot be moved any more, the contest is closed with the reason.
 */
export async function settleRebind(ctx: Context, contestId: string): Promise<void> {
  const moved = await caught(
    ctx.store.transact((tx) => move(tx, ctx, contestId)),
    ['BINDING_ALREADY_DECIDED', 'PERSON_UNKNOWN'],
  )
  if (!moved.ok) await ctx.store.transact((tx) => giveUp(tx, ctx, contestId))
}

async function move(tx: Transaction, ctx: Context, contestId: string): Promise<void> {
  const contest = await tx.get('contests', contestId)
  const word = contest?.words.at(-1)
  if (contest?.state !== 'moving' || !word || contest.movesAt === null || ctx.now < contest.movesAt) return
  const holder = await tx.get('persons', contest.holderId)
  if (!holder) return
  const unit = await tx.get('organisations', contest.unitId)
  const actId = `contest-decided:${contest._id}:${word.decisionId}`
  const after = await rebind(tx, ctx, { contest, holder, unit, word, actId })
  await tx.replace('contests', { ...contest, ...decidedBy(word), state: 'rebound', decidedAt: ctx.now })
  const { orgName, reason } = word
  await record(tx, ctx, {
    id: actId,
    kind: 'binding-rebound',
    subject: { of: 'person', id: holder._id },
    by: actingAs(word),
    before: standingOf(holder),
    after: `${standingOf(after)}；${reason}`,
    payload: { orgName, reason, contestId: contest._id, personId: holder._id },
  })
}

async function giveUp(tx: Transaction, ctx: Context, contestId: string): Promise<void> {
  const contest = await tx.get('contests', contestId)
  const word = contest?.words.at(-1)
  const holder = contest && (await tx.get('persons', contest.holderId))
  if (contest?.state !== 'moving' || !word || !holder) return
  const reason = '账号在等待的几天里有了变化，不能再改绑'
  await tx.replace('contests', { ...contest, ...decidedBy(word), reason, state: 'kept', decidedAt: ctx.now })
  await record(tx, ctx, {
    id: `rebind-lapsed:${contest._id}:${word.decisionId}`,
    kind: 'rebind-lapsed',
    subject: { of: 'person', id: holder._id },
    by: { actorId: 'clock', role: 'clock', scope: contest.unitId },
    before: standingOf(holder),
    after: reason,
    payload: { orgName: word.orgName, reason, contestId: contest._id, personId: holder._id },
  })
}
