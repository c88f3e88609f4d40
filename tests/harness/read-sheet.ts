// A sheet of ours read back, whole.
import { openWorkbook } from '../../server/sheet/open-workbook'
import type { ReadRow } from '../../server/sheet/read-sheet'

/** The filled rows of the first sheet of cells. */
export async function readSheet(bytes: Uint8Array): Promise<ReadRow[]> {
  const workbook = await openWorkbook(bytes)
  const [first] = workbook.sheets
  const rows: ReadRow[] = []
  if (first) await workbook.read(first.sheet, { row: (row) => rows.push(row) })
  return rows
}
