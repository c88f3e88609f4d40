// Sheets made to exhaust the reader: refused by name, after a bounded number of bytes unpacked and elements read.
import { strToU8 } from 'fflate'
import { SaxesParser } from 'saxes'
import { xlsxOf } from '../../tests/harness/sheets'
import { type Parts, zipOf } from '../../tests/harness/zip'
import { Refused } from '../kernel/refused'
import { readSheet } from './read-sheet'

/** As a roster is read. */
const LIMITS = { rows: 10_000, columns: 200 }
const MIB = 1024 * 1024
/** The bytes that a stream gives at once, and the workbook's other parts. */
const A_CHUNK = 128 * 1024
const PEOPLE = [
  ['姓名', '身份证号'],
  ['王明', '990101199001011236'],
]

const parsed = jest.spyOn(SaxesParser.prototype, 'write')

interface Refusal {
  code: string
  /** How much XML was unpacked and read before it was refused: the work, which is the same on every machine. */
  readCharacters: number
  grewMiB: number
}

async function refusalOf(bytes: Uint8Array): Promise<Refusal> {
  parsed.mockClear()
  const held = process.memoryUsage().rss
  const said = async (): Promise<string> => {
    try {
      await readSheet(bytes, LIMITS)
      return 'read'
    } catch (error) {
      if (error instanceof Refused) return error.refusal.code
      throw error
    }
  }
  const code = await said()
  const grewMiB = (process.memoryUsage().rss - held) / MIB
  const readCharacters = parsed.mock.calls.reduce((sum, [chunk]) => sum + String(chunk).length, 0)
  return { code, readCharacters, grewMiB }
}

const part = (name: string, xml: string): Parts => ({ [name]: strToU8(xml) })
const sheetOf = (inside: string, before = ''): Uint8Array =>
  xlsxOf({
    rows: PEOPLE,
    parts: part(
      'xl/worksheets/sheet1.xml',
      `${before}<worksheet><sheetData>${inside}</sheetData></worksheet>`,
    ),
  })

/** Rows one after another, as a program writes them, with the given references, which may be false. */
const rowsOf = (count: number, placeOf: (row: number) => string): string =>
  Array.from({ length: count }, (_, row) => `<row${placeOf(row)}><c><v>1</v></c></row>`).join('')

describe('a million rows', () => {
  test.each([
    ['as Excel writes them', (row: number) => ` r="${row + 1}"`],
    ['that do not say where they are', () => ''],
    ['that all say they are the first', () => ' r="1"'],
    ['that say they are nowhere', () => ' r="x"'],
    ['that say they are above the sheet', (row: number) => ` r="-${row}"`],
  ])('%s', async (_, placeOf) => {
    const { code, readCharacters, grewMiB } = await refusalOf(sheetOf(rowsOf(1_000_000, placeOf)))
    expect(code).toMatch(/^SHEET_(TOO_LONG|NOT_XLSX)$/)
    expect(readCharacters).toBeLessThan(MIB)
    expect(grewMiB).toBeLessThan(250)
  })

  test('filled with nothing, in the first row’s place', async () => {
    const { code, readCharacters } = await refusalOf(sheetOf('<row r="1"/>'.repeat(1_000_000)))
    expect(code).toBe('SHEET_NOT_XLSX')
    expect(readCharacters).toBeLessThan(A_CHUNK)
  })
})

test('a million cells in one place, and one row of all columns there are', async () => {
  const inOne = '<c r="A1"><v>1</v></c>'.repeat(1_000_000)
  const crowded = await refusalOf(sheetOf(`<row r="1">${inOne}</row>`))
  expect(crowded.code).toBe('SHEET_NOT_XLSX')
  expect(crowded.readCharacters).toBeLessThan(A_CHUNK)
  const columns = '<c><v>1</v></c>'.repeat(16_384)
  expect((await refusalOf(sheetOf(`<row r="1">${columns}</row>`))).code).toBe('SHEET_TOO_WIDE')
})

test('ten million shared words that nobody uses', async () => {
  const words = part('xl/sharedStrings.xml', `<sst>${'<si/>'.repeat(10_000_000)}</sst>`)
  const { code, readCharacters, grewMiB } = await refusalOf(xlsxOf({ rows: PEOPLE, parts: words }))
  expect(code).toBe('SHEET_TOO_LARGE')
  // One word a cell of the largest sheet there may be, and not one more.
  expect(readCharacters).toBeLessThan((LIMITS.rows + 1) * LIMITS.columns * '<si/>'.length + A_CHUNK)
  expect(grewMiB).toBeLessThan(300)
})

describe('XML that means more than it says', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n === 0 ? '' : n};`.repeat(10)}">`,
  ).join('')}]>`
  const cell = (text: string): string => `<row r="1"><c t="inlineStr"><is><t>${text}</t></is></c></row>`

  test('a billion laughs are none', async () => {
    const { code, readCharacters } = await refusalOf(sheetOf(cell('&lol9;'), laughs))
    expect(code).toBe('SHEET_NOT_XLSX')
    expect(readCharacters).toBeLessThan(A_CHUNK)
  })

  test.each(['file:///etc/passwd', 'http://127.0.0.1:1/secret'])(
    'no file and no address is opened: %s',
    async (uri) => {
      const outside = `<!DOCTYPE x [<!ENTITY x SYSTEM "${uri}">]>`
      expect((await refusalOf(sheetOf(cell('&x;'), outside))).code).toBe('SHEET_NOT_XLSX')
      // An entity of parameters asks for more before anything is said.
      const asking = `<!DOCTYPE x [<!ENTITY % p SYSTEM "${uri}"> %p;]>`
      const rows = await readSheet(sheetOf(cell('王明'), asking), LIMITS)
      expect(rows.map(({ cells }) => [...cells.values()].map(({ text }) => text))).toEqual([['王明']])
    },
  )

  test('elements a hundred thousand deep', async () => {
    const { code } = await refusalOf(sheetOf('<x>'.repeat(100_000)))
    expect(code).toBe('SHEET_NOT_XLSX')
  })
})

describe('an archive that plays tricks', () => {
  test.each(['../../etc/passwd', '/etc/passwd', 'xl\\..\\..\\a'])('a part called %s', async (name) => {
    expect((await refusalOf(xlsxOf({ rows: PEOPLE, parts: part(name, '') }))).code).toMatch(
      /^(SHEET_NOT_XLSX|read)$/,
    )
  })

  test('a first sheet that lies outside', async () => {
    const rels = part(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Target="../../../etc/passwd"/></Relationships>',
    )
    expect((await refusalOf(xlsxOf({ rows: PEOPLE, parts: rels }))).code).toBe('SHEET_NOT_XLSX')
  })

  test('an archive within an archive, and ten thousand parts', async () => {
    const inner = xlsxOf({ rows: PEOPLE })
    expect((await refusalOf(zipOf({ 'roster.xlsx': inner }))).code).toBe('SHEET_NOT_XLSX')
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`p${n}`, new Uint8Array()]))
    expect((await refusalOf(xlsxOf({ rows: PEOPLE, parts: many }))).code).toBe('SHEET_TOO_LARGE')
  })
})
