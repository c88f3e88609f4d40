import * as z from 'zod'
import { formatHours } from '../../domain/kernel/hours'
import type { Region } from '../../domain/kernel/regions'
import { firstDayOf } from '../../domain/outside/batch'
import { dateState } from '../../domain/policy/dates'
import type { PolicyPack } from '../../domain/policy/pack'
import type { Context } from '../kernel/context'
import { hourWordOf } from '../kernel/hour-word'
import { cursor, identifier } from '../kernel/inputs'
import { refuse } from '../kernel/refused'
import type { OutsideBatchDocument, OutsideRowDocument } from './documents'
import { rowWords } from './row-words'
import type { BatchList, BatchSheetView, BatchView, RowView, UnmatchedView } from './views'

const PAGE = 20

type Needs = Pick<Context, 'store' | 'packs' | 'now'>

/** The region follows from the caller. */
interface InRegion {
  region: Region
}

export const batchesAsked = z.object({ after: cursor })
type BatchesAsked = InRegion & z.infer<typeof batchesAsked>

export const oneBatch = z.object({ batchId: identifier })
export const batchAsked = oneBatch.extend({
  state: z.enum(['taken', 'already', 'refused', 'unmatched']).nullable(),
  after: cursor,
})

export type BatchInRegion = InRegion & z.infer<typeof oneBatch>

/** The batches of a region's providers, newest first. */
export async function showBatches(ctx: Needs, { region, after }: BatchesAsked): Promise<BatchList> {
  const page = await ctx.store.query('outside-batches', 'byRegion', {
    equals: { region },
    limit: PAGE,
    after,
  })
  return {
    regionName: regionNameOf(ctx, region),
    batches: page.items.map((batch) => batchView(ctx, batch)),
    next: page.next ?? null,
  }
}

/** One batch, line by line, all of them or those of one state. */
export async function showBatch(
  ctx: Needs,
  { region, batchId, state, after }: InRegion & z.infer<typeof batchAsked>,
): Promise<BatchSheetView> {
  const batch = await batchInRegion(ctx, { region, batchId })
  const paging = { limit: PAGE, after }
  const page =
    state === null
      ? await ctx.store.query('outside-rows', 'byBatch', { equals: { batchId }, ...paging })
      : await ctx.store.query('outside-rows', 'byState', { equals: { batchId, state }, ...paging })
  return {
    batch: batchView(ctx, batch),
    rows: page.items.map((row) => rowView(ctx, row)),
    next: page.next ?? null,
  }
}

showBatch.refuses = ['BATCH_UNKNOWN'] as const

/** Rows of a region that wait for their person to register or be verified, over all batches. */
export async function showUnmatched(ctx: Needs, { region, after }: BatchesAsked): Promise<UnmatchedView> {
  const page = await ctx.store.query('outside-rows', 'byRegion', {
    equals: { region, state: 'unmatched' },
    limit: PAGE,
    after,
  })
  const providers = [...new Set(page.items.map(({ providerId }) => providerId))]
  const names = await ctx.store.getMany('outside-providers', providers)
  const nameOf = new Map(names.flatMap((provider) => (provider ? [[provider._id, provider.name]] : [])))
  return {
    rows: page.items.map((row) => ({
      ...rowView(ctx, row),
      providerName: nameOf.get(row.providerId) ?? row.providerId,
    })),
    next: page.next ?? null,
  }
}

/** Refuses BATCH_UNKNOWN for a batch of another region, existing or not. */
export async function batchInRegion(
  { store }: Pick<Context, 'store'>,
  { region, batchId }: BatchInRegion,
): Promise<OutsideBatchDocument> {
  const batch = await store.get('outside-batches', batchId)
  if (batch?.region !== region) refuse('BATCH_UNKNOWN', {})
  return batch
}

export function batchView({ packs }: Needs, batch: OutsideBatchDocument): BatchView {
  const { _id, providerName, month, sequence, receivedAt, late, state, rowCount, cursor, counts } = batch
  const pack = packs.byVersion(batch.policyVersion) ?? packs.windowOf(batch.region, receivedAt)
  const due = pack && dateState(pack, { act: 'push-data', at: receivedAt, of: firstDayOf(month) })
  const told = { id: _id, providerName, month, sequence, receivedAt, late, state, counts }
  return { ...told, dueDay: due?.day ?? null, rows: rowCount, settled: cursor }
}

export function rowView(ctx: Needs, row: OutsideRowDocument): RowView {
  const pack = packOf(ctx, row)
  const labels = (pack ?? ctx.packs.noticeFor(row.region, ctx.now))?.labels
  const { category } = row
  const word = category === 'public' || category === 'professional' ? labels?.[category] : undefined
  const { why, cure } = rowWords(row, { pack, hour: hourWordOf(ctx, row.region) })
  return {
    id: row._id,
    rowId: row.rowId,
    batchId: row.batchId,
    name: row.name,
    idNumberMasked: row.idNumberMasked,
    courseTitle: row.courseTitle,
    courseCode: row.courseCode,
    category: word ?? category,
    hours: row.hours === null ? row.hoursText : formatHours(row.hours),
    completedOn: row.completedOn,
    year: row.year,
    state: row.state,
    why,
    cure,
  }
}

function packOf({ packs }: Needs, { region, year }: OutsideRowDocument): PolicyPack | null {
  if (year === null) return null
  const standard = packs.standardOf(region, year)
  return standard.ok ? standard.value : null
}

export const regionNameOf = ({ packs, now }: Needs, region: Region): string =>
  packs.noticeFor(region, now)?.labels.regionName ?? ''
