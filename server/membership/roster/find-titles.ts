import type { SheetToChoose } from '../../../domain/kernel/refusal'
import { refuse } from '../../kernel/refused'
import type { SheetFacts, Workbook } from '../../sheet/open-workbook'
import type { ReadRow } from '../../sheet/read-sheet'
import { ENOUGH } from '../../sheet/read-xml'
import { ROSTER_COLUMNS, type RosterColumn, type Titled, titled } from './columns'

/** Among so many filled rows from the top the titles are looked for. */
const TITLES_WITHIN = 50
/** More sheets than these are not looked at: the first ones are the roster in every workbook that we met. */
const MOST_SHEETS = 20
const WIDEST = 200
/** Of a sheet whose titles nobody knows, so many columns are offered, each by so many letters. */
const OFFERED_COLUMNS = 30
const OFFERED_LETTERS = 20

export const REQUIRED: readonly RosterColumn[] = ['name', 'idNumber']

export type Places = Partial<Record<RosterColumn, number>>

/** What the person pointed at on the phone: a sheet, and its columns where the titles were not found. */
export interface SaidByHand {
  sheet: number
  /** The row of the titles, from 1; the columns from 0. */
  titles?: { row: number; name: number; idNumber: number } | undefined
}

/** The upper rows of a sheet: enough to find the titles, and to see whether anybody stands below them. */
interface Head extends SheetFacts {
  rows: readonly ReadRow[]
  hidden: ReadonlySet<number>
  widest: number
}

export interface FoundTitles {
  sheet: number
  sheetName: string
  places: Places
  /** People stand below this row. */
  lastRow: number
  /** Further visible sheets that are rosters as well, and are not read. */
  others: readonly { sheet: number; name: string }[]
}

/**
 * The first visible sheet that has the titles and somebody below them; else the first that has the titles. Refuses a
 * workbook without one, and names the sheet that was looked at.
 */
export async function findTitles(workbook: Workbook, said: SaidByHand | null): Promise<FoundTitles> {
  const seen = workbook.sheets.filter(({ isVisible }) => isVisible).slice(0, MOST_SHEETS)
  const heads: Head[] = []
  for (const facts of seen) heads.push(await headOf(workbook, facts))
  const pointed = said && heads.find(({ sheet }) => sheet === said.sheet)
  if (said && !pointed) return refuseUntitled(heads)
  const rosters = heads.flatMap((head) => {
    const titles = titlesOf(head)
    return titles ? [{ head, ...titles }] : []
  })
  const filled = rosters.filter(({ head, lastRow }) => head.rows.some(({ row }) => row > lastRow))
  const besides = (read: Head) =>
    filled.filter(({ head }) => head !== read).map(({ head: { sheet, name } }) => ({ sheet, name }))
  if (pointed && said?.titles) return { ...saidTitles(pointed, said.titles), others: besides(pointed) }
  const found = pointed ? rosters.find(({ head }) => head === pointed) : (filled[0] ?? rosters[0])
  if (!found) return refuseUntitled(pointed ? [pointed] : heads)
  refuseTooWide(found.head)
  return {
    sheet: found.head.sheet,
    sheetName: found.head.name,
    places: found.places,
    lastRow: found.lastRow,
    others: besides(found.head),
  }
}

async function headOf(workbook: Workbook, facts: SheetFacts): Promise<Head> {
  const rows: ReadRow[] = []
  const hidden = new Set<number>()
  let widest = 0
  await workbook.read(facts.sheet, {
    wants: (column) => column <= WIDEST,
    row(row) {
      rows.push(row)
      for (const column of row.cells.keys()) widest = Math.max(widest, column + 1)
      if (rows.length > TITLES_WITHIN) throw ENOUGH
    },
    hiddenColumns(first, last) {
      for (let column = Math.max(0, first); column <= Math.min(last, WIDEST); column += 1) hidden.add(column)
    },
  })
  return { ...facts, rows, hidden, widest }
}

/** The titles where they stand in one row, with those that its neighbours add: `联系方式` above `手机号`. */
function titlesOf({ rows, hidden }: Head): { places: Places; lastRow: number } | null {
  const index = rows.findIndex((row) => hasRequired(placesIn([row], hidden)))
  const row = rows[index]
  if (!row) return null
  const [above, below] = [neighbourOf(rows[index - 1], row, -1), neighbourOf(rows[index + 1], row, 1)]
  const continues = below !== null && isOfTitles(below, placesIn([row], hidden))
  return {
    places: placesIn(
      [...(above ? [onlyBeside(above, row)] : []), row, ...(continues ? [below] : [])],
      hidden,
    ),
    lastRow: continues ? below.row : row.row,
  }
}

const hasRequired = (places: Places): boolean => REQUIRED.every((column) => places[column] !== undefined)

