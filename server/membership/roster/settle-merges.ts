import { refuse } from '../../kernel/refused'
import type { CellRange } from '../../sheet/places'
import type { ReadCell, ReadRow } from '../../sheet/read-sheet'
import type { RosterColumn } from './columns'
import type { Places } from './find-titles'

/** What one merged cell says of all of its rows: a unit, a position, a remark. Never who somebody is, nor a mobile number. */
const SHARED: readonly RosterColumn[] = ['unitName', 'position', 'remark']

interface Merging {
  sheetName: string
  places: Places
  /** The last row of the titles. */
  lastRow: number
}

/**
 * What merged cells do to the rows below the titles. A heading, the titles themselves and cells that nobody reads mix up
 * nobody. A line across name and number is a note under the table, and is nobody's row. A unit merged downwards stands
 * for each of its rows. A name or a number that two rows share, or that lies hidden underneath, is refused with its
 * place.
 */
export function settleMerges(
  rows: readonly ReadRow[],
  merges: readonly CellRange[],
  { sheetName, places, lastRow }: Merging,
): ReadRow[] {
  const settled = new Map(rows.filter(({ row }) => row > lastRow).map((row) => [row.row, row]))
  const order = [...settled.keys()]
  let covered = 0
  for (const merge of merges) {
    const below = rowsWithin(order, Math.max(merge.top, lastRow + 1), merge.bottom)
    covered += below.length
    // Merged cells never overlap: more than there are cells are made to keep us busy.
    if (covered > order.length * WIDEST_ROSTER) refuse('SHEET_NOT_XLSX', { given: 'broken' })
    if (below.length === 0) continue
    const first = settled.get(merge.top)?.cells.get(merge.left)
    const isWho = covers(merge, places.name) || covers(merge, places.idNumber)
    const isNote = isAcross(merge, places) && merge.top > lastRow && !isNumbered(first)
    const met = below.flatMap((row) => settled.get(row) ?? [])
    if (
      isWho &&
      (hidesSomething(met, merge, first) || (merge.bottom > merge.top && merge.top > lastRow && !isNote))
    )
      refuse('SHEET_MERGED', { sheetName, row: merge.top, column: merge.left + 1 })
    if (isNote) for (const row of below) settled.delete(row)
    else if (merge.bottom > merge.top && SHARED.some((column) => places[column] === merge.left))
      fillDown(settled, below, { column: merge.left, cell: first })
  }
  return [...settled.values()]
}

const WIDEST_ROSTER = 6

const covers = ({ left, right }: CellRange, place = -1): boolean => left <= place && place <= right

const isAcross = (merge: CellRange, { name, idNumber }: Places): boolean =>
  covers(merge, name) && covers(merge, idNumber)

/** Something other in a further cell of the merge than in its first: nobody who looks at the sheet sees it. */
const hidesSomething = (
  rows: readonly ReadRow[],
  { top, left, right }: CellRange,
  first: ReadCell | undefined,
): boolean =>
  rows.some(({ row, cells }) =>
    [...cells].some(
      ([column, { text }]) =>
        column >= left && column <= right && !(row === top && column === left) && text !== first?.text,
    ),
  )

/** The row numbers within two bounds, of numbers in order: a merge may reach to the end of the sheet. */
function rowsWithin(order: readonly number[], from: number, to: number): number[] {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((order[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  const within: number[] = []
  for (let at = low; at < order.length && (order[at] ?? 0) <= to; at += 1) within.push(order[at] ?? 0)
  return within
}

const isNumbered = (cell: ReadCell | undefined): boolean => /\d{15}/.test(cell?.text ?? '')

function fillDown(
  settled: Map<number, ReadRow>,
  below: readonly number[],
  { column, cell }: { column: number; cell: ReadCell | undefined },
): void {
  if (!cell) return
  for (const place of below) {
    const row = settled.get(place)
    if (row) settled.set(place, { ...row, cells: new Map(row.cells).set(column, cell) })
  }
}
