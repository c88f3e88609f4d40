// Sheets read back, whole, or what is said of them in place of that.
import { Refused } from '../../server/kernel/refused'
import { openWorkbook } from '../../server/sheet/open-workbook'
import type { ReadCell, ReadRow } from '../../server/sheet/read-sheet'

/** The filled rows of the first sheet of cells. */
export async function readSheet(bytes: Uint8Array): Promise<ReadRow[]> {
  const workbook = await openWorkbook(bytes)
  const [first] = workbook.sheets
  const rows: ReadRow[] = []
  if (first) await workbook.read(first.sheet, { row: (row) => rows.push(row) })
  return rows
}

/** Each row with its cells by their columns, as they are compared. */
export const cellsOf = async (
  bytes: Uint8Array,
): Promise<{ row: number; cells: [column: number, cell: ReadCell][] }[]> =>
  (await readSheet(bytes)).map(({ row, cells }) => ({ row, cells: [...cells] }))

/** The code of a refusal with its details; `read` where the reading was not refused. */
export async function refusalIn(reading: Promise<unknown>): Promise<unknown> {
  try {
    await reading
    return 'read'
  } catch (error) {
    if (error instanceof Refused) return { code: error.refusal.code, ...error.refusal.details }
    throw error
  }
}
