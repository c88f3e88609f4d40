import {
  type IdNumberRules,
  lettersOn,
  maskIdNumber,
  parseIdNumber,
} from '../../../domain/identity/id-number'
import { maskMobile, parseMobile } from '../../../domain/identity/mobile'
import { parseName } from '../../../domain/identity/name'
import { asBodyName } from '../../bodies/body-name'
import { refuse } from '../../kernel/refused'
import { foreign } from '../../sheet/archive'
import { openWorkbook } from '../../sheet/open-workbook'
import type { CellRange } from '../../sheet/places'
import type { ReadCell, ReadRow } from '../../sheet/read-sheet'
import { type RosterColumn, titled } from './columns'
import type { RosterRow } from './documents'
import { type FoundTitles, findTitles, type Places, REQUIRED, type SaidByHand } from './find-titles'
import type { RowReason } from './row-reason'
import { settleMerges } from './settle-merges'

const MOST_PEOPLE = 10_000
/** Merged cells that touch names, numbers, units: five for each of 10,000 people. */
const MOST_MERGES = 50_000
/** A position or remark longer than a screen shows is cut. */
const KEPT_LETTERS = 60

/** The rows of a roster's sheet below its titles, each cell by its column. */
export interface RosterSheet {
  sheetName: string
  /** Further visible sheets that look like rosters, and were not read. */
  others: FoundTitles['others']
  rows: TypedRow[]
}

export interface TypedRow extends Record<Exclude<RosterColumn, 'idNumber'>, string> {
  row: number
  idNumber: ReadCell | null
  isHidden: boolean
  /** The name is a formula's. */
  isNameReckoned: boolean
}

/**
 * Reads the roster of a workbook. Refuses files that `openWorkbook` refuses, and sheets without the titles, without
 * people, with too many, with merged names or numbers, or whose numbers or names are all formulas or all numbers.
 * `said` is what the person pointed at where the titles were not found.
 */
export async function readRoster(bytes: Uint8Array, said: SaidByHand | null = null): Promise<RosterSheet> {
  const workbook = await openWorkbook(bytes)
  const titles = await findTitles(workbook, said)
  const { sheet, sheetName, places, lastRow, others } = titles
  const wanted = new Set(Object.values(places))
  const filled: ReadRow[] = []
  const merges: CellRange[] = []
  let people = 0
  await workbook.read(sheet, {
    wants: (column) => wanted.has(column),
    row(row) {
      if (row.row <= lastRow || !holdsSomebody(row, places)) return
      people += 1
      if (people <= MOST_PEOPLE) filled.push(row)
      else refuse('SHEET_TOO_LONG', { sheetName, rows: people, limit: MOST_PEOPLE })
    },
    merged(range) {
      const touches = [...wanted].some((column) => range.left <= column && column <= range.right)
      if (!touches || range.bottom <= lastRow) return
      if (merges.push(range) > MOST_MERGES) throw foreign('broken')
    },
  })
  const settled = settleMerges(filled, merges, { sheetName, places, lastRow })
  const below = settled.filter((row) => !isTitlesAgain(row, places))
  refuseFormulas(below, { sheetName, places })
  const rows = below.map((row) => typedRow(row, places)).filter(isFilled)
  if (rows.length === 0) refuse('SHEET_EMPTY', { sheetName })
  const numbered = rows.filter(({ idNumber }) => idNumber)
  if (numbered.length > 0 && numbered.every(({ idNumber }) => idNumber?.stored === 'number'))
    refuse('SHEET_ID_AS_NUMBER', { sheetName, rows: numbered.length })
  return { sheetName, others, rows }
}

/** Rows with a position or a remark alone are nobody's. */
const holdsSomebody = (
  { cells }: ReadRow,
  { name = -1, idNumber = -1, mobile = -1, unitName = -1 }: Places,
) => [name, idNumber, mobile, unitName].some((place) => cells.has(place))

/** Printed page by page, a roster says its titles again at the head of each. */
const isTitlesAgain = ({ cells }: ReadRow, places: Places): boolean =>
  REQUIRED.every((column) => titled(cells.get(places[column] ?? -1)?.text ?? '')?.column === column)

/**
 * A name or number that the sheet reckons may be another tomorrow, and nobody reckons it here. Where all are, the sheet
 * is refused with the first place; where some are, each is a fault of its row.
 */
function refuseFormulas(
  rows: readonly ReadRow[],
  { sheetName, places }: { sheetName: string; places: Places },
): void {
  for (const column of REQUIRED) {
    const place = places[column] ?? -1
    const said = rows.filter(({ cells }) => cells.has(place))
    const [first] = said
    if (first && said.every(({ cells }) => cells.get(place)?.isFormula))
      refuse('SHEET_FORMULA', { sheetName, row: first.row, column: place + 1 })
  }
}

