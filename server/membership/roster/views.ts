import type { ImportState, RowCounts, RowVerdict } from './documents'

/** An import as its reviewer follows it. */
export interface ImportView {
  id: string
  fileName: string
  /** The sheet that was read; '' where it is not known any more. */
  sheetName: string
  /** Sheets of the same file that look like rosters and were not read. */
  otherSheets: readonly { sheet: number; name: string }[]
  /** Rows that nobody who looks at the sheet sees. */
  hiddenRows: number
  state: ImportState
  /** People in the sheet, how many were checked, how many were carried out. */
  rows: number
  checked: number
  done: number
  /** Of those that were checked. */
  counts: RowCounts
  /** Of those that were carried out. */
  result: RowCounts & { verified: number }
  startedAt: number
  finishedAt: number | null
}

export interface PreviewRow {
  /** As in the sheet. */
  row: number
  name: string
  idNumberMasked: string
  position: string
  unitName: string
  verdict: RowVerdict | null
  /** The obstacle, or a remark; empty where there is none. */
  why: string
}

export interface PreviewView {
  rows: PreviewRow[]
  /** Pass as `after` to go on; null on the last page. */
  next: number | null
}
