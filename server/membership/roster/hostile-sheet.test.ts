// Sheets made to exhaust the reader: refused by name, after a bounded number of bytes unpacked and elements read. Where a
// bound is reached only by millions, it and the sheet are a tenth here, and whole in `npm test -- --all`.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { strToU8 } from 'fflate'
import { SaxesParser } from 'saxes'
import { xlsxOf } from '../../../tests/harness/sheets'
import { type Parts, zipOf } from '../../../tests/harness/zip'
import { Refused } from '../../kernel/refused'
import { SHEET_BOUNDS } from '../../sheet/bounds'
import { readRoster } from './read-roster'

const MIB = 1024 * 1024
/** The bytes that a stream gives at once, and the workbook's other parts. */
const A_CHUNK = 128 * 1024
const PEOPLE = [
  ['姓名', '身份证号'],
  ['王明', '990101199001011236'],
]

const SHARE = process.env.XUESHI_SOAK ? 1 : 10
const million = (count: number): number => (count * 1_000_000) / SHARE
for (const bound of ['elements', 'words'] as const)
  jest.replaceProperty(SHEET_BOUNDS, bound, (SHEET_BOUNDS[bound] / SHARE) as never)

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** What is held after all that nobody needs is thrown away. */
function heldMiB(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MIB
}

interface Refusal {
  code: string
  /** How much XML was unpacked and read before it was refused: the work, which is the same on every machine. */
  readCharacters: number
  /** The most that the reader held, looked at each time when so much more was read. */
  grewMiB: number
}
const LOOKED_AT_EACH = MIB / SHARE

async function refusalOf(bytes: Uint8Array): Promise<Refusal> {
  const before = heldMiB()
  const { write } = SaxesParser.prototype
  let readCharacters = 0
  let looked = Number.NEGATIVE_INFINITY
  let grewMiB = 0
  const parsed = jest.spyOn(SaxesParser.prototype, 'write').mockImplementation(function reads(
    this: SaxesParser,
    chunk,
  ) {
    readCharacters += String(chunk).length
    try {
      return write.call(this, chunk)
    } finally {
      if (readCharacters - looked > LOOKED_AT_EACH) {
        looked = readCharacters
        grewMiB = Math.max(grewMiB, heldMiB() - before)
      }
    }
  })
  try {
    await readRoster(bytes)
    return { code: 'read', readCharacters, grewMiB }
  } catch (error) {
    if (error instanceof Refused) return { code: error.refusal.code, readCharacters, grewMiB }
    throw error
  } finally {
    parsed.mockRestore()
  }
}

type Xml = string | Uint8Array
const part = (name: string, ...xml: Xml[]): Parts => ({
  [name]: Buffer.concat(xml.map((piece) => (typeof piece === 'string' ? strToU8(piece) : piece))),
})
/** The same over and over, as bytes: text of this length takes its time to be made and to be encoded. */
const repeated = (xml: string, count: number): Uint8Array => Buffer.alloc(Buffer.byteLength(xml) * count, xml)
const sheetAfter = (before: string, ...inside: Xml[]): Uint8Array =>
  xlsxOf({
    rows: PEOPLE,
    parts: part(
      'xl/worksheets/sheet1.xml',
      ...[before, '<worksheet><sheetData>', ...inside, '</sheetData></worksheet>'],
    ),
  })
const sheetOf = (...inside: Xml[]): Uint8Array => sheetAfter('', ...inside)
const PERSON =
  '<row><c t="inlineStr"><is><t>王明</t></is></c><c t="inlineStr"><is><t>990101199001011236</t></is></c></row>'
const TITLES =
  '<row r="1"><c t="inlineStr"><is><t>姓名</t></is></c><c t="inlineStr"><is><t>身份证号</t></is></c></row>'

const CELL = '<c><v>1</v></c>'
/** Rows one after another, as a program writes them, with the given references, which may be false. */
const rowsOf = (count: number, placeOf: (row: number) => string): string =>
  Array.from({ length: count }, (_, row) => `<row${placeOf(row + 1)}>${CELL}</row>`).join('')

