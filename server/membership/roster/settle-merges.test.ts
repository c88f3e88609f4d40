import { type TestCell, xlsxOf } from '../../../tests/harness/sheets'
import { readRoster } from './read-roster'

const ID = { text: '990101199001011230', stored: 'text' }

describe('merged cells', () => {
  const PEOPLE_OF = (merges: readonly string[], rows: readonly (readonly TestCell[])[]) =>
    readRoster(
      xlsxOf({
        rows,
        after: `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
      }),
    )
  const HEAD: TestCell[] = ['单位', '姓名', '身份证号', '备注']
  const ROWS: TestCell[][] = [
    ['长宁一中', '王明', ID.text],
    [null, '李红', ID.text],
  ]

  test.each<[string, string[], TestCell[][], unknown[]]>([
    ['a heading above the titles', ['A1:D1'], [['人员名册'], HEAD, ...ROWS], [3, 4]],
    ['titles over two rows', ['A1:A2', 'B1:B2', 'C1:C2'], [HEAD, [], ...ROWS], [3, 4]],
    ['a column that nobody reads', ['E2:E3'], [HEAD, ...ROWS], [2, 3]],
    ['a note of three rows', ['A4:D6'], [HEAD, ...ROWS, ['说明：本表一式两份']], [2, 3]],
    ['a section of the table', ['A3:D3'], [HEAD, ROWS[0] ?? [], ['二、设计室'], ROWS[1] ?? []], [2, 4]],
    [
      'a note that its program wrote into each of its cells',
      ['A4:D4'],
      [HEAD, ...ROWS, ['以下空白', '以下空白', '以下空白', '以下空白']],
      [2, 3],
    ],
    ['a note under the table', ['A4:D4'], [HEAD, ...ROWS, ['填表人：李红']], [2, 3]],
  ])('%s mixes up nobody', async (_, merges, rows, places) => {
    expect((await PEOPLE_OF(merges, rows)).rows.map(({ row }) => row)).toEqual(places)
  })

  test('a unit merged downwards is the unit of each of its rows', async () => {
    const { rows } = await PEOPLE_OF(['A2:A3'], [HEAD, ...ROWS])
    expect(rows.map(({ unitName }) => unitName)).toEqual(['长宁一中', '长宁一中'])
  })

  test.each<[string, string, number, number]>([
    ['two people in one name', 'B2:B3', 2, 2],
    ['two people in one number', 'C2:C3', 2, 3],
    ['a number underneath a name', 'B2:C2', 2, 2],
    ['people underneath the titles', 'B1:B2', 1, 2],
  ])('%s is refused with its place', async (_, merge, row, column) => {
    await expect(PEOPLE_OF([merge], [HEAD, ...ROWS])).rejects.toMatchObject({
      refusal: { code: 'SHEET_MERGED', details: { sheetName: '名册', row, column } },
    })
  })

  test('a note with somebody’s number in it is a row still', async () => {
    const { rows } = await PEOPLE_OF(['A4:D4'], [HEAD, ...ROWS, [`补报：王明 ${ID.text}`]])
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4])
  })
})
