/** A row from 1, as it is read at the left edge; a column from 0. */
export interface CellPlace {
  row: number
  column: number
}

export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** 'C5' → row 5, column 2. A name that is none is the first cell. */
export function placeOf(name: string): CellPlace {
  const [, letters = 'A', digits = '1'] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name.toUpperCase()) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits), column }
}

/** 'B3:C4' → rows 3 to 4, columns 1 to 2, in whichever order its corners are named. */
export function rangeOf(name: string): CellRange {
  const [first = '', last = first] = name.split(':')
  const [from, to] = [placeOf(first), placeOf(last)]
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  }
}
