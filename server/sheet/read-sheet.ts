import { refuse } from '../kernel/refused'
import { openXlsx, type PartReader, tooLarge, type Workbook } from './open-xlsx'

export interface ReadCell {
  text: string
  /** How the sheet stores it. A number keeps 15 digits. */
  stored: 'text' | 'number' | 'other'
}

export interface ReadRow {
  /** As the person sees it at the left edge, from 1. */
  row: number
  /** By column from 0; empty ones are left out. */
  cells: ReadonlyMap<number, ReadCell>
}

export interface SheetLimits {
  rows: number
  columns: number
}

/**
 * The non-empty rows of a workbook's first sheet, in order. Refused by name: files that `openXlsx` refuses, merged
 * cells, formulas, more rows or columns than the limits, whether filled, formatted or only declared. Rows and cells
 * must come in order, each once: a sheet that puts a million of them in one place is stopped at the second.
 */
export async function readSheet(bytes: Uint8Array, limits: SheetLimits): Promise<ReadRow[]> {
  const workbook = await openXlsx(bytes)
  const part = await firstSheetOf(workbook)
  const strings = workbook.has('xl/sharedStrings.xml') ? await sharedStringsOf(workbook, limits) : []
  const rows: ReadRow[] = []
  await workbook.read(part, sheetReader(limits, { strings, take: (row) => rows.push(row) }))
  return rows
}

async function firstSheetOf(workbook: Workbook): Promise<string> {
  let id = ''
  await workbook.read('xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'sheet' && id === '') id = attributes['r:id'] ?? prefixedId(attributes)
    },
  })
  let target = ''
  await workbook.read('xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target = '' }) => {
      if (name === 'Relationship' && Id === id) target = Target
    },
  })
  if (target === '') refuse('SHEET_NOT_XLSX', {})
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** The relationship's id under any prefix that the writer chose for its name space. */
const prefixedId = (attributes: Record<string, string>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

/** At most as many shared strings as the sheet may have cells: further ones are used nowhere. */
async function sharedStringsOf(workbook: Workbook, { rows, columns }: SheetLimits): Promise<string[]> {
  const strings: string[] = []
  const most = (rows + 1) * columns
  const words = wordReader()
  await workbook.read('xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') words.begin()
      words.open(name)
    },
    close(name) {
      words.close(name)
      if (name === 'si' && strings.push(words.said()) > most) throw tooLarge()
    },
    text: words.text,
  })
  return strings
}

/** Words of a string, in one piece or several; how they are pronounced (`rPh`) is no part of them. */
function wordReader() {
  let said = ''
  let isText = false
  let isPronunciation = false
  return {
    begin: () => {
      said = ''
    },
    open(name: string) {
      if (name === 'rPh') isPronunciation = true
      else if (name === 't') isText = !isPronunciation
    },
    close(name: string) {
      if (name === 'rPh') isPronunciation = false
      else if (name === 't') isText = false
    },
    text(text: string) {
      if (isText) said += text
    },
    said: () => said,
  }
}

interface Taking {
  strings: readonly string[]
  take(row: ReadRow): void
}

function sheetReader({ rows, columns }: SheetLimits, { strings, take }: Taking): PartReader {
  const words = wordReader()
  let row = 0
  let column = -1
  let type = ''
  let value = ''
  let isValue = false
  let cells = new Map<number, ReadCell>()
  const within = (place: { row: number; column: number }): void => {
    if (place.row > rows + 1) refuse('SHEET_TOO_LONG', { rows: place.row, limit: rows })
    if (place.column >= columns) refuse('SHEET_TOO_WIDE', { columns: place.column + 1, limit: columns })
  }
  return {
    open(name, attributes) {
      if (name === 'dimension') within(lastPlaceOf(attributes.ref ?? ''))
      else if (name === 'row') {
        row = after(row, attributes.r === undefined ? row + 1 : Number(attributes.r))
        column = -1
        cells = new Map()
        within({ row, column: 0 })
      } else if (name === 'c') {
        column = after(column, attributes.r === undefined ? column + 1 : placeOf(attributes.r).column)
        within({ row, column })
        type = attributes.t ?? 'n'
        value = ''
        words.begin()
      } else if (name === 'f') refuse('SHEET_FORMULA', { row, column: column + 1 })
      else if (name === 'mergeCell') refuse('SHEET_MERGED', mergedAt(attributes.ref ?? ''))
      isValue = name === 'v'
      words.open(name)
    },
    close(name) {
      words.close(name)
      if (name === 'v') isValue = false
      if (name === 'c') {
        const cell = cellOf(type, type === 'inlineStr' ? words.said() : value, strings)
        if (cell.text !== '') cells.set(column, cell)
      }
      if (name === 'row' && cells.size > 0) take({ row, cells })
    },
    text(text) {
      if (isValue) value += text
      words.text(text)
    },
  }
}

/** The next place, which lies beyond the last. */
function after(last: number, next: number): number {
  if (!Number.isInteger(next) || next <= last) refuse('SHEET_NOT_XLSX', {})
  return next
}

function cellOf(type: string, value: string, strings: readonly string[]): ReadCell {
  if (type === 's') return { text: strings[Number(value)] ?? '', stored: 'text' }
  if (type === 'inlineStr' || type === 'str') return { text: value, stored: 'text' }
  return { text: value, stored: type === 'n' ? 'number' : 'other' }
}

/** 'C5' → row 5, column 2. A name that is none is the first cell. */
function placeOf(name: string): { row: number; column: number } {
  const [, letters = 'A', digits = '1'] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits), column }
}

const lastPlaceOf = (range: string) => placeOf(range.split(':').at(-1) ?? '')

function mergedAt(range: string): { row: number; column: number } {
  const { row, column } = placeOf(range.split(':')[0] ?? '')
  return { row, column: column + 1 }
}
