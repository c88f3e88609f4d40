import type { Context } from '../../kernel/context'
import type { PersonDocument } from '../../people/documents'
import type { RosterChunkDocument, RosterRow, RowCounts } from './documents'
import { chunkIdOf, importView, ownImport } from './import-view'
import { inGroups } from './in-groups'
import { judgeRow } from './judge-row'
import { knownRows } from './row-numbers'
import type { ImportView } from './views'

/**
 * Checks the next chunk of rows against the stored people and lines, before anything is written to the roster. An
 * interrupted chunk is checked again; one that another phone has just checked is not counted twice.
 */
export async function checkImport(
  ctx: Context,
  person: PersonDocument,
  importId: string,
): Promise<ImportView> {
  const { store } = ctx
  const brought = await ownImport(store, person, importId)
  if (brought.state !== 'checking') return importView(brought)
  const chunk = brought.checkedChunks
  const chunkId = chunkIdOf(importId, chunk)
  const read = await chunkOf(ctx, chunkId)
  const rows = await inGroups(knownRows(read, ctx.ports.secrets), async (known): Promise<RosterRow> => {
    const { row } = known
    if (row.idNumberHash === '') return row
    const { verdict, reason } = await judgeRow(ctx, known, person._id)
    return { ...row, verdict, reason }
  })
  const checked = await store.transact(async (tx) => {
    const now = await ownImport(tx, person, importId)
    const kept = await tx.get('roster-chunks', chunkId)
    if (now.state !== 'checking' || now.checkedChunks !== chunk || !kept) return now
    await tx.replace('roster-chunks', { ...kept, rows })
    const checkedChunks = chunk + 1
    return tx.replace('roster-imports', {
      ...now,
      checkedChunks,
      counts: addedUp(now.counts, countsOf(rows)),
      state: checkedChunks === now.chunks ? 'ready' : 'checking',
    })
  })
  return importView(checked)
}

checkImport.refuses = ['IMPORT_UNKNOWN'] as const

/** A chunk is written before the import that names it. */
export async function chunkOf({ store }: Pick<Context, 'store'>, id: string): Promise<RosterChunkDocument> {
  const chunk = await store.get('roster-chunks', id)
  if (!chunk) throw new Error(`${id} is not there`)
  return chunk
}

export function countsOf(rows: readonly RosterRow[]): RowCounts {
  const counts = { created: 0, matched: 0, moved: 0, refused: 0 }
  for (const { verdict } of rows) if (verdict) counts[verdict] += 1
  return counts
}

export const addedUp = (before: RowCounts, more: RowCounts): RowCounts => ({
  created: before.created + more.created,
  matched: before.matched + more.matched,
  moved: before.moved + more.moved,
  refused: before.refused + more.refused,
})
