import { strToU8 } from 'fflate'
import { cellsOf, readSheet, refusalIn } from '../../tests/harness/read-sheet'
import { rawSheetOf, xlsxOf } from '../../tests/harness/sheets'
import { zipOf } from '../../tests/harness/zip'
import { openWorkbook } from './open-workbook'

const text = (said: string) => ({ text: said, stored: 'text' })
const refusalOf = (bytes: Uint8Array) => refusalIn(readSheet(bytes))

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
    const bytes = rawSheetOf('<row><c t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': strings })
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
    const [row] = await cellsOf(rawSheetOf(`<row><c><v>${written}</v></c></row>`))
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
      const bytes = rawSheetOf('<row><c t="s"><v>0</v></c></row>', {
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
    const bytes = rawSheetOf(FIRST, { 'xl/_rels/workbook.xml.rels': relations })
    expect(await cellsOf(bytes)).toEqual([{ row: 1, cells: [[0, text('第一页')]] }])
  })

  test('the first of several is read, whatever prefix its writer chose', async () => {
    const bytes = rawSheetOf(FIRST, {
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
    const bytes = rawSheetOf(FIRST, { 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': relations })
    expect(await refusalOf(bytes)).toEqual({ code: 'SHEET_NOT_XLSX', given: 'broken' })
  })

  test('sheets by their tabs; charts are no sheets of cells', async () => {
    const kind = (name: string) =>
      `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}`
    const bytes = rawSheetOf('', {
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
