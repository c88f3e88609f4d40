import type { Context } from '../kernel/context'
import type { OutsideRowDocument } from './documents'
import { settleRow } from './settle-row'
import { contentOf } from './work-batches'

/** More than a year of courses; what is beyond is matched on the next look. */
const MOST_AT_ONCE = 50

/**
 * Somebody is verified now: lines that came before there was anybody to match are theirs. Idempotent and bounded, each line
 * its own transaction; answers with how many were taken.
 */
export async function matchPerson(ctx: Context, personId: string): Promise<{ taken: number }> {
  const person = await ctx.store.get('persons', personId)
  if (person?.binding !== 'verified') return { taken: 0 }
  const waiting = await ctx.store.query('outside-rows', 'byNumber', {
    equals: { idNumberHash: person.idNumberHash, state: 'unmatched' },
    limit: MOST_AT_ONCE,
  })
  let taken = 0
  for (const row of waiting.items) if (await match(ctx, row)) taken += 1
  return { taken }
}

async function match(ctx: Context, row: OutsideRowDocument): Promise<boolean> {
  const batch = await ctx.store.get('outside-batches', row.batchId)
  if (!batch) throw new Error(`${row._id} has no batch`)
  const { provider, rows } = await contentOf(ctx, batch)
  const sent = rows[row.position]
  if (!sent) throw new Error(`${row._id} is not in its batch`)
  const settled = await settleRow(ctx, { batch, provider, sent, position: row.position })
  return settled.state === 'taken'
}
