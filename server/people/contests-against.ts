import type { Context } from '../kernel/context'
import type { Transaction } from '../kernel/store/port'
import { bodyAbove } from './contest-decider'
import type { ContestDocument } from './documents'

/** Each contest of a holder's number, however many there are, in a transaction of its own. */
async function eachAgainst(
  { store }: Pick<Context, 'store'>,
  holderId: string,
  work: (tx: Transaction, contest: ContestDocument) => Promise<unknown>,
): Promise<void> {
  for await (const { _id } of store.each('contests', 'byHolder', { equals: { holderId } }))
    await store.transact(async (tx) => {
      const contest = await tx.get('contests', _id)
      if (contest) await work(tx, contest)
    })
}

/** Hands the open contests of a person who moved to their new unit. Repeating it does nothing. */
export async function followContests(
  ctx: Pick<Context, 'store' | 'now'>,
  { personId, unitId }: { personId: string; unitId: string },
): Promise<void> {
  const aboveOrgId = await bodyAbove(ctx, unitId, personId)
  await eachAgainst(ctx, personId, async (tx, contest) => {
    if ((contest.state === 'open' || contest.state === 'moving') && contest.unitId !== unitId)
      await tx.replace('contests', { ...contest, unitId, aboveOrgId })
  })
}
