import type { Context } from '../kernel/context'
import { hashesOf } from '../people/number-hashes'
import type { OutsideRowDocument } from './documents'
import { settleRow } from './settle-row'
import { contentOf } from './work-batches'

/** More than a year of courses; further rows are matched on the next run. */
const MOST_AT_ONCE = 50

/**
 * Matches earlier rows to a person who has just been verified. Idempotent and bounded, each row its own transaction;
 * answers with the number of rows accepted.
 */
export async function matchPerson(ctx: Context, personId: string): Promise<{ taken: number }> {
  const person = await ctx.store.get('persons', personId)
  if (person?.binding !== 'verified') return { taken: 0 }
  let taken = 0
  for (const idNumberHash of hashesOf(person, ctx.ports.secrets)) {
    const equals = { idNumberHash, state: 'unmatched' }
    const waiting = await ctx.store.query('outside-rows', 'byNumber', { equals, limit: MOST_AT_ONCE })
    for (const row of waiting.items) if (await match(ctx, row)) taken += 1
  }
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
