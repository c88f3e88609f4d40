import { strToU8 } from 'fflate'
import { readSheet } from '../../tests/harness/read-sheet'
import { type TestSheet, xlsxOf } from '../../tests/harness/sheets'
import { zipOf } from '../../tests/harness/zip'
import { Refused } from '../kernel/refused'
import { openWorkbook } from './open-workbook'
import type { CellRange } from './places'
import { writeSheet } from './write-sheet'

const PEOPLE = [
  ['姓名', '身份证号'],
  ['王明', '990101199001011236'],
] as const

async function refusalOf(bytes: Uint8Array): Promise<unknown> {
  try {
    await readSheet(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof Refused) return { code: error.refusal.code, ...error.refusal.details }
    throw error
  }
}

const refusalOfSheet = (sheet: TestSheet) => refusalOf(xlsxOf(sheet))

describe('what is read', () => {
  test.each([false, true])('text as text, whether shared between cells or not: %s', async (shared) => {
    const rows = await readSheet(xlsxOf({ rows: PEOPLE, shared }))
    expect(rows.map(({ row, cells }) => [row, [...cells.values()].map(({ text }) => text)])).toEqual([
      [1, [...PEOPLE[0]]],
      [2, [...PEOPLE[1]]],
    ])
  })

  test('a number as a number: an ID number among them has lost its last digits', async () => {
    const rows = await readSheet(xlsxOf({ rows: [['王明', Number('990101199001011236')]] }))
    expect(rows[0]?.cells.get(1)).toEqual({ text: '990101199001011200', stored: 'number' })
  })

  test('empty rows and cells are left out, and the numbering stays that of the sheet', async () => {
    const rows = await readSheet(xlsxOf({ rows: [['姓名'], [null, ''], [], ['王明']] }))
    expect(rows.map(({ row }) => row)).toEqual([1, 4])
  })

  test('what our own writer writes, with signs that XML escapes', async () => {
    const columns = [{ title: '备注', width: 10 }]
    const { base64 } = await writeSheet('a.xlsx', { name: '一', columns, rows: [['=1+1 <b> & “x”'], [3]] })
    const rows = await readSheet(Buffer.from(base64, 'base64'))
    expect(rows.map(({ cells }) => cells.get(0))).toEqual([
      { text: '备注', stored: 'text' },
      { text: '=1+1 <b> & “x”', stored: 'text' },
      { text: '3', stored: 'number' },
    ])
  })
})

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

