import type { Context } from '../../kernel/context'
import { someSeconds } from '../../kernel/run-time'
import { counterIdOf, emptyCounter } from './apply-person'
import type { StatCounterDocument } from './documents'
import { addFigures, type Figures, sameFigures } from './figures'

type Needs = Pick<Context, 'store'>

/**
 * Adds up changed figures, the lowest body first: a body's total is its own people and the totals of the bodies right
 * below. Each is computed anew, never by adding a difference, so that it cannot drift; a body that changed meanwhile
 * stays for the next run. A body moved to another parent counts there from then on. Until the time is over, one body
 * at least.
 */
export async function rollUp(ctx: Needs, untilMs: number = someSeconds()): Promise<{ rolledUp: number }> {
  let rolledUp = 0
  do {
    const { items } = await ctx.store.query('stat-counters', 'byDirty', {
      equals: { isDirty: true },
      limit: 1,
    })
    const [counter] = items
    if (!counter) break
    await addUp(ctx, counter)
    rolledUp += 1
  } while (performance.now() <= untilMs)
  return { rolledUp }
}

async function addUp(ctx: Needs, counter: StatCounterDocument): Promise<void> {
  const organisation = await ctx.store.get('organisations', counter.orgId)
  const parentId = organisation?.parentId ?? ''
  const total = await totalOf(ctx, counter)
  const isAdded = await ctx.store.replaceIfUnchanged('stat-counters', {
    ...counter,
    orgName: organisation?.name ?? counter.orgName,
    parentId,
    depth: organisation?.path.length ?? counter.depth,
    total,
    isDirty: false,
  })
  if (!isAdded) return
  const isNew = counter.version === 1
  if (isNew || counter.parentId !== parentId || !sameFigures(total, counter.total)) {
    for (const id of new Set([parentId, counter.parentId])) if (id !== '') await touch(ctx, id, counter.year)
  }
}

async function totalOf({ store }: Needs, { orgId, year, own }: StatCounterDocument): Promise<Figures> {
  let total = own
  const children = store.each('stat-counters', 'byParent', { equals: { parentId: orgId, year } })
  for await (const child of children) total = addFigures(total, child.total)
  return total
}

/**
 * Raises the version even where the counter is dirty already, so that a run that is adding it up at this moment
 * repeats it.
 */
async function touch({ store }: Needs, orgId: string, year: number): Promise<void> {
  for (;;) {
    const counter = await store.get('stat-counters', counterIdOf(orgId, year))
    const organisation = counter ? null : await store.get('organisations', orgId)
    if (!counter && !organisation) return
    const touched = counter
      ? await store.replaceIfUnchanged('stat-counters', { ...counter, isDirty: true })
      : organisation && (await store.insertIfAbsent('stat-counters', emptyCounter(organisation, year)))
    if (touched) return
  }
}
