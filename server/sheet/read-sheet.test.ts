import { strToU8 } from 'fflate'
import { cellsOf, readSheet, refusalIn } from '../../tests/harness/read-sheet'
import { rawSheetOf, xlsxOf } from '../../tests/harness/sheets'
import { openWorkbook } from './open-workbook'
import type { CellRange } from './places'
import { writeSheet } from './write-sheet'

const PEOPLE = [
  ['姓名', '身份证号'],
  ['王明', '990101199001011236'],
] as const
const text = (said: string) => ({ text: said, stored: 'text' })

describe('what is read', () => {
  test.each([
    ['in each cell', false],
    ['shared between cells', true],
  ])('text as text, where it stands %s', async (_, shared) => {
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

describe('what a cell says', () => {
  test('words in several pieces are one; how they are pronounced is no part of them', async () => {
    const strings =
      '<sst><si><r><t>王</t></r>-<r><t>明</t></r><rPh><t>wang</t></rPh><t>甲</t></si><si><t>李红</t></si></sst>'
    const bytes = rawSheetOf('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', {
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
        rawSheetOf(`<row><c t="inlineStr">${inline}</c><c t="inlineStr"><is><t>李</t></is></c></row>`),
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
    const bytes = rawSheetOf('<row><c t="s"><v>7</v></c><c><v>1</v></c></row>', {
      'xl/sharedStrings.xml': '<sst><si><t>王</t></si></sst>',
    })
    expect(await cellsOf(bytes)).toEqual([{ row: 1, cells: [[1, { text: '1', stored: 'number' }]] }])
    expect(await cellsOf(rawSheetOf('<row><c t="s"><v>0</v></c></row>'))).toEqual([])
  })

  test.each([
    ['t="str"', 'text'],
    ['t="n"', 'number'],
    ['', 'number'],
    ['t="b"', 'other'],
    ['t="e"', 'error'],
    ['t="d"', 'other'],
  ])('a cell with %s is stored as %s; beside its value nothing is read', async (type, stored) => {
    const bytes = rawSheetOf(`<row><c ${type}>甲<v>1</v>乙</c></row>`)
    expect(await cellsOf(bytes)).toEqual([{ row: 1, cells: [[0, { text: '1', stored }]] }])
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
    const bytes = rawSheetOf(`<row r="1"><c t="str"><v>王明</v></c></row>${blanks.join('')}`)
    expect(await cellsOf(bytes)).toHaveLength(1)
  })
})

describe('what a formula says', () => {
  const cellWith = async (cell: string) => (await cellsOf(rawSheetOf(`<row>${cell}</row>`)))[0]?.cells[0]?.[1]

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
})

describe('where a cell stands', () => {
  test('rows and cells that do not say so follow the one before', async () => {
    const bytes = rawSheetOf(
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
    expect(await refusalIn(readSheet(rawSheetOf(body)))).toEqual({ code: 'SHEET_NOT_XLSX', given: 'broken' })
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
