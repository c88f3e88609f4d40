import { strToU8 } from 'fflate'
import { columnName, type TestSheet, xlsxOf } from '../../tests/harness/sheets'
import { Refused } from '../kernel/refused'
import { readSheet } from './read-sheet'
import { writeSheet } from './write-sheet'

const LIMITS = { rows: 100, columns: 200 }
const PEOPLE = [
  ['姓名', '身份证号'],
  ['王明', '990101199001011236'],
] as const

async function refusalOf(bytes: Uint8Array): Promise<unknown> {
  try {
    await readSheet(bytes, LIMITS)
    return 'read'
  } catch (error) {
    if (error instanceof Refused) return { code: error.refusal.code, ...error.refusal.details }
    throw error
  }
}

const refusalOfSheet = (sheet: TestSheet) => refusalOf(xlsxOf(sheet))

describe('what is read', () => {
  test.each([false, true])('text as text, whether shared between cells or not: %s', async (shared) => {
    const rows = await readSheet(xlsxOf({ rows: PEOPLE, shared }), LIMITS)
    expect(rows.map(({ row, cells }) => [row, [...cells.values()].map(({ text }) => text)])).toEqual([
      [1, [...PEOPLE[0]]],
      [2, [...PEOPLE[1]]],
    ])
  })

  test('a number as a number: an ID number among them has lost its last digits', async () => {
    const rows = await readSheet(xlsxOf({ rows: [['王明', Number('990101199001011236')]] }), LIMITS)
    expect(rows[0]?.cells.get(1)).toEqual({ text: '990101199001011200', stored: 'number' })
  })

  test('empty rows and cells are left out, and the numbering stays that of the sheet', async () => {
    const rows = await readSheet(xlsxOf({ rows: [['姓名'], [null, ''], [], ['王明']] }), LIMITS)
    expect(rows.map(({ row }) => row)).toEqual([1, 4])
  })

  test('what our own writer writes, with signs that XML escapes', async () => {
    const columns = [{ title: '备注', width: 10 }]
    const { base64 } = await writeSheet('a.xlsx', { name: '一', columns, rows: [['=1+1 <b> & “x”'], [3]] })
    const rows = await readSheet(Buffer.from(base64, 'base64'), LIMITS)
    expect(rows.map(({ cells }) => cells.get(0))).toEqual([
      { text: '备注', stored: 'text' },
      { text: '=1+1 <b> & “x”', stored: 'text' },
      { text: '3', stored: 'number' },
    ])
  })
})

describe('what is refused, by name', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['text', strToU8('姓名,身份证号\n王明,990101199001011236')],
    ['an old .xls, or one with a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array(600).fill(0)])],
    ['an archive of something else', xlsxOf({ rows: [], parts: { 'xl/workbook.xml': strToU8('<a/>') } })],
    ['XML that breaks off', xlsxOf({ rows: PEOPLE, after: '<unclosed>' })],
    ['an entity that would grow', xlsxOf({ rows: PEOPLE, after: '&lol9;' })],
    ['an archive cut short', xlsxOf({ rows: PEOPLE }).subarray(0, 900)],
  ])('%s is no .xlsx', async (_, bytes) => {
    expect(await refusalOf(bytes)).toEqual({ code: 'SHEET_NOT_XLSX' })
  })

  test('a macro, as a program in the archive or as a type', async () => {
    const program = { 'xl/vbaProject.bin': strToU8('Sub AutoOpen()') }
    expect(await refusalOfSheet({ rows: PEOPLE, parts: program })).toEqual({ code: 'SHEET_MACRO' })
    const type = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
    const types = strToU8(`<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`)
    expect(await refusalOfSheet({ rows: PEOPLE, parts: { '[Content_Types].xml': types } })).toEqual({
      code: 'SHEET_MACRO',
    })
  })

  test('merged cells and formulas, with their place', async () => {
    const after = '<mergeCells count="1"><mergeCell ref="B3:C4"/></mergeCells>'
    expect(await refusalOfSheet({ rows: PEOPLE, after })).toEqual({ code: 'SHEET_MERGED', row: 3, column: 2 })
    const rows = [...PEOPLE, ['李红', { formula: 'A1&B1' }]]
    expect(await refusalOfSheet({ rows })).toEqual({ code: 'SHEET_FORMULA', row: 3, column: 2 })
  })

  test('one row or one column too many, filled or only declared', async () => {
    const row = (cells: number) => Array.from({ length: cells }, () => 'x')
    expect(await refusalOfSheet({ rows: [row(200)] })).toBe('read')
    expect(await refusalOfSheet({ rows: [row(201)] })).toEqual({
      code: 'SHEET_TOO_WIDE',
      columns: 201,
      limit: 200,
    })
    // The titles' row is not one of the people.
    const rows = Array.from({ length: 101 }, () => ['x'])
    expect(await refusalOfSheet({ rows })).toBe('read')
    expect(await refusalOfSheet({ rows: [...rows, ['x']] })).toEqual({
      code: 'SHEET_TOO_LONG',
      rows: 102,
      limit: 100,
    })
    const declared = '<dimension ref="A1:E1048576"/>'
    expect(await refusalOfSheet({ rows: PEOPLE, before: declared })).toEqual({
      code: 'SHEET_TOO_LONG',
      rows: 1_048_576,
      limit: 100,
    })
    expect(columnName(200)).toBe('GS')
  })

  test('a zip bomb, whether its directory says so or lies', async () => {
    const bomb = xlsxOf({ rows: PEOPLE, parts: { 'xl/media/a.bin': new Uint8Array(70 * 1024 * 1024) } })
    expect(bomb.length).toBeLessThan(200_000)
    const tooLarge = { code: 'SHEET_TOO_LARGE', limitBytes: 67_108_864 }
    expect(await refusalOf(bomb)).toEqual(tooLarge)
    const blanks = strToU8(`<worksheet>${' '.repeat(70 * 1024 * 1024)}</worksheet>`)
    const lying = sayingSmall(
      xlsxOf({ rows: [], parts: { 'xl/worksheets/sheet1.xml': blanks } }),
      blanks.length,
    )
    // It breaks off where more comes out than its directory says.
    expect(await refusalOf(lying)).toEqual({ code: 'SHEET_NOT_XLSX' })
  })
})

/** The same archive, its directory and headers saying that the large part unpacks to 1,000 bytes. */
function sayingSmall(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive)
  const said = Buffer.alloc(4)
  said.writeUInt32LE(size)
  for (let at = bytes.indexOf(said); at >= 0; at = bytes.indexOf(said, at)) bytes.writeUInt32LE(1_000, at)
  return bytes
}
