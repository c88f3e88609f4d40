import type { Context } from './context'
import { underLease } from './leases'
import type { CollectionName, Documents } from './store/collections'
import { isDue, oldestOf, roundOf, type Waiting } from './store/fair-turns'
import { NO_SHARD, shardsOf, type Urgency, type WaitingPlace } from './store/lanes'

type Needs = Pick<Context, 'store' | 'now' | 'call' | 'dice'>

export interface Work<C extends CollectionName> {
  /** Of which urgency; one that has none is all of it. */
  urgency?: Urgency
  /** Only what is due before it; undefined where nothing waits for its time. */
  before: number | undefined
  /** On the process's own clock: no further document is begun after it. */
  untilMs: number
  /** Works at a round in its order, and answers how many documents it worked at. */
  round(items: readonly Documents[C][]): Promise<number>
}

/**
 * Works through a queue, shard by shard, until nothing is due or the time is over, beside as many others as do the same:
 * shards come in a random order, each under a lease and a round at a time, so that none waits for what fills another.
 * Answers whether nothing was left that somebody could go on with: what another run holds is left.
 */
export async function workThrough<C extends CollectionName>(
  ctx: Needs,
  waiting: Waiting<C>,
  work: Work<C>,
): Promise<boolean> {
  for (;;) {
    const { shards, isAll } = await shardsDue(ctx, waiting, work)
    const visits: Visit[] = []
    for (const shard of shuffled(shards, ctx.dice)) {
      if (performance.now() > work.untilMs) return false
      visits.push(await visited(ctx, waiting, { ...work, shard, isSure: isAll }))
    }
    const isLeft = visits.some(({ isLeft: left }) => left)
    if (isAll && !isLeft) return true
    if (!visits.some(({ worked }) => worked > 0)) return !isLeft
  }
}

/** Where few are due the shards in which they are; otherwise all that may have some. */
async function shardsDue<C extends CollectionName>(
  { store }: Needs,
  waiting: Waiting<C>,
  { urgency = 'close', before }: Work<C>,
): Promise<{ shards: number[]; isAll: boolean }> {
  const { items, isAll } = await oldestOf(store, waiting, before)
  const ours = new Set(shardsOf(urgency))
  if (urgency === 'close') ours.add(NO_SHARD)
  const found = new Set((items as (Documents[C] & WaitingPlace)[]).map(({ shard }) => shard))
  const all = [...ours].filter((shard) => found.has(shard) || (!isAll && shard !== NO_SHARD))
  return { shards: all, isAll }
}

interface Visit {
  worked: number
  /** More is due there, for this run or for the one that holds it. */
  isLeft: boolean
}

async function visited<C extends CollectionName>(
  ctx: Needs,
  waiting: Waiting<C>,
  work: Work<C> & { shard: number; isSure: boolean },
): Promise<Visit> {
  // A look costs less than a lease.
  const isSure = work.isSure || work.shard === NO_SHARD
  if (!isSure && !(await isDue(ctx.store, waiting, work))) return { worked: 0, isLeft: false }
  const name = `${waiting.collection}:${work.shard}`
  const visit = await underLease(ctx, name, () => inOneRound(ctx, waiting, work))
  return visit?.done ?? { worked: 0, isLeft: true }
}

/** Another shard has its turn after a round, however much is left in this one. */
async function inOneRound<C extends CollectionName>(
  { store }: Needs,
  waiting: Waiting<C>,
  work: Work<C> & { shard: number },
): Promise<Visit> {
  const { items, isAll } = await roundOf(store, waiting, work)
  const worked = items.length === 0 ? 0 : await work.round(items)
  return { worked, isLeft: !isAll || worked < items.length }
}

function shuffled<T>(items: readonly T[], dice: Pick<Context['dice'], 'integerBelow'>): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = dice.integerBelow(last + 1)
    ;[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T]
  }
  return mixed
}