/** A sheet as its XML says it, and the parts that point to it. */
const sheetOf = (body: string, parts: Record<string, string> = {}) =>
  xlsxOf({
    rows: [],
    parts: Object.fromEntries(
      Object.entries({
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${body}</sheetData></worksheet>`,
        ...parts,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  })
const cellsOf = async (bytes: Uint8Array) =>
  (await readSheet(bytes)).map(({ row, cells }) => ({ row, cells: [...cells] }))
const text = (said: string) => ({ text: said, stored: 'text' })

describe('where the first sheet lies', () => {
  const workbookOf = (sheets: string) =>
    `<workbook xmlns:r="r" xmlns:d="d"><sheets>${sheets}</sheets></workbook>`
  const relationsOf = (relations: string) => `<Relationships>${relations}</Relationships>`
  const SECOND = '<worksheet><sheetData><row><c t="str"><v>第二页</v></c></row></sheetData></worksheet>'
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
    expect(await refusalOf(bytes)).toEqual({ code: 'SHEET_NOT_XLSX', given: 'broken' })
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
    ['t="e"', 'error'],
    ['t="d"', 'other'],
  ])('a cell with %s is stored as %s; beside its value nothing is read', async (type, stored) => {
    const bytes = sheetOf(`<row><c ${type}>甲<v>1</v>乙</c></row>`)
    expect(await cellsOf(bytes)).toEqual([{ row: 1, cells: [[0, { text: '1', stored }]] }])
  })
})

describe('what other writers write', () => {
  const PERSON = '<row r="1"><c t="inlineStr"><is><t>王明</t></is></c></row>'
  const inSheet = (body: string) => `<worksheet><sheetData>${body}</sheetData></worksheet>`
  const bytesOf = (part: Uint8Array) => xlsxOf({ rows: [], parts: { 'xl/worksheets/sheet1.xml': part } })
  const wide = (xml: string, mark: string) => Buffer.from(mark + xml, 'utf16le')
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
  const UTF16 = `<?xml version="1.0" encoding="UTF-16"?>${inSheet(PERSON)}`

  test.each<[string, Uint8Array]>([
    ['in UTF-16, least byte first', wide(UTF16, '\uFEFF')],
    ['in UTF-16, greatest byte first', swapped(wide(UTF16, '\uFEFF'))],
    ['in UTF-16 without a mark', wide(UTF16, '')],
    ['in UTF-16 without a mark, greatest byte first', swapped(wide(UTF16, ''))],
    ['in UTF-8 with a mark', Buffer.from(`\uFEFF${inSheet(PERSON)}`)],
    ['in UTF-8 that calls itself UTF-16', Buffer.from(UTF16)],
    [
      'in GBK',
      Buffer.concat([
        Buffer.from(
          '<?xml version="1.0" encoding="GBK"?><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>',
        ),
        Buffer.from([0xcd, 0xf5, 0xc3, 0xf7]),
        Buffer.from('</t></is></c></row></sheetData></worksheet>'),
      ]),
    ],
    [
      'as CDATA',
      Buffer.from(inSheet('<row r="1"><c t="inlineStr"><is><t><![CDATA[王明]]></t></is></c></row>')),
    ],
    [
      'in letters of another case for the place',
      Buffer.from(inSheet('<row r="1"><c r="a1" t="str"><v>王明</v></c></row>')),
    ],
    [
      'inline, with the word as a value',
      Buffer.from(inSheet('<row r="1"><c t="inlineStr"><v>王明</v></c></row>')),
    ],
  ])('words %s', async (_, part) => {
    expect(await cellsOf(bytesOf(part))).toEqual([{ row: 1, cells: [[0, text('王明')]] }])
  })

  test('an encoding that nobody knows is a broken file', async () => {
    const part = Buffer.from(`<?xml version="1.0" encoding="x-unknown"?>${inSheet(PERSON)}`)
    expect(await refusalOf(bytesOf(part))).toEqual({ code: 'SHEET_NOT_XLSX', given: 'broken' })
  })

  test.each([
    ['身份证号_x000D_\n', '身份证号\r\n'],
    ['_x005F_x000D_', '_x000D_'],
    ['_x4E00_', '一'],
    ['_x00_', '_x00_'],
  ])('the escaped word “%s”', async (written, said) => {
    const strings = `<sst><si><t>${written}</t></si></sst>`
    const bytes = sheetOf('<row><c t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': strings })
    expect(await cellsOf(bytes)).toEqual([{ row: 1, cells: [[0, text(said)]] }])
  })

  test.each([
    ['1.3800001234E10', '13800001234'],
    ['1.3800001234e+10', '13800001234'],
    ['13800001234.0', '13800001234'],
    ['13800001234', '13800001234'],
    ['9.9010119900101123E17', '990101199001011200'],
    ['990101199001011236', '990101199001011236'],
    ['12.5', '12.5'],
    ['-0', '0'],
    ['1E-3', '1E-3'],
    ['1E300', '1E300'],
  ])('the number %s is read as %s', async (written, said) => {
    const [row] = await cellsOf(sheetOf(`<row><c><v>${written}</v></c></row>`))
    expect(row?.cells[0]?.[1].text.slice(0, 15)).toBe(said.slice(0, 15))
    expect(row?.cells[0]?.[1]).toMatchObject({ stored: 'number' })
  })

  test('words are found by what points to them, in letters of any case, under any name', async () => {
    const strings = '<sst><si><t>王明</t></si></sst>'
    const KIND = 'http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings'
    const relations = (target: string) =>
      `<Relationships><Relationship Id="rId1" Target="/XL/Worksheets/Sheet1.XML"/><Relationship Id="rId2" Type="${KIND}" Target="${target}"/></Relationships>`
    for (const [target, part] of [
      ['SharedStrings.xml', 'xl/sharedstrings.xml'],
      ['../words/a%20b.xml', 'Words/A b.xml'],
      ['.\\strings1.xml', 'xl/strings1.xml'],
    ] as const) {
      const bytes = sheetOf('<row><c t="s"><v>0</v></c></row>', {
        'xl/_rels/workbook.xml.rels': relations(target),
        [part]: strings,
      })
      expect(await cellsOf(bytes)).toEqual([{ row: 1, cells: [[0, text('王明')]] }])
    }
  })

  test('the workbook is found by what the package points to, or by its type', async () => {
    const moved = (rels: Record<string, string>, types: string) =>
      zipOf(
        Object.fromEntries(
          Object.entries({
            '[CONTENT_types].xml': `<Types>${types}</Types>`,
            'book/W.xml': '<workbook xmlns:r="r"><sheets><sheet name="一" r:id="a"/></sheets></workbook>',
            'book/_rels/W.xml.rels': '<Relationships><Relationship Id="a" Target="s.xml"/></Relationships>',
            'book/s.xml': inSheet(PERSON),
            ...rels,
          }).map(([name, xml]) => [name, strToU8(xml)]),
        ),
      )
    const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
    const pointing = {
      '_rels/.rels': `<Relationships><Relationship Id="r" Type="${KIND}" Target="/book/W.xml"/></Relationships>`,
    }
    const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml'
    const typed = `<Override PartName="/book/W.xml" ContentType="${TYPE}"/>`
    for (const bytes of [moved(pointing, ''), moved({}, typed)])
      expect(await cellsOf(bytes)).toEqual([{ row: 1, cells: [[0, text('王明')]] }])
  })
})

describe('what is no cell', () => {
  test.each([
    [
      'a drop-down from another sheet',
      '<extLst><ext><x14:dataValidations xmlns:x14="a" xmlns:xm="b"><x14:dataValidation><x14:formula1><xm:f>字典!$A$1:$A$2</xm:f></x14:formula1></x14:dataValidation></x14:dataValidations></ext></extLst>',
    ],
    [
      'icons of another sheet',
      '<extLst><ext><x14:cfvo xmlns:x14="a" xmlns:xm="b" type="percent"><xm:f>0</xm:f></x14:cfvo></ext></extLst>',
    ],
    [
      'a rule',
      '<conditionalFormatting><cfRule type="expression"><formula>A1=1</formula></cfRule></conditionalFormatting>',
    ],
    ['a button', '<controls><control><anchor><from><row>5</row><c/></from></anchor></control></controls>'],
    ['a row outside the cells', '<row r="9"><c r="A9"><f>1</f><v>9</v></c></row>'],
    ['a merge outside the merges', '<extLst><mergeCell ref="A1:B2"/></extLst>'],
  ])('%s', async (_, after) => {
    const rows = await cellsOf(xlsxOf({ rows: PEOPLE, after }))
    expect(rows.map(({ row, cells }) => [row, cells.length])).toEqual([
      [1, 2],
      [2, 2],
    ])
  })

  test('formats without a word, however many', async () => {
    const blanks = Array.from(
      { length: 20_000 },
      (_, n) => `<row r="${n + 3}"><c r="A${n + 3}" s="1"/></row>`,
    )
    const bytes = sheetOf(`<row r="1"><c t="str"><v>王明</v></c></row>${blanks.join('')}`)
    expect(await cellsOf(bytes)).toHaveLength(1)
  })
})

describe('what a formula says', () => {
  const cellWith = async (cell: string) => (await cellsOf(sheetOf(`<row>${cell}</row>`)))[0]?.cells[0]?.[1]

  test.each<[string, string, object | undefined]>([
    [
      'its last result',
      '<c t="str"><f>A1</f><v>教师</v></c>',
      { text: '教师', stored: 'text', isFormula: true },
    ],
    ['a number', '<c><f>ROW()</f><v>3</v></c>', { text: '3', stored: 'number', isFormula: true }],
    ['an error', '<c t="e"><f>A1</f><v>#N/A</v></c>', { text: '#N/A', stored: 'error', isFormula: true }],
    [
      'nothing yet, because nobody has reckoned it',
      '<c><f>A1</f><v/></c>',
      { text: '', stored: 'number', isFormula: true },
    ],
    [
      'part of a shared one',
      '<c><f t="shared" si="0"/><v>3</v></c>',
      { text: '3', stored: 'number', isFormula: true },
    ],
    ['an empty word: the cell is empty', '<c t="str"><f>IF(A1="","",1)</f><v></v></c>', undefined],
    [
      'a text in its dress: that text',
      '<c t="str"><f>"990101"</f><v>990101</v></c>',
      { text: '990101', stored: 'text' },
    ],
    [
      'two texts: no text',
      '<c t="str"><f>"99"&amp;"01"</f><v>9901</v></c>',
      { text: '9901', stored: 'text', isFormula: true },
    ],
  ])('%s', async (_, cell, said) => {
    expect(await cellWith(cell)).toEqual(said)
  })
})

describe('what nobody sees', () => {
  test('hidden rows, by a filter, by hand or by the sheet, are told', async () => {
    const cell = '<c><v>1</v></c>'
    const workbook = await openWorkbook(
      xlsxOf({
        rows: [],
        parts: {
          'xl/worksheets/sheet1.xml': strToU8(
            `<worksheet><sheetFormatPr zeroHeight="1"/><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols><sheetData><row hidden="true">${cell}</row><row hidden="0">${cell}</row><row>${cell}</row></sheetData></worksheet>`,
          ),
        },
      }),
    )
    const hidden: unknown[] = []
    await workbook.read(0, {
      row: ({ row, isHidden }) => hidden.push([row, isHidden === true]),
      hiddenColumns: (first, last) => hidden.push({ first, last }),
    })
    expect(hidden).toEqual([{ first: 1, last: 2 }, [1, true], [2, false], [3, true]])
  })

  test('sheets by their tabs; charts are no sheets of cells', async () => {
    const kind = (name: string) =>
      `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}`
    const bytes = sheetOf('', {
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="图" r:id="c"/><sheet name="字典" state="veryHidden" r:id="a"/><sheet name="名册" state="visible" r:id="b"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="c" Type="${kind('chartsheet')}" Target="c.xml"/><Relationship Id="a" Type="${kind('worksheet')}" Target="a.xml"/><Relationship Id="b" Type="${kind('worksheet')}" Target="worksheets/sheet1.xml"/></Relationships>`,
    })
    expect((await openWorkbook(bytes)).sheets).toEqual([
      { sheet: 1, name: '字典', isVisible: false },
      { sheet: 2, name: '名册', isVisible: true },
    ])
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
    expect(await refusalOf(sheetOf(body))).toEqual({ code: 'SHEET_NOT_XLSX', given: 'broken' })
  })

  test('what is declared counts for nothing', async () => {
    const bytes = xlsxOf({ rows: PEOPLE, before: '<dimension ref="A1:XFD1048576"/>' })
    expect(await cellsOf(bytes)).toHaveLength(2)
  })

  test.each<[string, CellRange]>([
    ['B3:C4', { top: 3, left: 1, bottom: 4, right: 2 }],
    ['C4:B3', { top: 3, left: 1, bottom: 4, right: 2 }],
    ['$D$5:$E$6', { top: 5, left: 3, bottom: 6, right: 4 }],
    ['A7', { top: 7, left: 0, bottom: 7, right: 0 }],
    ['7A', { top: 1, left: 0, bottom: 1, right: 0 }],
    ['', { top: 1, left: 0, bottom: 1, right: 0 }],
  ])('merged cells at “%s” are told by their corners', async (ref, range) => {
    const merges: CellRange[] = []
    const workbook = await openWorkbook(
      xlsxOf({ rows: PEOPLE, after: `<mergeCells><mergeCell ref="${ref}"/></mergeCells>` }),
    )
    await workbook.read(0, { row: () => {}, merged: (merged) => merges.push(merged) })
    expect(merges).toEqual([range])
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
