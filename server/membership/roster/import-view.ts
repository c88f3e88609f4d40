import type { Context } from '../../kernel/context'
import { refuse } from '../../kernel/refused'
import type { Reads } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { RosterImportDocument } from './documents'
import type { ImportView } from './views'

/** Rows of one step. A step is one call: far below a function's time, and little to do again after a crash. */
export const CHUNK_ROWS = 250

export const chunkIdOf = (importId: string, chunk: number): string => `${importId}:${chunk}`

export const importView = (brought: RosterImportDocument): ImportView => ({
  id: brought._id,
  fileName: brought.fileName,
  sheetName: brought.sheetName,
  otherSheets: brought.otherSheets,
  hiddenRows: brought.hiddenRows,
  state: brought.state,
  rows: brought.rows,
  checked: Math.min(brought.rows, brought.checkedChunks * CHUNK_ROWS),
  done: Math.min(brought.rows, brought.doneChunks * CHUNK_ROWS),
  counts: brought.counts,
  result: brought.result,
  startedAt: brought.startedAt,
  finishedAt: brought.finishedAt,
})

/** An import belongs to the person who began it; for any other caller it does not exist. */
export async function ownImport(
  reads: Reads,
  person: Pick<PersonDocument, '_id'>,
  importId: string,
): Promise<RosterImportDocument> {
  const brought = await reads.get('roster-imports', importId)
  if (brought?.personId !== person._id) refuse('IMPORT_UNKNOWN', {})
  return brought
}

ownImport.refuses = ['IMPORT_UNKNOWN'] as const

/** The caller's last import, to go on with after coming back. */
export async function lastImport(
  { store }: Pick<Context, 'store'>,
  personId: string,
): Promise<ImportView | null> {
  const { items } = await store.query('roster-imports', 'byPerson', { equals: { personId }, limit: 1 })
  return items[0] ? importView(items[0]) : null
}
