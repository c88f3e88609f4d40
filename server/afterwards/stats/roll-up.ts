import type { Instant } from '../../../domain/kernel/instant'
import type { Context } from '../../kernel/context'
import { someSeconds } from '../../kernel/run-time'
import type { Transaction } from '../../kernel/store/port'
import { counterIdOf, dirtied, emptyCounter } from './apply-person'
import type { StatCounterDocument } from './documents'
import { addFigures, type Figures, noFigures, sameFigures, withoutFigures } from './figures'

type Needs = Pick<Context, 'store' | 'now'>

const AT_ONCE = 20

/**
 * Hands on changed figures, level by level from the lowest up: what a body's total has that its parent's has not yet is
 * added there, in one transaction, whether three bodies stand below the parent or three thousand. Each level has its share
 * of the time, one body at least, and in it who has waited longest comes first: many that change keep none waiting.
 */
export async function rollUp(ctx: Needs, untilMs: number = someSeconds()): Promise<{ rolledUp: number }> {
  const deepest = { equals: { isDirty: true }, limit: 1 }
  const [first] = (await ctx.store.query('stat-counters', 'byDirty', deepest)).items
  let rolledUp = 0
  for (let depth = first?.depth ?? -1; depth >= 0; depth -= 1) {
    const now = performance.now()
    rolledUp += await rollUpLevel(ctx, depth, now + Math.max(0, untilMs - now) / (depth + 1))
  }
  return { rolledUp }
}

async function rollUpLevel(ctx: Needs, depth: number, untilMs: number): Promise<number> {
  let rolledUp = 0
  for (;;) {
    const items = await waitingAt(ctx, depth)
    for (const counter of items) {
      await handOn(ctx, counter)
      rolledUp += 1
      if (performance.now() > untilMs) return rolledUp
    }
    if (items.length < AT_ONCE) return rolledUp
  }
}

/** Those of the first shape are in no index by age, and come when no other waits. */
async function waitingAt({ store }: Needs, depth: number): Promise<StatCounterDocument[]> {
  const equals = { isDirty: true }
  const aged = { equals: { ...equals, depth }, limit: AT_ONCE }
  const { items } = await store.query('stat-counters', 'byAge', aged)
  if (items.length > 0) return items
  const early = { equals, from: depth, before: depth + 1, limit: AT_ONCE }
  return (await store.query('stat-counters', 'byDirty', early)).items
}

async function handOn({ store, now }: Needs, { _id, isCounted }: StatCounterDocument): Promise<void> {
  if (!isCounted) await recount({ store }, _id)
  await store.transact(async (tx) => {
    const counter = await tx.get('stat-counters', _id)
    if (!counter?.isDirty) return
    const organisation = await tx.get('organisations', counter.orgId)
    const parentId = organisation?.parentId ?? ''
    const { total, pushed, year } = counter
    if (parentId === counter.parentId)
      await give(tx, { to: parentId, year, now }, withoutFigures(total, pushed))
    else {
      // A body that moved takes along what it had given.
      await give(tx, { to: counter.parentId, year, now }, withoutFigures(noFigures(), pushed))
      await give(tx, { to: parentId, year, now }, total)
    }
    await tx.replace('stat-counters', {
      ...counter,
      orgName: organisation?.name ?? counter.orgName,
      parentId,
      depth: organisation?.path.length ?? counter.depth,
      pushed: total,
      isDirty: false,
    })
  })
}

/** Adds to a body's total; its counter is made where it has none, so that every level of a year is there. */
async function give(
  tx: Transaction,
  { to: orgId, year, now }: { to: string; year: number; now: Instant },
  figures: Figures,
): Promise<void> {
  if (orgId === '') return
  const counter = await tx.get('stat-counters', counterIdOf(orgId, year))
  if (counter && sameFigures(figures, noFigures())) return
  const organisation = counter ? null : await tx.get('organisations', orgId)
  const before = counter ?? (organisation && emptyCounter(organisation, year))
  if (!before) return
  const total = addFigures(before.total, figures)
  await tx.upsert('stat-counters', counter, dirtied({ ...before, total }, now))
}

/**
 * Adds up a total anew, of the body's own figures and what the bodies below have given: after a rebuild, and once for a
 * counter that was kept before totals were handed on. One that an event changes meanwhile is read and counted again.
 */
export async function recount(
  { store }: Pick<Needs, 'store'>,
  id: string,
  ownOf: (counter: StatCounterDocument) => Promise<Figures> = async ({ own }) => own,
): Promise<void> {
  for (;;) {
    const counter = await store.get('stat-counters', id)
    if (!counter) return
    const own = await ownOf(counter)
    let total = own
    const equals = { parentId: counter.orgId, year: counter.year }
    for await (const { pushed } of store.each('stat-counters', 'byParent', { equals }))
      total = addFigures(total, pushed)
    const counted = { ...counter, own, total, isCounted: true, isDirty: true }
    if (await store.replaceIfUnchanged('stat-counters', counted)) return
  }
}
