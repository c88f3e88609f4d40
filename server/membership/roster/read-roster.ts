import {
  type IdNumberRules,
  lettersOn,
  maskIdNumber,
  parseIdNumber,
} from '../../../domain/identity/id-number'
import { maskMobile, parseMobile } from '../../../domain/identity/mobile'
import { parseName } from '../../../domain/identity/name'
import { refuse } from '../../kernel/refused'
import { type ReadCell, type ReadRow, readSheet } from '../../sheet/read-sheet'
import { ROSTER_COLUMNS, type RosterColumn } from './columns'
import type { RosterRow } from './documents'
import type { RowReason } from './row-reason'

const LIMITS = { rows: 10_000, columns: 200 }
/** The titles stand in the first row, or below a heading. */
const TITLES_WITHIN = 5
const REQUIRED: readonly RosterColumn[] = ['name', 'idNumber']
/** A position or remark longer than a screen shows is cut. */
const KEPT_LETTERS = 60

type Places = Partial<Record<RosterColumn, number>>

/** The rows of a roster's sheet below its titles, each cell by its column. */
export interface RosterSheet {
  hasUnits: boolean
  rows: TypedRow[]
}

export interface TypedRow extends Record<Exclude<RosterColumn, 'idNumber'>, string> {
  row: number
  idNumber: ReadCell | null
}

/**
 * Reads a roster. Refuses the sheets that `readSheet` refuses, and sheets without the titles, without people, or with
 * every ID number stored as a number.
 */
export async function readRoster(bytes: Uint8Array): Promise<RosterSheet> {
  const read = await readSheet(bytes, LIMITS)
  if (read.length === 0) refuse('SHEET_EMPTY', {})
  const { places, below } = titlesOf(read)
  const rows = below.map((row) => typedRow(row, places)).filter(isFilled)
  if (rows.length === 0) refuse('SHEET_EMPTY', {})
  const numbered = rows.filter(({ idNumber }) => idNumber)
  if (numbered.length > 0 && numbered.every(({ idNumber }) => idNumber?.stored === 'number'))
    refuse('SHEET_ID_AS_NUMBER', { rows: numbered.length })
  return { hasUnits: places.unitName !== undefined, rows }
}

function titlesOf(rows: readonly ReadRow[]): { places: Places; below: readonly ReadRow[] } {
  let best: Places = {}
  for (const [index, row] of rows.slice(0, TITLES_WITHIN).entries()) {
    const places = placesIn(row)
    if (REQUIRED.every((column) => places[column] !== undefined))
      return { places, below: rows.slice(index + 1) }
    if (Object.keys(places).length > Object.keys(best).length) best = places
  }
  const missing = REQUIRED.filter((column) => best[column] === undefined)
  return refuse('SHEET_COLUMNS_MISSING', { titles: missing.map((column) => ROSTER_COLUMNS[column].title) })
}

function placesIn({ cells }: ReadRow): Places {
  const places: Places = {}
  for (const [place, { text }] of cells) {
    const title = text.replace(/\s|[*＊]|[（(]必填[）)]/g, '')
    const found = (Object.keys(ROSTER_COLUMNS) as RosterColumn[]).find((column) => {
      const rule = ROSTER_COLUMNS[column]
      return rule.title === title || rule.also.includes(title)
    })
    if (found) places[found] ??= place
  }
  return places
}

function typedRow({ row, cells }: ReadRow, places: Places): TypedRow {
  const cellAt = (column: RosterColumn): ReadCell | null => {
    const place = places[column]
    return place === undefined ? null : (cells.get(place) ?? null)
  }
  const textAt = (column: RosterColumn): string => cellAt(column)?.text.trim().slice(0, KEPT_LETTERS) ?? ''
  return {
    row,
    name: textAt('name'),
    idNumber: cellAt('idNumber'),
    mobile: textAt('mobile'),
    position: textAt('position'),
    unitName: textAt('unitName'),
    remark: textAt('remark'),
  }
}

const isFilled = ({ name, idNumber, mobile, unitName }: TypedRow): boolean =>
  name !== '' || idNumber !== null || mobile !== '' || unitName !== ''

export interface RowUnit {
  id: string
  name: string
}

interface RowNeeds {
  unit: RowUnit | RowReason
  rules: Omit<IdNumberRules, 'now'> & Pick<IdNumberRules, 'now'>
  hashOf(idNumber: string): string
  mobileHashOf(mobile: string): string
}

/** The kept fields of a row, with its first fault. The ID number itself goes no further than here. */
export function rosterRow(typed: TypedRow, { unit, rules, hashOf, mobileHashOf }: RowNeeds): RosterRow {
  const name = parseName(typed.name, lettersOn(typed.idNumber?.text ?? ''))
  const number = parseIdNumber(typed.idNumber?.text ?? '', rules)
  const mobile = typed.mobile === '' ? null : parseMobile(typed.mobile)
  const isPlaced = !('code' in unit)
  const reason =
    nameReason(typed, name) ??
    numberReason(typed, number) ??
    (isPlaced ? null : unit) ??
    (mobile && !mobile.ok ? ({ code: 'MOBILE_MALFORMED' } as const) : null)
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
  }
}

function nameReason({ name }: TypedRow, parsed: ReturnType<typeof parseName>): RowReason | null {
  if (name === '') return { code: 'NAME_MISSING' }
  return parsed.ok ? null : { code: parsed.refusal.code }
}

function numberReason({ idNumber }: TypedRow, parsed: ReturnType<typeof parseIdNumber>): RowReason | null {
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
