import { plusDays } from '../../domain/kernel/instant'
import type { Context } from '../kernel/context'
import { OUR_PERIODS } from '../kernel/our-periods'
import { type Hashes, unseal } from '../kernel/ports/sealing'
import { record } from '../kernel/record'
import { foundUnder } from '../kernel/store/found-under'
import type { Transaction } from '../kernel/store/port'
import { bodyAbove, decidersOf } from './contest-decider'
import type { ContestDocument, PersonDocument } from './documents'
import { hashesOfNumber } from './number-hashes'
import { inContest } from './sealed-numbers'

/** In a body with more reviewers than that, one will look. */
const TOLD_MOST = 5

/**
 * Finds whose number a filed contest is about, and tells the holder and who decides it. Done by the clock, because
 * filing must take the same work for a number that nobody holds: such a contest waits and is shown to nobody. It is
 * `unheld` while it shall be looked at again, because whoever it is about may be verified in the next days. Repeating it
 * does nothing.
 */
export async function placeContest(ctx: Context, contestId: string): Promise<'done' | 'unheld'> {
  const filed = await ctx.store.get('contests', contestId)
  if (filed?.state !== 'open' || filed.holderId !== '') return 'done'
  const key = await foundUnder(ctx.store, 'identity-keys', hashesOfContest(filed, ctx))
  const holder = key && (await ctx.store.get('persons', key.personId))
  if (!holder) return ctx.now < plusDays(filed.at, OUR_PERIODS.contestLookedDays) ? 'unheld' : 'done'
  if (holder.openid === filed.openid) return 'done'
  const { _id: holderId, unitId } = holder
  const place = { holderId, unitId, aboveOrgId: await bodyAbove(ctx, unitId, holderId) }
  const waitsFor = await decidersOf(ctx, { place, holder })
  await ctx.store.transact(async (tx) => {
    const contest = await tx.get('contests', contestId)
    if (contest?.state !== 'open' || contest.holderId !== '') return
    const placed = await tx.replace('contests', { ...contest, ...place })
    await tell(tx, ctx, { contest: placed, holder, waitsFor })
  })
  return 'done'
}

/** A contest that was filed before its number was kept is found by the key of that day alone. */
function hashesOfContest({ _id, idNumber, idNumberHash }: ContestDocument, { ports }: Context): Hashes {
  const number = idNumber ? unseal(idNumber, inContest(_id), ports.secrets) : ''
  return number === '' ? [idNumberHash] : hashesOfNumber(number, ports.secrets)
}

interface Telling {
  contest: ContestDocument
  holder: PersonDocument
  waitsFor: Awaited<ReturnType<typeof decidersOf>>
}

async function tell(tx: Transaction, ctx: Context, { contest, holder, waitsFor }: Telling): Promise<void> {
  const id = `contest:${contest._id}:${contest.version}`
  const { binding, unitId, unitName } = holder
  await record(tx, ctx, {
    id,
    kind: 'contest-binding',
    subject: { of: 'person', id: holder._id },
    by: { actorId: contest.openid, role: 'visitor', scope: unitId },
    before: binding,
    after: binding,
    payload: { personId: holder._id, unitId, unitName },
  })
  await tellDeciders(tx, ctx, { contest, id, waitsFor })
}

/** Those whom a contest waits for are told that it does. */
export async function tellDeciders(
  tx: Transaction,
  ctx: Context,
  { contest, id, waitsFor: { level, personIds } }: Pick<Telling, 'contest' | 'waitsFor'> & { id: string },
): Promise<void> {
  for (const personId of personIds.slice(0, TOLD_MOST))
    await record(tx, ctx, {
      id: `${id}:${personId}`,
      kind: 'contest-waiting',
      subject: { of: 'contest', id: contest._id },
      by: { actorId: contest.openid, role: 'visitor', scope: contest.unitId },
      payload: { personId, level },
    })
}
