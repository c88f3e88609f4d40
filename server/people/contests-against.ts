import type { Context } from '../kernel/context'
import type { Transaction } from '../kernel/store/port'
import type { ContestDocument } from './documents'

const PAGE = 100

/** Each contest of a holder's number, in a transaction of its own. */
async function eachAgainst(
  { store }: Pick<Context, 'store'>,
  holderId: string,
  work: (tx: Transaction, contest: ContestDocument) => Promise<unknown>,
): Promise<void> {
  const { items } = await store.query('contests', 'byHolder', { equals: { holderId }, limit: PAGE })
  for (const { _id } of items)
    await store.transact(async (tx) => {
      const contest = await tx.get('contests', _id)
      if (contest) await work(tx, contest)
    })
}

/** Hands the open contests of a person who moved to their new unit. Repeating it does nothing. */
export async function followContests(
  ctx: Pick<Context, 'store'>,
  { personId, unitId }: { personId: string; unitId: string },
): Promise<void> {
  const unit = await ctx.store.get('organisations', unitId)
  const aboveOrgId = unit?.parentId ?? unitId
  await eachAgainst(ctx, personId, async (tx, contest) => {
    if (contest.state === 'open' && contest.unitId !== unitId)
      await tx.replace('contests', { ...contest, unitId, aboveOrgId })
  })
}