const neighbourOf = (row: ReadRow | undefined, titles: ReadRow, distance: number): ReadRow | null =>
  row?.row === titles.row + distance ? row : null

/** What a row above says counts only over cells that the titles' own row leaves empty. */
const onlyBeside = (above: ReadRow, { cells }: ReadRow): ReadRow => ({
  ...above,
  cells: new Map([...above.cells].filter(([column]) => !cells.has(column))),
})

/** A second row of titles: nobody's name and number, and some title in it. */
const isOfTitles = ({ cells }: ReadRow, places: Places): boolean =>
  REQUIRED.every((column) => !cells.has(places[column] ?? -1)) &&
  [...cells.values()].some(({ text }) => titled(text) !== null)

/** Of two columns for the same thing the plainer one is meant, then the one that people see, then the first. */
function placesIn(rows: readonly ReadRow[], hidden: ReadonlySet<number>): Places {
  const best = new Map<RosterColumn, { place: number; weight: number }>()
  for (const { cells } of rows)
    for (const [place, { text }] of cells) {
      const found = titled(text)
      if (!found) continue
      const weight = weightOf(found, hidden.has(place))
      const before = best.get(found.column)
      if (!before || weight < before.weight) best.set(found.column, { place, weight })
    }
  return Object.fromEntries([...best].map(([column, { place }]) => [column, place]))
}

const HIDDEN_WEIGHS = 1_000
const weightOf = ({ rank }: Titled, isHidden: boolean): number => rank + (isHidden ? HIDDEN_WEIGHS : 0)

/** The columns of name and number as the person pointed at them; the optional ones by their titles in that row. */
function saidTitles(head: Head, said: NonNullable<SaidByHand['titles']>): Omit<FoundTitles, 'others'> {
  const titles = head.rows.find(({ row }) => row === said.row)
  if (!titles) return refuseUntitled([head])
  const required = { name: said.name, idNumber: said.idNumber }
  const optional = Object.entries(placesIn([titles], head.hidden)).filter(
    ([, place]) => place !== said.name && place !== said.idNumber,
  )
  // Where a roster has no titles, the row that was pointed at is its first person.
  const isPerson = /\d{14}/.test(titles.cells.get(said.idNumber)?.text ?? '')
  return {
    sheet: head.sheet,
    sheetName: head.name,
    places: { ...Object.fromEntries(optional), ...required },
    lastRow: isPerson ? said.row - 1 : said.row,
  }
}

function refuseUntitled(heads: readonly Head[]): never {
  const [first] = heads
  const looked = heads.find(({ rows }) => rows.length > 0)
  if (!looked) refuse('SHEET_EMPTY', { sheetName: first?.name ?? '' })
  const known = heads.map((head) => ({ head, places: mostTitles(head) }))
  const best = known.reduce((a, b) =>
    Object.keys(b.places).length > Object.keys(a.places).length || a.head.rows.length === 0 ? b : a,
  )
  refuseTooWide(best.head)
  const missing = REQUIRED.filter((column) => best.places[column] === undefined)
  refuse('SHEET_COLUMNS_MISSING', {
    sheetName: best.head.name,
    titles: (missing.length === 0 ? REQUIRED : missing).map((column) => ROSTER_COLUMNS[column].title),
    sheets: heads.filter(({ rows }) => rows.length > 0).map(offered),
  })
}

/** The places of the row that has the most titles. */
function mostTitles({ rows, hidden }: Head): Places {
  return rows
    .map((row) => placesIn([row], hidden))
    .reduce<Places>(
      (best, places) => (Object.keys(places).length > Object.keys(best).length ? places : best),
      {},
    )
}

function refuseTooWide({ name, widest }: Head): void {
  if (widest > WIDEST) refuse('SHEET_TOO_WIDE', { sheetName: name, columns: widest, limit: WIDEST })
}

/** The row with the most titles, or the first with the most words, as a person chooses among its columns. */
function offered({ sheet, name, rows, hidden }: Head): SheetToChoose {
  const weight = (row: ReadRow): number =>
    Object.keys(placesIn([row], hidden)).length * WIDEST + Math.min(row.cells.size, WIDEST - 1)
  const titles = rows.reduce((best, row) => (weight(row) > weight(best) ? row : best))
  const columns = [...titles.cells].filter(([column]) => !hidden.has(column)).slice(0, OFFERED_COLUMNS)
  return {
    sheet,
    name,
    row: titles.row,
    columns: columns.map(([column, { text }]) => ({ column, title: shown(text) })),
  }
}

/** A row without titles may be a person: a number is shown by its ends. */
const shown = (text: string): string =>
  text
    .trim()
    .replace(/\d{6,}[\dXx]?/g, (digits) => `${digits.slice(0, 2)}…${digits.slice(-2)}`)
    .slice(0, OFFERED_LETTERS)
