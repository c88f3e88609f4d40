// Spreadsheets written by hand, letter by letter, so that a test can make sheets that no library would write.
import { strToU8 } from 'fflate'
import { type Parts, zipOf } from './zip'

/** A text cell, a number as a number, or a formula. */
export type TestCell = string | number | { formula: string } | null

export interface TestSheet {
  rows: readonly (readonly TestCell[])[]
  /** Stands before the rows: `<dimension ref="A1:E1048576"/>`. */
  before?: string
  /** Stands after them: `<mergeCells>…`. */
  after?: string
  /** Further parts of the archive, or others in place of the usual ones. */
  parts?: Parts
  shared?: boolean
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${columnName(Math.floor(column / 26) - 1)}${columnName(column % 26)}`

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (letter) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt' }[letter]};`)

function cellXml(cell: TestCell, place: string, shared: string[] | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c r="${place}" t="str"><f>${escaped(cell.formula)}</f><v>1</v></c>`
  if (shared) return `<c r="${place}" t="s"><v>${shared.push(cell) - 1}</v></c>`
  return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
}

function sheetXml({ rows, before = '', after = '' }: TestSheet, strings: string[] | null): string {
  const body = rows
    .map((cells, i) => {
      const inside = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${i + 1}`, strings))
      return `<row r="${i + 1}">${inside.join('')}</row>`
    })
    .join('')
  return `${HEAD}<worksheet xmlns="${MAIN}">${before}<sheetData>${body}</sheetData>${after}</worksheet>`
}

export function xlsxOf(given: TestSheet): Uint8Array {
  const { parts = {}, shared = false } = given
  const strings: string[] | null = shared ? [] : null
  const sheet = sheetXml(given, strings)
  return zipOf({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    'xl/workbook.xml': strToU8(
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${HEAD}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...(strings
      ? {
          'xl/sharedStrings.xml': strToU8(
            `${HEAD}<sst xmlns="${MAIN}">${strings.map((text) => `<si><r><t>${escaped(text)}</t></r><rPh><t>拼音</t></rPh></si>`).join('')}</sst>`,
          ),
        }
      : {}),
    ...parts,
  })
}

/** A sheet as its XML says it, and the parts that point to it. */
export const rawSheetOf = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  xlsxOf({
    rows: [],
    parts: Object.fromEntries(
      Object.entries({
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${body}</sheetData></worksheet>`,
        ...parts,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  })

export interface BookSheet {
  name: string
  rows: TestSheet['rows']
  /** `hidden` or `veryHidden`. */
  state?: string
}

/** A workbook of several sheets. */
export function bookOf(sheets: readonly BookSheet[]): Uint8Array {
  const tabs = sheets.map(
    ({ name, state = 'visible' }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}" state="${state}" r:id="rId${i}"/>`,
  )
  const relations = sheets.map(
    (_, i) => `<Relationship Id="rId${i}" Type="${RELS}/worksheet" Target="worksheets/sheet${i}.xml"/>`,
  )
  return xlsxOf({
    rows: [],
    parts: {
      ...Object.fromEntries(
        sheets.map(({ rows }, i) => [`xl/worksheets/sheet${i}.xml`, strToU8(sheetXml({ rows }, null))]),
      ),
      'xl/workbook.xml': strToU8(
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${tabs.join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(`${HEAD}<Relationships>${relations.join('')}</Relationships>`),
    },
  })
}

export const ROSTER_TITLES: readonly TestCell[] = ['姓名', '身份证号', '手机号', '岗位/职称', '备注']
