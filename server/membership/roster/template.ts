import { type SheetFile, writeSheet } from '../../sheet/write-sheet'
import { ROSTER_COLUMNS, type RosterColumn } from './columns'

/** Enough for most units; a larger one extends the format downwards. */
const READY_ROWS = 200

const OWN_UNIT: readonly RosterColumn[] = ['name', 'idNumber', 'mobile', 'position', 'remark']
const UNITS_BELOW: readonly RosterColumn[] = ['unitName', ...OWN_UNIT]

/** The sheet to fill in (NY22-14): every cell is text already, so that no ID number loses a digit while it is typed. */
export function rosterTemplate({ withUnits }: { withUnits: boolean }): Promise<SheetFile> {
  const columns = (withUnits ? UNITS_BELOW : OWN_UNIT).map((column) => ROSTER_COLUMNS[column])
  return writeSheet('人员名册模板.xlsx', { name: '人员名册', columns, rows: [], emptyRows: READY_ROWS })
}
