import type { Row } from 'write-excel-file/node'

export interface SheetColumn {
  title: string
  /** In characters of the sheet's own font. */
  width: number
}

export type SheetCell = string | number

export interface SheetToWrite {
  /** The tab's name. */
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly SheetCell[])[]
  /** Rows below the last that are formatted as text, for a template to be filled in. */
  emptyRows?: number
}

/** A sheet on its way to a phone: small enough for one answer, so that it never lies anywhere. */
export interface SheetFile {
  fileName: string
  base64: string
}

const TEXT = { type: String, format: '@', alignVertical: 'top', wrap: true } as const
const HEADING = { ...TEXT, fontWeight: 'bold', backgroundColor: '#E6EFF3' } as const

/**
 * An .xlsx whose words are text cells (`@`), never numbers: an ID number as a number has lost its last digits, and a word
 * that begins with `=` is no formula. The library is loaded when the first sheet is written.
 */
export async function writeSheet(
  fileName: string,
  { name, columns, rows, emptyRows = 0 }: SheetToWrite,
): Promise<SheetFile> {
  const { default: writeXlsx } = await import('write-excel-file/node')
  const blank = (): Row => columns.map(() => ({ ...TEXT, value: '' }))
  const data: Row[] = [
    columns.map(({ title }) => ({ ...HEADING, value: title })),
    ...rows.map((row) => row.map((value) => (typeof value === 'number' ? value : { ...TEXT, value }))),
    ...Array.from({ length: emptyRows }, blank),
  ]
  const options = { sheet: name, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }
  const bytes = await writeXlsx(data, options, { fontFamily: 'Microsoft YaHei', fontSize: 11 }).toBuffer()
  return { fileName, base64: bytes.toString('base64') }
}
