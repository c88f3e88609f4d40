import * as z from 'zod'
import type { Context } from '../../kernel/context'
import { identifier } from '../../kernel/inputs'
import type { PersonDocument } from '../../people/documents'
import { type SheetFile, writeSheet } from '../../sheet/write-sheet'
import { chunkOf } from './check-import'
import type { RosterImportDocument, RosterRow } from './documents'
import { CHUNK_ROWS, chunkIdOf, ownImport } from './import-view'
import { reasonText } from './row-reason'
import type { PreviewRow, PreviewView } from './views'

const PAGE = 30
/** A filter that fits little goes on at the next page, so that no call reads a whole sheet. */
const CHUNKS_A_PAGE = 8

export const previewAsked = z.object({
  importId: identifier,
  verdict: z.enum(['created', 'matched', 'moved', 'refused']).optional(),
  /** How many rows of the sheet were looked at before. */
  after: z.int().min(0).max(10_000).optional(),
})

/** The effect of an import row by row, planned or done. */
export async function previewImport(
  ctx: Context,
  person: PersonDocument,
  { importId, verdict, after = 0 }: z.infer<typeof previewAsked>,
): Promise<PreviewView> {
  const brought = await ownImport(ctx.store, person, importId)
  const rows: PreviewRow[] = []
  let place = after
  for (let looked = 0; looked < CHUNKS_A_PAGE && place < brought.rows; looked += 1) {
    const chunk = await chunkOf(ctx, chunkIdOf(importId, Math.floor(place / CHUNK_ROWS)))
    for (const row of chunk.rows.slice(place % CHUNK_ROWS)) {
      place += 1
      if (verdict === undefined || row.verdict === verdict) rows.push(previewRow(row))
      if (rows.length === PAGE) return { rows, next: place < brought.rows ? place : null }
    }
  }
  return { rows, next: place < brought.rows ? place : null }
}

previewImport.refuses = ['IMPORT_UNKNOWN'] as const

const previewRow = ({
  row,
  name,
  idNumberMasked,
  position,
  unitName,
  verdict,
  reason,
  oddities,
}: RosterRow): PreviewRow => ({
  row,
  name,
  idNumberMasked,
  position,
  unitName,
  verdict,
  why: [...(reason ? [reason] : []), ...oddities].map(reasonText).join('。'),
})

const ERROR_COLUMNS = [
  { title: '原表行号', width: 10 },
  { title: '姓名', width: 14 },
  { title: '身份证号（部分隐去）', width: 24 },
  { title: '单位名称', width: 28 },
  { title: '不能导入的原因和改法', width: 60 },
]

/** The refused rows as a sheet, to be corrected beside the original: each row by its number there. */
export async function errorSheet(ctx: Context, person: PersonDocument, importId: string): Promise<SheetFile> {
  const brought = await ownImport(ctx.store, person, importId)
  const rows = await refusedRows(ctx, brought)
  return writeSheet('不能导入的人员.xlsx', {
    name: '不能导入的人员',
    columns: ERROR_COLUMNS,
    rows: rows.map(({ row, name, idNumberMasked, unitName, reason }) => [
      row,
      name,
      idNumberMasked,
      unitName,
      reason ? reasonText(reason) : '',
    ]),
  })
}

errorSheet.refuses = ['IMPORT_UNKNOWN'] as const

async function refusedRows(ctx: Context, { _id, chunks }: RosterImportDocument): Promise<RosterRow[]> {
  const rows: RosterRow[] = []
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const { rows: read } = await chunkOf(ctx, chunkIdOf(_id, chunk))
    rows.push(...read.filter(({ verdict }) => verdict === 'refused'))
  }
  return rows
}
