import { plusSeconds } from '../../domain/kernel/instant'
import type { Context } from '../kernel/context'
import { underLease } from '../kernel/leases'
import { logFault } from '../kernel/log'
import { someSeconds } from '../kernel/run-time'
import { openContent } from './content'
import type { OutsideBatchDocument, OutsideRowDocument } from './documents'
import { settleRow } from './settle-row'

/** The lines of one provider that are worked through before another has its turn; each is a transaction of its own. */
const ROWS_A_TURN = 50
/** A region lists some tens of providers. */
const MOST_PROVIDERS = 200
/** After so many lines the batch says how far it is; a run that dies does at most these again, to no effect. */
const ROWS_A_STEP = 25
/** A batch in which a line could not be decided is tried again this much later, and keeps no other waiting. */
const TRY_AGAIN_SECONDS = 600

/**
 * Works through received batches until the time is over, provider by provider in turns, of each the oldest first: a month
 * of one platform keeps no other's line waiting. Resumable, and harmless to run twice at once.
 */
export async function workBatches(ctx: Context, untilMs: number = someSeconds()): Promise<{ rows: number }> {
  let rows = 0
  /** Of which no line could be worked on: another run has them, or they were put off. */
  const stuck = new Set<string>()
  for (let isAtWork = true; isAtWork; ) {
    isAtWork = false
    for (const batch of await firstOfEach(ctx)) {
      if (performance.now() > untilMs) return { rows }
      if (stuck.has(batch._id)) continue
      const worked = await workOn(ctx, batch, ROWS_A_TURN)
      if (worked === 0) stuck.add(batch._id)
      rows += worked
      isAtWork = true
    }
  }
  return { rows }
}

/**
 * The oldest batch that is due of each provider. A run may end within one turn, and so who comes first is drawn: a
 * provider whose name sorts late does not wait until all others have nothing left.
 */
async function firstOfEach({ store, now, dice }: Context): Promise<OutsideBatchDocument[]> {
  const first: OutsideBatchDocument[] = []
  let from = ''
  for (let looked = 0; looked < MOST_PROVIDERS; looked += 1) {
    const waiting = { equals: { state: 'waiting' }, from, limit: 1 }
    const [next] = (await store.query('outside-batches', 'bySender', waiting)).items
    if (!next) break
    const { providerId } = next
    const due = { equals: { state: 'waiting', providerId }, before: now + 1, limit: 1 }
    first.push(...(await store.query('outside-batches', 'byTurn', due)).items)
    // The least text that comes after this provider's.
    from = `${providerId}\0`
  }
  const begin = first.length > 1 ? dice.integerBelow(first.length) : 0
  return [...first.slice(begin), ...first.slice(0, begin)]
}

async function workOn(ctx: Context, batch: OutsideBatchDocument, most: number): Promise<number> {
  try {
    // Zero where another run has it: its providers' others may have their turn.
    return (await underLease(ctx, `batch:${batch._id}`, () => settleSome(ctx, batch, most)))?.done ?? 0
  } catch (error) {
    logFault(ctx, error, { about: batch._id })
    // Where even that cannot be written the batch stays due, and the rest of this run goes on.
    await postpone(ctx, batch._id).catch((again: unknown) => logFault(ctx, again, { about: batch._id }))
    return 0
  }
}

async function settleSome(ctx: Context, batch: OutsideBatchDocument, most: number): Promise<number> {
  const { provider, rows } = await contentOf(ctx, batch)
  const end = Math.min(rows.length, batch.cursor + most)
  for (let from = batch.cursor; from < end; from += ROWS_A_STEP) {
    const to = Math.min(end, from + ROWS_A_STEP)
    for (let position = from; position < to; position += 1) {
      const sent = rows[position]
      if (sent) await settleRow(ctx, { batch, provider, sent, position })
    }
    if (!(await advance(ctx, batch._id, { from, to }))) return to - batch.cursor
  }
  if (end === rows.length) await finish(ctx, batch._id)
  return end - batch.cursor
}

/** The sender and the content of a batch, unsealed only for the work on it. */
export async function contentOf({ store, ports }: Context, { _id, providerId }: OutsideBatchDocument) {
  const [content, provider] = await Promise.all([
    store.get('outside-contents', _id),
    store.get('outside-providers', providerId),
  ])
  if (!content || !provider) throw new Error(`${_id} has lost its content or its provider`)
  return { provider, rows: openContent(content, ports.secrets).rows }
}

/** False where another run came here first: it goes on, and this one stops. */
const advance = (
  { store }: Context,
  batchId: string,
  { from, to }: { from: number; to: number },
): Promise<boolean> =>
  store.transact(async (tx) => {
    const batch = await tx.get('outside-batches', batchId)
    if (batch?.cursor !== from) return false
    await tx.replace('outside-batches', { ...batch, cursor: to })
    return true
  })

/**
 * Counts the rows in their present state. Matching a row writes the batch too, so a count from before that match
 * conflicts and is repeated.
 */
async function finish(ctx: Context, batchId: string): Promise<void> {
  const batch = await ctx.store.get('outside-batches', batchId)
  if (batch?.state !== 'waiting' || batch.cursor < batch.rowCount) return
  const counts = countsOf(await rowsOf(ctx, batchId))
  // Where something moved while it was counted, the next run counts again.
  await ctx.store.replaceIfUnchanged('outside-batches', { ...batch, counts, state: 'done', doneAt: ctx.now })
}

export async function rowsOf({ store }: Context, batchId: string): Promise<OutsideRowDocument[]> {
  const rows: OutsideRowDocument[] = []
  for await (const row of store.each('outside-rows', 'byBatch', { equals: { batchId } })) rows.push(row)
  return rows
}

function countsOf(rows: readonly OutsideRowDocument[]): OutsideBatchDocument['counts'] {
  const counts = { taken: 0, already: 0, refused: 0, unmatched: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

async function postpone({ store, now }: Context, batchId: string): Promise<void> {
  await store.transact(async (tx) => {
    const batch = await tx.get('outside-batches', batchId)
    if (batch?.state !== 'waiting') return
    await tx.replace('outside-batches', { ...batch, dueAt: plusSeconds(now, TRY_AGAIN_SECONDS) })
  })
}
