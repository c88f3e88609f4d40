import type { Context } from '../kernel/context'
import type { Transaction } from '../kernel/store/port'
import type { ContestDocument } from './documents'

const PAGE = 100

/** Each contest of what somebody holds, in a transaction of its own. */
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

/** Somebody moved: their new unit answers for who they are. Repeating it does nothing. */
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

/** Who is forgotten is contested by nobody; a number that nobody holds is free to register with. */
export const forgetContests = (ctx: Pick<Context, 'store'>, personId: string): Promise<void> =>
  eachAgainst(ctx, personId, (tx, contest) => tx.remove('contests', contest))
