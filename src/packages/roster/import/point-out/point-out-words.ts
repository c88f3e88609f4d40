import type { Refusal, Refusals, SheetToChoose } from '@domain/kernel/refusal'

/** What a person points at in a workbook: a sheet, and its columns where nobody knows the titles. */
export interface Pointed {
  sheet: number
  titles?: { row: number; name: number; idNumber: number }
}

type Question = Refusals['SHEET_COLUMNS_MISSING']

/** What the server would have to know; null where the refusal is another, or nothing can be pointed at. */
export function questionOf(refusal: Refusal | null): Question | null {
  if (refusal?.code !== 'SHEET_COLUMNS_MISSING') return null
  const { sheetName, titles, sheets = [] } = refusal.details as Partial<Question>
  const choosable = sheets.filter(({ columns }) => columns.length > 1)
  return choosable.length === 0
    ? null
    : { sheetName: sheetName ?? '', titles: titles ?? [], sheets: choosable }
}

/** The sheet that was looked at, else the first that can be chosen. */
export const firstSheet = ({ sheetName, sheets }: Question): string =>
  String((sheets.find(({ name }) => name === sheetName) ?? sheets[0])?.sheet ?? '')

export const sheetOptions = (sheets: readonly SheetToChoose[]) =>
  sheets.map(({ sheet, name }) => ({
    value: String(sheet),
    label: name === '' ? `第 ${sheet + 1} 张` : name,
  }))

export const columnOptions = ({ columns }: SheetToChoose) =>
  columns.map(({ column, title }) => ({
    value: String(column),
    label: title === '' ? `第 ${column + 1} 列` : title,
  }))

export const columnLabel = (sheet: SheetToChoose, column: string): string =>
  columnOptions(sheet).find(({ value }) => value === column)?.label ?? ''