describe('a million rows', () => {
  test.each<[string, (row: number) => string, string]>([
    ['as Excel writes them', (row) => ` r="${row + 1}"`, 'SHEET_TOO_LONG'],
    ['that do not say where they are', () => '', 'SHEET_TOO_LONG'],
    ['that all say they are the first', () => ' r="1"', 'SHEET_NOT_XLSX'],
    ['that say they are nowhere', () => ' r="x"', 'SHEET_NOT_XLSX'],
    ['that say they are above the sheet', (row) => ` r="-${row}"`, 'SHEET_NOT_XLSX'],
  ])('%s', async (_, placeOf, said) => {
    const { code, readCharacters, grewMiB } = await refusalOf(sheetOf(TITLES, rowsOf(million(1), placeOf)))
    expect(code).toBe(said)
    expect(readCharacters).toBeLessThan(MIB)
    expect(grewMiB).toBeLessThan(250)
  })

  test('without a title: fifty of them are looked at', async () => {
    const { code, readCharacters } = await refusalOf(sheetOf(repeated(`<row>${CELL}</row>`, million(1))))
    expect(code).toBe('SHEET_COLUMNS_MISSING')
    expect(readCharacters).toBeLessThan(A_CHUNK)
  })

  test('filled with nothing, in the first row’s place', async () => {
    const { code, readCharacters } = await refusalOf(sheetOf(repeated('<row r="1"/>', million(1))))
    expect(code).toBe('SHEET_NOT_XLSX')
    expect(readCharacters).toBeLessThan(A_CHUNK)
  })

  test('that are only formatted below two people are no rows; three million elements are too many', async () => {
    const blank = (count: number) => sheetOf(TITLES, PERSON, repeated('<row><c s="1"/></row>', count))
    expect((await refusalOf(blank(million(0.2)))).code).toBe('read')
    const { code, grewMiB } = await refusalOf(blank(million(1.6)))
    expect(code).toBe('SHEET_TOO_LARGE')
    expect(grewMiB).toBeLessThan(250)
  })

  test('merged over one another, or more than any roster has', async () => {
    const merged = (merges: string) =>
      refusalOf(
        xlsxOf({
          rows: [['姓名', '身份证号', '单位'], ...Array.from({ length: 2_000 }, () => ['王明', '1', '一中'])],
          after: `<mergeCells>${merges}</mergeCells>`,
        }),
      )
    for (const merges of [
      '<mergeCell ref="C2:C2001"/>'.repeat(40_000),
      '<mergeCell ref="C2:C2001"/>'.repeat(60_000),
    ])
      expect((await merged(merges)).code).toBe('SHEET_NOT_XLSX')
  })
})

test('a million cells in one place, and one row of all columns there are', async () => {
  const inOne = repeated('<c r="A1"><v>1</v></c>', million(1))
  const crowded = await refusalOf(sheetOf('<row r="1">', inOne, '</row>'))
  expect(crowded.code).toBe('SHEET_NOT_XLSX')
  expect(crowded.readCharacters).toBeLessThan(A_CHUNK)
  const columns = '<c><v>1</v></c>'.repeat(16_384)
  expect((await refusalOf(sheetOf(`<row r="1">${columns}</row>`))).code).toBe('SHEET_TOO_WIDE')
})

