import type { Region } from '../../../domain/kernel/regions'
import type { Context } from '../../kernel/context'
import { applyPerson } from './apply-person'
import type { StatCounterDocument, StatRebuildDocument } from './documents'
import { addFigures, type Figures, noFigures } from './figures'
import { recount } from './roll-up'

/** People or counters of one chunk, after which a run looks at the time. */
const CHUNK = 20

type Needs = Pick<Context, 'store' | 'packs' | 'now'>

/** Begins to compute a region's year anew; the clock goes on with it. A rebuild that runs is left as it is. */
export async function beginRebuild(
  { store }: Pick<Context, 'store'>,
  region: Region,
  year: number,
): Promise<void> {
  const _id = rebuildIdOf(region, year)
  const before = await store.get('stat-rebuilds', _id)
  if (!before) await store.insertIfAbsent('stat-rebuilds', { _id, step: 'people', after: '' })
  else if (before.step === 'done')
    await store.replaceIfUnchanged('stat-rebuilds', { ...before, step: 'people', after: '' })
}

/** Counts a year from its beginning, once, if it has not been counted yet. */
export async function beginYear(ctx: Pick<Context, 'store'>, region: Region, year: number): Promise<void> {
  if (!(await ctx.store.get('stat-rebuilds', rebuildIdOf(region, year))))
    await beginRebuild(ctx, region, year)
}

const rebuildIdOf = (region: Region, year: number): string => `${region}:${year}`

/**
 * One chunk of a rebuild: first each person from their books, then each counter from the parts. It may be cut off and
 * run again anywhere; it computes from the books alone, so it gives the same figures as the events did.
 */
export async function continueRebuild(
  ctx: Needs,
  region: Region,
  year: number,
): Promise<StatRebuildDocument['step']> {
  const job = await ctx.store.get('stat-rebuilds', rebuildIdOf(region, year))
  if (!job || job.step === 'done') return 'done'
  const next =
    job.step === 'people' ? await peopleChunk(ctx, region, job) : await counterChunk(ctx, year, job)
  return (await ctx.store.replaceIfUnchanged('stat-rebuilds', { ...job, ...next }))?.step ?? job.step
}

type Next = Pick<StatRebuildDocument, 'step' | 'after'>
const going = (after: string): { after?: string } => (after === '' ? {} : { after })

async function peopleChunk(ctx: Needs, region: Region, { after }: StatRebuildDocument): Promise<Next> {
  const page = await ctx.store.query('persons', 'byRegion', {
    equals: { region },
    limit: CHUNK,
    ...going(after),
  })
  for (const person of page.items) await applyPerson(ctx, person)
  return page.next ? { step: 'people', after: page.next } : { step: 'counters', after: '' }
}

async function counterChunk(ctx: Needs, year: number, { after }: StatRebuildDocument): Promise<Next> {
  const page = await ctx.store.query('stat-counters', 'byYear', {
    equals: { year },
    limit: CHUNK,
    ...going(after),
  })
  for (const { _id } of page.items) await recount(ctx, _id, (counter) => sumOfParts(ctx, counter))
  return page.next ? { step: 'counters', after: page.next } : { step: 'done', after: '' }
}

async function sumOfParts(
  { store }: Pick<Context, 'store'>,
  { orgId, year }: StatCounterDocument,
): Promise<Figures> {
  let sum = noFigures()
  for (const standing of ['complete', 'behind', 'none']) {
    const parts = store.each('stat-parts', 'byUnit', { equals: { unitId: orgId, year, standing } })
    for await (const { figures } of parts) sum = addFigures(sum, figures)
  }
  return sum
}
