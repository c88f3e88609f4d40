import type { Region } from '../../../domain/kernel/regions'
import type { Context } from '../../kernel/context'
import { DocumentExists, VersionChanged } from '../../kernel/store/port'
import { applyPerson } from './apply-person'
import type { StatCounterDocument, StatRebuildDocument } from './documents'
import { addFigures, type Figures, noFigures } from './figures'

const CHUNK = 50
const PARTS_A_PAGE = 100

type Needs = Pick<Context, 'store' | 'packs' | 'now'>

/** Begins to compute a region's year anew; the clock goes on with it. A rebuild that runs is left as it is. */
export async function beginRebuild(
  { store }: Pick<Context, 'store'>,
  region: Region,
  year: number,
): Promise<void> {
  const _id = rebuildIdOf(region, year)
  const before = await store.get('stat-rebuilds', _id)
  if (!before) await store.insert('stat-rebuilds', { _id, step: 'people', after: '' })
  else if (before.step === 'done')
    await store.replace('stat-rebuilds', { ...before, step: 'people', after: '' })
}

/** Counts a year from its beginning, once, if it has not been counted yet. */
export async function beginYear(ctx: Pick<Context, 'store'>, region: Region, year: number): Promise<void> {
  if (await ctx.store.get('stat-rebuilds', rebuildIdOf(region, year))) return
  await beginRebuild(ctx, region, year).catch((error: unknown) => {
    // Another run may have begun it in the same moment.
    if (!(error instanceof DocumentExists)) throw error
  })
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
  try {
    return (await ctx.store.replace('stat-rebuilds', { ...job, ...next })).step
  } catch (error) {
    if (error instanceof VersionChanged) return job.step
    throw error
  }
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
  for (const counter of page.items) await recount(ctx, counter)
  return page.next ? { step: 'counters', after: page.next } : { step: 'done', after: '' }
}

/** A counter that an event changes meanwhile is read and counted again. */
async function recount({ store }: Needs, counter: StatCounterDocument): Promise<void> {
  for (let current: StatCounterDocument | null = counter; current; ) {
    const own = await sumOfParts({ store }, current)
    try {
      await store.replace('stat-counters', { ...current, own, isDirty: true })
      return
    } catch (error) {
      if (!(error instanceof VersionChanged || error instanceof DocumentExists)) throw error
      current = await store.get('stat-counters', counter._id)
    }
  }
}

async function sumOfParts(
  { store }: Pick<Context, 'store'>,
  { orgId, year }: StatCounterDocument,
): Promise<Figures> {
  let sum = noFigures()
  for (const standing of ['complete', 'behind', 'none']) {
    let after: string | undefined
    do {
      const page = await store.query('stat-parts', 'byUnit', {
        equals: { unitId: orgId, year, standing },
        limit: PARTS_A_PAGE,
        ...(after === undefined ? {} : { after }),
      })
      for (const { figures } of page.items) sum = addFigures(sum, figures)
      after = page.next
    } while (after !== undefined)
  }
  return sum
}