function typedRow({ row, cells, isHidden }: ReadRow, places: Places): TypedRow {
  const cellAt = (column: RosterColumn): ReadCell | null => {
    const place = places[column]
    return place === undefined ? null : (cells.get(place) ?? null)
  }
  const textAt = (column: RosterColumn): string => {
    const cell = cellAt(column)
    return cell === null || cell.stored === 'error' ? '' : cell.text.trim().slice(0, KEPT_LETTERS)
  }
  const idNumber = cellAt('idNumber')
  return {
    row,
    isHidden: isHidden === true,
    name: textAt('name'),
    isNameReckoned: cellAt('name')?.isFormula === true,
    idNumber: idNumber && { ...idNumber, text: bareNumber(idNumber.text) },
    mobile: textAt('mobile'),
    position: textAt('position'),
    unitName: textAt('unitName'),
    remark: textAt('remark'),
  }
}

/**
 * An ID number without what its keeper put around it so that the sheet leaves it alone: `'9901…`, `="9901…"`, and the
 * dashes that make it readable.
 */
const bareNumber = (written: string): string =>
  written
    .replace(/^[\s=＝'"`´‘’“”＇＂]+|[\s'"`´‘’“”＇＂]+$/g, '')
    .replace(/(?<=[\d０-９])\s*[-_‐‑‒–—―−－]+\s*(?=[\dXx０-９])/g, '')

const isFilled = ({ name, idNumber, mobile, unitName }: TypedRow): boolean =>
  name !== '' || idNumber !== null || mobile !== '' || unitName !== ''

export interface RowUnit {
  id: string
  name: string
}

interface RowNeeds {
  unit: RowUnit | RowReason
  rules: IdNumberRules
  hashOf(idNumber: string): string
  mobileHashOf(mobile: string): string
}

/** The kept fields of a row, with its first fault. The ID number itself goes no further than here. */
export function rosterRow(typed: TypedRow, { unit, rules, hashOf, mobileHashOf }: RowNeeds): RosterRow {
  const name = parseName(typed.name, lettersOn(typed.idNumber?.text ?? ''))
  const number = parseIdNumber(typed.idNumber?.text ?? '', rules)
  const mobile = typed.mobile === '' ? null : parseMobile(typed.mobile)
  const isPlaced = !('code' in unit)
  const reason = nameReason(typed, name) ?? numberReason(typed, number) ?? (isPlaced ? null : unit)
  return {
    row: typed.row,
    name: name.ok ? name.value : typed.name,
    idNumberHash: reason === null && number.ok ? hashOf(number.value) : '',
    idNumberMasked: number.ok ? maskIdNumber(number.value) : maskTyped(typed.idNumber?.text ?? ''),
    mobileMasked: mobile?.ok ? maskMobile(mobile.value) : '',
    mobileHash: mobile?.ok ? mobileHashOf(mobile.value) : '',
    position: typed.position,
    remark: typed.remark,
    unitId: isPlaced ? unit.id : '',
    unitName: isPlaced ? unit.name : typed.unitName,
    verdict: reason === null ? null : 'refused',
    reason,
    // Whatever else is odd is said beside the row, and never costs the line.
    oddities: [
      ...(mobile && !mobile.ok ? [{ code: 'MOBILE_MALFORMED' } as const] : []),
      ...(isPlaced && typed.unitName !== '' && asBodyName(typed.unitName) !== unit.name
        ? [{ code: 'UNIT_TAKEN_AS_OWN', given: typed.unitName } as const]
        : []),
      ...(typed.isHidden ? [{ code: 'HIDDEN_ROW' } as const] : []),
    ],
  }
}

function nameReason(
  { name, isNameReckoned }: TypedRow,
  parsed: ReturnType<typeof parseName>,
): RowReason | null {
  if (isNameReckoned) return { code: 'FORMULA' }
  if (name === '') return { code: 'NAME_MISSING' }
  return parsed.ok ? null : { code: parsed.refusal.code }
}

function numberReason({ idNumber }: TypedRow, parsed: ReturnType<typeof parseIdNumber>): RowReason | null {
  if (idNumber?.isFormula) return { code: 'FORMULA' }
  if (idNumber === null || idNumber.text.trim() === '') return { code: 'ID_NUMBER_MISSING' }
  if (idNumber.stored !== 'text') return { code: 'ID_STORED_AS_NUMBER' }
  if (parsed.ok) return null
  const { code, details } = parsed.refusal
  return code === 'ID_NUMBER_UNDER_AGE' ? { code, ...details } : { code }
}

/** The typed text may be most of an ID number: its ends suffice to find the row. */
function maskTyped(typed: string): string {
  const text = typed.replace(/\s/g, '').slice(0, 20)
  return text.length <= 8 ? '*'.repeat(text.length) : `${text.slice(0, 4)}**********${text.slice(-2)}`
}
