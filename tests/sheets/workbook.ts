// A workbook as somebody means it, before a program writes it in its own manner.

/** A word, a number, or what the sheet reckons with what it came to; `null` is a cell that is only formatted. */
export type Meant = string | number | { formula: string; came: string | number | null } | null

export interface MeantRow {
  cells: readonly Meant[]
  isHidden?: boolean
}

export interface MeantSheet {
  name: string
  state?: 'hidden' | 'veryHidden'
  rows: readonly MeantRow[]
  merges?: readonly string[]
  /** So many rows below the last are formatted, and the size that is declared takes in all there could be. */
  blankRows?: number
  /** Drop-downs from another sheet, icons and bars, as newer programs add them. */
  hasExtras?: boolean
}

export interface MeantBook {
  sheets: readonly MeantSheet[]
  hasMacros?: boolean
}

export const row = (...cells: Meant[]): MeantRow => ({ cells })
