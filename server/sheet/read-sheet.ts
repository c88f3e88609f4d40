import { refuse } from '../kernel/refused'
import { type CellRange, placeOf, rangeOf } from './places'
import type { XmlReader } from './read-xml'
import { plainWords, wordReader } from './words'

export interface ReadCell {
  text: string
  /** How the sheet stores it. A number keeps 15 digits; an error is what a formula came to. */
  stored: 'text' | 'number' | 'error' | 'other'
  /** Reckoned by the sheet: the text is what it last came to, '' where nobody has reckoned it yet. */
  isFormula?: true
}

export interface ReadRow {
  /** As the person sees it at the left edge, from 1. */
  row: number
  /** By column from 0; empty ones are left out. */
  cells: ReadonlyMap<number, ReadCell>
  /** By a filter or by hand: nobody who looks at the sheet sees it. */
  isHidden?: true
}

/** What is wanted of a sheet, and who takes it. A `row` that throws `ENOUGH` ends the reading. */
export interface Taking {
  /** All columns, where it is not said. What stands in others is not read, and formulas there are nobody's. */
  wants?(column: number): boolean
  /** A row with something in it, in order. */
  row(row: ReadRow): void
  /** Cells that are shown as one; they come after the rows. */
  merged?(range: CellRange): void
  /** Columns that nobody who looks at the sheet sees, from 0; they come before the rows. */
  hiddenColumns?(first: number, last: number): void
}

/**
 * Reads the cells of a sheet's part. What stands elsewhere (rules, drop-downs, drawings) has elements of the same names
 * and is none of it. A declared size counts for nothing, formats without a word for nothing. Rows and cells must come
 * in order, each once: a sheet that puts a million of them in one place is stopped at the second.
 */
export function readSheetPart(words: readonly string[], taking: Taking): XmlReader {
  const reading = rowReader(words, taking)
  return {
    open(name, attributes, parents) {
      const parent = parents.at(-1)
      if (name === 'mergeCell' && parent === 'mergeCells') taking.merged?.(rangeOf(attributes.ref ?? ''))
      else if (name === 'col' && parent === 'cols' && isTrue(attributes.hidden))
        taking.hiddenColumns?.(Number(attributes.min) - 1, Number(attributes.max) - 1)
      else if (name === 'sheetFormatPr') reading.hideAll(isTrue(attributes.zeroHeight))
      else if (parents.includes('sheetData')) reading.open(name, attributes, parents)
    },
    close: reading.close,
    text: reading.text,
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

function rowReader(words: readonly string[], { wants = () => true, row: take }: Taking) {
  const inside = wordReader()
  let row = 0
  let column = -1
  let isHidden = false
  let allHidden = false
  let cell: Written | null = null
  let part: 'value' | 'formula' | null = null
  let cells = new Map<number, ReadCell>()
  const opens: Record<string, (attributes: Readonly<Record<string, string>>) => void> = {
    row({ r, hidden }) {
      row = after(row, r === undefined ? row + 1 : Number(r))
      column = -1
      cells = new Map()
      isHidden = hidden === undefined ? allHidden : isTrue(hidden)
    },
    c({ r, t = 'n' }) {
      column = after(column, r === undefined ? column + 1 : placeOf(r).column)
      cell = wants(column) ? { type: t, value: '', formula: null } : null
      inside.begin()
    },
    v: () => {
      part = 'value'
    },
    f: () => {
      part = 'formula'
      if (cell) cell.formula = ''
    },
  }
  const within: Record<string, string> = { row: 'sheetData', c: 'row', v: 'c', f: 'c' }
  return {
    hideAll: (hides: boolean) => {
      allHidden = hides
    },
    open(name: string, attributes: Readonly<Record<string, string>>, parents: readonly string[]) {
      part = null
      if (within[name] === parents.at(-1)) opens[name]?.(attributes)
      inside.open(name, parents)
    },
    close(name: string, parents: readonly string[]) {
      part = null
      inside.close()
      if (name === 'c' && parents.at(-1) === 'row' && cell) {
        const read = cellOf(cell, inside.said(), words)
        if (read) cells.set(column, read)
        cell = null
      }
      if (name === 'row' && parents.at(-1) === 'sheetData' && cells.size > 0)
        take({ row, cells, ...(isHidden ? { isHidden: true as const } : {}) })
    },
    text(text: string) {
      if (cell && part === 'value') cell.value += text
      if (cell && part === 'formula') cell.formula = `${cell.formula ?? ''}${text}`
      inside.text(text)
    },
  }
}

/** The next place, which lies beyond the last. */
function after(last: number, next: number): number {
  if (!Number.isInteger(next) || next <= last) refuse('SHEET_NOT_XLSX', { given: 'broken' })
  return next
}

interface Written {
  type: string
  value: string
  formula: string | null
}

/** What a cell says; null where it says nothing, whatever its format. */
function cellOf(written: Written, inside: string, words: readonly string[]): ReadCell | null {
  const cell = contentOf(written, inside, words)
  const { formula, value } = written
  if (formula === null) return cell.text.trim() === '' ? null : cell
  // ="990101…" is a text in a formula's dress: it comes to the same for ever.
  const constant = /^\s*"((?:[^"]|"")*)"\s*$/.exec(formula)?.[1]
  if (constant !== undefined) return { text: constant.replaceAll('""', '"'), stored: 'text' }
  // A formula that came to nothing leaves the cell empty for everybody who looks at it.
  return cell.text.trim() === '' && (value !== '' || written.type === 'str')
    ? null
    : { ...cell, isFormula: true }
}

function contentOf({ type, value }: Written, inside: string, words: readonly string[]): ReadCell {
  if (type === 's') return { text: words[Number(value)] ?? '', stored: 'text' }
  if (type === 'inlineStr' || type === 'str')
    return { text: inside === '' ? plainWords(value) : inside, stored: 'text' }
  if (type === 'n') return { text: wholeNumber(value), stored: 'number' }
  return { text: value, stored: type === 'e' ? 'error' : 'other' }
}

/**
 * A whole number by its digits, however its writer put it: '1.3800001234E10' and '13800001234.0' → '13800001234'. Any
 * other stays as it is written.
 */
function wholeNumber(written: string): string {
  if (!/^\s*[+-]?\d+(\.\d*)?(e[+-]?\d{1,3})?\s*$/i.test(written)) return written
  const value = Number(written)
  return Number.isInteger(value) && Math.abs(value) < 1e21 && !/^\s*\d{16,}\s*$/.test(written)
    ? BigInt(value).toString()
    : written
}