describe('a small file that would fill the memory', () => {
  test('ten million elements, each within the one before', async () => {
    const bytes = sheetOf(repeated('<a>', million(10)))
    expect(bytes.length).toBeLessThan(48 * 1024)
    const { code, readCharacters, grewMiB } = await refusalOf(bytes)
    expect(code).toBe('SHEET_NOT_XLSX')
    expect(readCharacters).toBeLessThan(A_CHUNK)
    expect(grewMiB).toBeLessThan(100)
  })

  test.each<[string, string, string]>([
    ['forty-one deep', '<a>'.repeat(41), 'SHEET_NOT_XLSX'],
    [
      'a hundred thousand attributes',
      `<a${Array.from({ length: 100_000 }, (_, n) => ` b${n}=""`).join('')}/>`,
      'SHEET_(NOT_XLSX|TOO_LARGE)',
    ],
    ['a text without an end', `<row><c t="str"><v>${'x'.repeat(2 * MIB)}`, 'SHEET_TOO_LARGE'],
    ['a tag without an end', `<row a="${'x'.repeat(2 * MIB)}`, 'SHEET_TOO_LARGE'],
    ['a comment without an end', `<!--${' '.repeat(2 * MIB)}`, 'SHEET_TOO_LARGE'],
  ])('%s', async (_, inside, said) => {
    for (const parts of [
      part('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${inside}`),
      part('xl/sharedStrings.xml', `<sst>${inside}`),
      part('xl/workbook.xml', `<workbook>${inside}`),
      part('xl/_rels/workbook.xml.rels', `<Relationships>${inside}`),
      part('[Content_Types].xml', `<Types>${inside}`),
    ]) {
      const bytes = xlsxOf({ rows: PEOPLE, shared: true, parts })
      const { code, readCharacters, grewMiB } = await refusalOf(bytes)
      expect(code).toMatch(new RegExp(`^${said}$`))
      expect(readCharacters).toBeLessThan(MIB)
      expect(grewMiB).toBeLessThan(100)
    }
  })

  test('a thousand tabs that all lead to one large sheet', async () => {
    const tabs = Array.from({ length: 1_000 }, (_, n) => `<sheet name="${n}" r:id="rId1"/>`).join('')
    const book = `<workbook xmlns:r="r"><sheets>${tabs}</sheets></workbook>`
    const blank = ['<worksheet><sheetData>', repeated('<row/>', million(2)), '</sheetData></worksheet>']
    const { code, readCharacters } = await refusalOf(
      xlsxOf({
        rows: [],
        parts: { ...part('xl/workbook.xml', book), ...part('xl/worksheets/sheet1.xml', ...blank) },
      }),
    )
    expect(code).toBe('SHEET_TOO_LARGE')
    expect(readCharacters).toBeLessThan(SHEET_BOUNDS.elements * '<row/>'.length + MIB)
  })
})

test.each<[string, (count: number) => Parts]>([
  [
    'relations of a workbook',
    (count) => part('xl/_rels/workbook.xml.rels', `<Relationships>${relations(count)}</Relationships>`),
  ],
  ['types of parts', (count) => part('[Content_Types].xml', `<Types>${types(count)}</Types>`)],
])('ten thousand %s are read; of a million no more are kept', async (_, parts) => {
  expect((await refusalOf(xlsxOf({ rows: PEOPLE, parts: parts(10_000) }))).code).toBe('read')
  const { code, readCharacters, grewMiB } = await refusalOf(xlsxOf({ rows: PEOPLE, parts: parts(1_000_000) }))
  expect(code).toBe('SHEET_NOT_XLSX')
  expect(readCharacters).toBeLessThan(2 * MIB)
  expect(grewMiB).toBeLessThan(100)
})

const relations = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<Relationship Id="rId${n}" Target="worksheets/sheet1.xml"/>`).join(
    '',
  )
const types = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<Override PartName="/p${n}" ContentType="text/xml"/>`).join('')

test('ten million shared words that nobody uses', async () => {
  const words = part('xl/sharedStrings.xml', '<sst>', repeated('<si/>', million(10)), '</sst>')
  const { code, readCharacters, grewMiB } = await refusalOf(xlsxOf({ rows: PEOPLE, parts: words }))
  expect(code).toBe('SHEET_TOO_LARGE')
  expect(readCharacters).toBeLessThan(SHEET_BOUNDS.words * '<si/>'.length + A_CHUNK)
  expect(grewMiB).toBeLessThan(300)
})

describe('XML that means more than it says', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n === 0 ? '' : n};`.repeat(10)}">`,
  ).join('')}]>`
  const cell = (text: string): string => `<row r="2"><c t="inlineStr"><is><t>${text}</t></is></c></row>`

  test('a billion laughs are none', async () => {
    const { code, readCharacters } = await refusalOf(sheetAfter(laughs, cell('&lol9;')))
    expect(code).toBe('SHEET_NOT_XLSX')
    expect(readCharacters).toBeLessThan(A_CHUNK)
  })

  test.each(['file:///etc/passwd', 'http://127.0.0.1:1/secret'])(
    'no file and no address is opened: %s',
    async (uri) => {
      const outside = `<!DOCTYPE x [<!ENTITY x SYSTEM "${uri}">]>`
      expect((await refusalOf(sheetAfter(outside, cell('&x;')))).code).toBe('SHEET_NOT_XLSX')
      // An entity of parameters asks for more before anything is said.
      const asking = `<!DOCTYPE x [<!ENTITY % p SYSTEM "${uri}"> %p;]>`
      expect((await refusalOf(sheetAfter(asking, TITLES, PERSON))).code).toBe('read')
    },
  )
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
