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

/** A sheet as its XML says it, and the parts that point to it. */
const sheetOf = (body: string, parts: Record<string, string> = {}) =>
  xlsxOf({
    rows: [],
    parts: Object.fromEntries(
      Object.entries({ 'xl/worksheets/sheet1.xml': `<worksheet>${body}</worksheet>`, ...parts }).map(
        ([name, xml]) => [name, strToU8(xml)],
      ),
    ),
  })
const cellsOf = async (bytes: Uint8Array, limits = LIMITS) =>
  (await readSheet(bytes, limits)).map(({ row, cells }) => ({ row, cells: [...cells] }))
const text = (said: string) => ({ text: said, stored: 'text' })

describe('where the first sheet lies', () => {
  const workbookOf = (sheets: string) =>
    `<workbook xmlns:r="r" xmlns:d="d"><sheets>${sheets}</sheets></workbook>`
  const relationsOf = (relations: string) => `<Relationships>${relations}</Relationships>`
  const SECOND = '<worksheet><row><c t="str"><v>第二页</v></c></row></worksheet>'
  const FIRST = '<row><c t="str"><v>第一页</v></c></row>'

  test.each([
    ['relative to the workbook', 'worksheets/sheet1.xml'],
    ['from the root of the archive', '/xl/worksheets/sheet1.xml'],
  ])('%s', async (_, target) => {
    const relations = relationsOf(
      `<Relationship Id="rId2" Target="worksheets/sheet2.xml"/><Relationship Id="rId1" Target="${target}"/>`,
    )
    const bytes = sheetOf(FIRST, { 'xl/_rels/workbook.xml.rels': relations })
    expect(await cellsOf(bytes)).toEqual([{ row: 1, cells: [[0, text('第一页')]] }])
  })

  test('the first of several is read, whatever prefix its writer chose', async () => {
    const bytes = sheetOf(FIRST, {
      'xl/workbook.xml': workbookOf(
        '<sheet name="名册" sheetId="2" d:id="rId9"/><sheet name="别的" sheetId="1" d:id="rId1"/>',
      ),
      'xl/_rels/workbook.xml.rels': relationsOf(
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Target="worksheets/sheet2.xml"/>',
      ),
      'xl/worksheets/sheet2.xml': SECOND,
    })
    expect(await cellsOf(bytes)).toEqual([{ row: 1, cells: [[0, text('第二页')]] }])
  })

  test.each([
    ['no sheet', workbookOf(''), relationsOf('<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>')],
    [
      'a sheet without an id',
      workbookOf('<sheet name="名册"/>'),
      relationsOf('<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'),
    ],
    [
      'a sheet that leads nowhere',
      workbookOf('<sheet r:id="rId1"/>'),
      relationsOf('<Relationship Id="rId2" Target="worksheets/sheet1.xml"/>'),
    ],
    [
      'a sheet that is not there',
      workbookOf('<sheet r:id="rId1"/>'),
      relationsOf('<Relationship Id="rId1" Target="worksheets/sheet7.xml"/>'),
    ],
    [
      'a pointer that is none',
      workbookOf('<sheet r:id="rId1"/>'),
      relationsOf('<Link Id="rId1" Target="worksheets/sheet1.xml"/>'),
    ],
  ])('a workbook with %s is none', async (_, workbook, relations) => {
    const bytes = sheetOf(FIRST, { 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': relations })
    expect(await refusalOf(bytes)).toEqual({ code: 'SHEET_NOT_XLSX' })
  })
})

describe('what a cell says', () => {
  test('words in several pieces are one; how they are pronounced is no part of them', async () => {
    const strings =
      '<sst><si><r><t>王</t></r>-<r><t>明</t></r><rPh><t>wang</t></rPh><t>甲</t></si><si><t>李红</t></si></sst>'
    const bytes = sheetOf('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', {
      'xl/sharedStrings.xml': strings,
    })
    expect(await cellsOf(bytes)).toEqual([
      {
        row: 1,
        cells: [
          [0, text('王明甲')],
          [1, text('李红')],
        ],
      },
    ])
    const inline = '<is><r><t>王</t></r>-<r><t>明</t></r><rPh><t>wang</t></rPh></is>'
    expect(
      await cellsOf(
        sheetOf(`<row><c t="inlineStr">${inline}</c><c t="inlineStr"><is><t>李</t></is></c></row>`),
      ),
    ).toEqual([
      {
        row: 1,
        cells: [
          [0, text('王明')],
          [1, text('李')],
        ],
      },
    ])
  })

  test('a word that its table does not hold is empty', async () => {
    const bytes = sheetOf('<row><c t="s"><v>7</v></c><c><v>1</v></c></row>', {
      'xl/sharedStrings.xml': '<sst><si><t>王</t></si></sst>',
    })
    expect(await cellsOf(bytes)).toEqual([{ row: 1, cells: [[1, { text: '1', stored: 'number' }]] }])
    expect(await cellsOf(sheetOf('<row><c t="s"><v>0</v></c></row>'))).toEqual([])
  })

  test.each([
    ['t="str"', 'text'],
    ['t="n"', 'number'],
    ['', 'number'],
    ['t="b"', 'other'],
    ['t="e"', 'other'],
    ['t="d"', 'other'],
  ])('a cell with %s is stored as %s; beside its value nothing is read', async (type, stored) => {
    const bytes = sheetOf(`<row><c ${type}>甲<v>1</v>乙</c></row>`)
    expect(await cellsOf(bytes)).toEqual([{ row: 1, cells: [[0, { text: '1', stored }]] }])
  })
})

describe('where a cell stands', () => {
  test('rows and cells that do not say so follow the one before', async () => {
    const bytes = sheetOf(
      '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c r="AB6"><v>5</v></c></row>',
    )
    const places = (await cellsOf(bytes)).map(({ row, cells }) => [row, ...cells.map(([column]) => column)])
    expect(places).toEqual([
      [1, 0, 2, 3],
      [5, 0],
      [6, 27],
    ])
  })

  test.each([
    ['two rows of one number', '<row r="2"/><row r="2"/>'],
    ['a row above the one before', '<row r="3"/><row r="2"/>'],
    ['a row without a number', '<row r="x"/>'],
    ['half a row', '<row r="1.5"/>'],
    ['row 0', '<row r="0"/>'],
    ['two cells in one place', '<row><c r="B1"/><c r="B1"/></row>'],
    ['a cell left of the one before', '<row><c r="C1"/><c r="B1"/></row>'],
  ])('%s is no sheet', async (_, body) => {
    expect(await refusalOf(sheetOf(body))).toEqual({ code: 'SHEET_NOT_XLSX' })
  })

  test('a declared range is measured by its last place, signs of a fixed place or none', async () => {
    const declared = (ref: string) => refusalOf(sheetOf(`<dimension ref="${ref}"/>`))
    expect(await declared('A1:GR101')).toBe('read')
    expect(await declared('$A$1:$GR$101')).toBe('read')
    expect(await declared('B200:C3')).toBe('read')
    expect(await declared('')).toBe('read')
    expect(await refusalOf(sheetOf('<dimension/>'))).toBe('read')
    expect(await declared('A102')).toEqual({ code: 'SHEET_TOO_LONG', rows: 102, limit: 100 })
    expect(await declared('$A$1:$A$102')).toEqual({ code: 'SHEET_TOO_LONG', rows: 102, limit: 100 })
    expect(await declared('A1:GS1')).toEqual({ code: 'SHEET_TOO_WIDE', columns: 201, limit: 200 })
    expect(await declared('A1:XFD1')).toEqual({ code: 'SHEET_TOO_WIDE', columns: 16_384, limit: 200 })
  })

  test.each([
    ['B3:C4', 3, 2],
    ['$D$5:$E$6', 5, 4],
    ['A7', 7, 1],
    ['xA7', 1, 1],
    ['A7x', 1, 1],
    ['', 1, 1],
  ])('merged cells at “%s” are told by their first place', async (ref, row, column) => {
    expect(await refusalOf(sheetOf(`<mergeCell ref="${ref}"/>`))).toEqual({
      code: 'SHEET_MERGED',
      row,
      column,
    })
  })

  test('merged cells that do not say where are told by the first cell', async () => {
    expect(await refusalOf(sheetOf('<mergeCell/>'))).toEqual({ code: 'SHEET_MERGED', row: 1, column: 1 })
  })
})

test('as many words as the sheet may have cells are read, and no more', async () => {
  const words = (count: number) =>
    sheetOf('<row><c t="s"><v>0</v></c></row>', {
      'xl/sharedStrings.xml': `<sst>${'<si><t>词</t></si>'.repeat(count)}</sst>`,
    })
  const limits = { rows: 1, columns: 2 }
  expect(await cellsOf(words(4), limits)).toEqual([{ row: 1, cells: [[0, text('词')]] }])
  await expect(readSheet(words(5), limits)).rejects.toMatchObject({ refusal: { code: 'SHEET_TOO_LARGE' } })
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
    const types = '<Types><Override ContentType="text/plain"/><Override/></Types>'
    expect(await refusalOfSheet({ rows: PEOPLE, parts: { '[Content_Types].xml': strToU8(types) } })).toBe(
      'read',
    )
  })

  test.each(['application/MACROENABLED', 'x.vbaproject+xml'])('of the type %s has a macro', async (type) => {
    const types = strToU8(`<Types><Override ContentType="${type}"/></Types>`)
    expect(await refusalOfSheet({ rows: PEOPLE, parts: { '[Content_Types].xml': types } })).toEqual({
      code: 'SHEET_MACRO',
    })
  })

  test('whose names stand under a prefix is read as well', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:row r="2"><x:c t="str"><x:v>王明</x:v></x:c></x:row></x:worksheet>'
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
