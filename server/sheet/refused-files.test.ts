// What is no sheet, or none that may be read, is refused by what it is.
import { strToU8 } from 'fflate'
import { cellsOf, readSheet, refusalIn } from '../../tests/harness/read-sheet'
import { type TestSheet, xlsxOf } from '../../tests/harness/sheets'
import { zipOf } from '../../tests/harness/zip'

const PEOPLE = [
  ['姓名', '身份证号'],
  ['王明', '990101199001011236'],
] as const
const text = (said: string) => ({ text: said, stored: 'text' })
const refusalOf = (bytes: Uint8Array) => refusalIn(readSheet(bytes))
const refusalOfSheet = (sheet: TestSheet) => refusalOf(xlsxOf(sheet))

describe('what is refused, by name', () => {
  const compound = (name: string) =>
    new Uint8Array(
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from(name, 'utf16le')]),
    )
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'other'],
    ['values between commas', strToU8('姓名,身份证号\n王明,990101199001011236'), 'csv'],
    [
      'values between tabs, as old systems export them',
      Buffer.from('\uFEFF姓名\t身份证号', 'utf16le'),
      'csv',
    ],
    ['a page under the name of a sheet', strToU8('<html><body><table><tr><td>姓名'), 'html'],
    [
      'a sheet of 2003 in XML',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'xml',
    ],
    ['an old .xls', compound('Workbook'), 'xls'],
    ['an older .xls', compound('Book'), 'xls'],
    ['an .xls that is older still', new Uint8Array([9, 8, 8, 0, 0, 5, 0x10, 0, ...Array(60).fill(0)]), 'xls'],
    ['a sheet with a password', compound('EncryptedPackage'), 'password'],
    ['an old document', compound('WordDocument'), 'document'],
    ['a compound file of something else', compound('Rubbish'), 'other'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array(60).fill(1)]), 'picture'],
    ['a PDF', strToU8('%PDF-1.4 and so on, and so on'), 'pdf'],
    [
      'a sheet of LibreOffice',
      zipOf({
        mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
        'content.xml': strToU8('<a/>'),
      }),
      'ods',
    ],
    ['a sheet of an Apple', zipOf({ 'Index/Document.iwa': strToU8('x') }), 'numbers'],
    [
      'a new document',
      xlsxOf({
        rows: [],
        parts: {
          'xl/workbook.xml': strToU8('<a/>'),
          '[Content_Types].xml': strToU8(
            '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
          ),
        },
      }),
      'document',
    ],
    [
      'a binary workbook',
      xlsxOf({
        rows: [],
        parts: {
          '[Content_Types].xml': strToU8(
            '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
          ),
        },
      }),
      'xlsb',
    ],
    ['a sheet within an archive', zipOf({ '名册.xlsx': xlsxOf({ rows: PEOPLE }) }), 'archive'],
    [
      'a sheet within archives within archives',
      zipOf({ 'a.zip': zipOf({ 'b.zip': zipOf({ '名册.xlsx': xlsxOf({ rows: PEOPLE }) }) }) }),
      'archive',
    ],
    [
      'a workbook without sheets',
      xlsxOf({ rows: [], parts: { 'xl/workbook.xml': strToU8('<a/>') } }),
      'broken',
    ],
    ['XML that breaks off', xlsxOf({ rows: PEOPLE, after: '<unclosed>' }), 'broken'],
    ['an entity that would grow', xlsxOf({ rows: PEOPLE, after: '&lol9;' }), 'broken'],
    ['an archive cut short', xlsxOf({ rows: PEOPLE }).subarray(0, 900), 'broken'],
    [
      'two parts of one name',
      xlsxOf({ rows: PEOPLE, parts: { 'XL/worksheets/Sheet1.xml': strToU8('<a/>') } }),
      'broken',
    ],
  ])('%s', async (_, bytes, given) => {
    expect(await refusalOf(bytes)).toEqual({ code: 'SHEET_NOT_XLSX', given })
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
    expect(await refusalOf(lying)).toEqual({ code: 'SHEET_NOT_XLSX', given: 'broken' })
  })
})

describe('an archive', () => {
  const parts = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`xl/media/${n}.txt`, strToU8('1')]))

  test('has a thousand parts at most', async () => {
    // Four parts make the sheet itself.
    expect(await refusalOfSheet({ rows: PEOPLE, parts: parts(996) })).toBe('read')
    expect(await refusalOfSheet({ rows: PEOPLE, parts: parts(997) })).toMatchObject({
      code: 'SHEET_TOO_LARGE',
    })
  })

  test.each(['xl/VBAPROJECT.BIN', 'vbaProject.bin'])('with %s has a macro', async (name) => {
    expect(await refusalOfSheet({ rows: PEOPLE, parts: { [name]: strToU8('1') } })).toEqual({
      code: 'SHEET_MACRO',
    })
  })

  test('whose part is merely called alike has none', async () => {
    expect(await refusalOfSheet({ rows: PEOPLE, parts: { 'xl/vbaProject.bin.txt': strToU8('1') } })).toBe(
      'read',
    )
    for (const types of [
      '<Types><Override ContentType="text/plain"/><Override/></Types>',
      // As a library for web pages writes every file of its own: what it says of `.bin` is about no part.
      '<Types><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
      '<Types><Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    ])
      expect(await refusalOfSheet({ rows: PEOPLE, parts: { '[Content_Types].xml': strToU8(types) } })).toBe(
        'read',
      )
  })

  test.each([
    [
      'a workbook that says so',
      '<Override PartName="/XL/Workbook.xml" ContentType="application/x.MACROENABLED.main+xml"/>',
    ],
    [
      'a workbook that says so by its ending',
      '<Default Extension="xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
    ],
    [
      'a template that says so',
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.template.macroEnabled.main+xml"/>',
    ],
    [
      'a program under another name',
      '<Override PartName="/xl/sheet.dat" ContentType="application/vnd.ms-office.vbaProject"/>',
    ],
    [
      'a sheet of the old macro language',
      '<Override PartName="/xl/sheet.dat" ContentType="application/vnd.ms-excel.macrosheet+xml"/>',
    ],
  ])('with %s has a macro', async (_, type) => {
    const parts = { '[Content_Types].xml': strToU8(`<Types>${type}</Types>`), 'xl/sheet.dat': strToU8('x') }
    expect(await refusalOfSheet({ rows: PEOPLE, parts })).toEqual({ code: 'SHEET_MACRO' })
  })

  test.each(['vbaProject', 'xlMacrosheet', 'xlIntlMacrosheet'])(
    'that points to a %s has a macro',
    async (kind) => {
      const rels = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2006/relationships/${kind}" Target="x.dat"/></Relationships>`
      expect(
        await refusalOfSheet({ rows: PEOPLE, parts: { 'xl/_rels/workbook.xml.rels': strToU8(rels) } }),
      ).toEqual({ code: 'SHEET_MACRO' })
    },
  )

  test('whose names stand under a prefix is read as well', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c t="str"><x:v>王明</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const bytes = xlsxOf({ rows: [], parts: { 'xl/worksheets/sheet1.xml': strToU8(sheet) } })
    expect(await cellsOf(bytes)).toEqual([{ row: 2, cells: [[0, text('王明')]] }])
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
