import { dayOf, formatDay, plusDays } from '../../domain/kernel/instant'
import { spendIn } from '../kernel/budget'
import type { Context } from '../kernel/context'
import { OUR_PERIODS } from '../kernel/our-periods'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import { placeOf } from '../kernel/store/lanes'
import type { PersonDocument } from '../people/documents'
import type { ErasureDocument } from './documents'
import { openMatters } from './open-matters'

export interface ErasureView {
  state: 'none' | 'waiting'
  askedAt: number | null
  /** When it is done, unless it is taken back before. */
  dueAt: number | null
  coolingDays: number
}

/**
 * Files a person's request for erasure (注销). It waits some days, in which they may withdraw it; two requests are one.
 * Refused while something about their learning is not decided yet.
 */
export async function askErasure(ctx: Context, person: PersonDocument): Promise<ErasureView> {
  const matters = await openMatters(ctx, person)
  const erasure = await ctx.store.transact(async (tx) => {
    const before = await tx.get('erasures', person._id)
    if (before?.state === 'waiting') return before
    if (matters.length > 0) refuse('ERASURE_WAITS', { matters })
    await spendIn(tx, ctx, { limit: 'erasure', key: person.openid })
    const dueAt = plusDays(ctx.now, OUR_PERIODS.erasureCoolingDays)
    const asked = { _id: person._id, state: 'waiting' as const, askedAt: ctx.now, dueAt }
    const item = { kind: 'erasure' as const, ref: person._id, dueAt, ...placeOf(person._id, 'soon') }
    await tx.insert('due-items', { _id: `erasure:${person._id}:${ctx.now}`, state: 'waiting', ...item })
    await record(tx, ctx, {
      ...ownAct(person),
      id: `erasure-asked:${person._id}:${ctx.now}`,
      kind: 'erasure-asked',
      after: 'waiting',
      payload: { personId: person._id, dueOn: formatDay(dayOf(dueAt)) },
    })
    return before
      ? tx.replace('erasures', { ...asked, version: before.version })
      : tx.insert('erasures', asked)
  })
  return erasureView(erasure)
}

askErasure.refuses = ['ERASURE_WAITS', 'TOO_OFTEN'] as const

/** Withdraws the request. Without a request the wish is already fulfilled. */
export async function withdrawErasure(ctx: Context, person: PersonDocument): Promise<ErasureView> {
  await ctx.store.transact(async (tx) => {
    const before = await tx.get('erasures', person._id)
    if (before?.state === 'done') refuse('NOT_REGISTERED', {})
    if (before?.state !== 'waiting') return
    await tx.replace('erasures', { ...before, state: 'withdrawn' })
    await record(tx, ctx, {
      ...ownAct(person),
      id: `erasure-withdrawn:${person._id}:${before.askedAt}`,
      kind: 'erasure-withdrawn',
      after: 'withdrawn',
      payload: { personId: person._id },
    })
  })
  return erasureView(null)
}

export const showErasure = async (ctx: Context, { _id }: PersonDocument): Promise<ErasureView> =>
  erasureView(await ctx.store.get('erasures', _id))

const erasureView = (erasure: ErasureDocument | null): ErasureView => {
  const coolingDays = OUR_PERIODS.erasureCoolingDays
  return erasure?.state === 'waiting'
    ? { state: 'waiting', askedAt: erasure.askedAt, dueAt: erasure.dueAt, coolingDays }
    : { state: 'none', askedAt: null, dueAt: null, coolingDays }
}

/** An act of a person about themselves. */
export const ownAct = ({ _id, unitId }: PersonDocument) => ({
  subject: { of: 'person' as const, id: _id },
  by: { actorId: _id, role: 'trainee' as const, scope: unitId },
})
