import { refusalIn } from '../../../tests/harness/read-sheet'
import { ROSTER_TITLES, type TestCell, xlsxOf } from '../../../tests/harness/sheets'
import { readRoster } from './read-roster'

const sheet = (...rows: readonly (readonly TestCell[])[]) => readRoster(xlsxOf({ rows }))
const refusalOf = (...rows: readonly (readonly TestCell[])[]) => refusalIn(sheet(...rows))
const ID = { text: '990101199001011230', stored: 'text' }
const WANG = ['王明', ID.text, '13800001234', '教师', '新来']

describe('which rows are people', () => {
  test('a row without a name, number, mobile and unit is passed over, whatever its remark', async () => {
    const { rows } = await sheet(
      ['姓名', '身份证号', '手机号', '单位', '岗位', '备注'],
      [null, null, null, null, '教师', '合计 4 人'],
      ['王明'],
      [null, ID.text],
      [null, null, '138'],
      [null, null, null, '长宁一中'],
    )
    expect(rows.map(({ row }) => row)).toEqual([3, 4, 5, 6])
  })

  test('a sheet without any is refused, with or without titles', async () => {
    expect(await refusalOf()).toMatchObject({ code: 'SHEET_EMPTY' })
    expect(await refusalOf([...ROSTER_TITLES])).toMatchObject({ code: 'SHEET_EMPTY' })
    expect(await refusalOf([...ROSTER_TITLES], [null, null, null, '教师'])).toMatchObject({
      code: 'SHEET_EMPTY',
    })
  })

  test('a sheet in which every number was stored as one is refused; a single one is a fault of its row', async () => {
    const AS_NUMBER = ['王明', 990101199001011]
    expect(await refusalOf([...ROSTER_TITLES], AS_NUMBER, ['李红'], AS_NUMBER)).toEqual({
      code: 'SHEET_ID_AS_NUMBER',
      sheetName: '名册',
      rows: 2,
    })
    const { rows } = await sheet([...ROSTER_TITLES], AS_NUMBER, WANG)
    expect(rows.map(({ idNumber }) => idNumber?.stored)).toEqual(['number', 'text'])
    expect(await refusalOf([...ROSTER_TITLES], ['李红'])).toBe('read')
  })

  test('words are cut at 60 letters, without the blanks around them', async () => {
    const { rows } = await sheet(
      [...ROSTER_TITLES],
      [' 王明 ', ID.text, ' 138 ', ` ${'教'.repeat(61)}`, '备'.repeat(60)],
    )
    expect(rows[0]).toMatchObject({
      name: '王明',
      mobile: '138',
      position: '教'.repeat(60),
      remark: '备'.repeat(60),
    })
  })
})

describe('formulas', () => {
  const TITLES: TestCell[] = ['序号', '姓名', '身份证号', '岗位']
  const serial = { formula: 'ROW()-1' }

  test('in columns that nobody reads, or that are optional, keep nobody out', async () => {
    const { rows } = await sheet(
      TITLES,
      [serial, '王明', ID.text, { formula: 'X1' }],
      [serial, null, null, serial],
    )
    expect(rows).toMatchObject([{ row: 2, position: '1' }])
  })

  test('of names and numbers: all refuse the sheet, some their rows', async () => {
    expect(await refusalOf(TITLES, [1, '王明', { formula: 'A1' }])).toMatchObject({
      code: 'SHEET_FORMULA',
      column: 3,
    })
    expect(await refusalOf(TITLES, [1, { formula: 'A1' }, ID.text])).toMatchObject({
      code: 'SHEET_FORMULA',
      column: 2,
    })
    const { rows } = await sheet(
      TITLES,
      [1, '王明', ID.text],
      [2, '李红', { formula: 'A1' }],
      [3, { formula: 'A1' }, ID.text],
    )
    expect(
      rows.map(({ idNumber, isNameReckoned }) => [idNumber?.isFormula === true, isNameReckoned]),
    ).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ])
  })
})

describe('what keeps a number from the sheet is taken off', () => {
  test.each([
    `'${ID.text}`,
    `‘${ID.text}`,
    `="${ID.text}"`,
    `"${ID.text}"`,
    '990101-19900101-1230',
    '990101—19900101－1230',
    '990101 19900101 1230',
    `\t${ID.text}\n`,
    `\uFEFF${ID.text}\u3000`,
  ])('%j', async (written) => {
    const { rows } = await sheet(['姓名', '身份证号'], ['王明', written])
    expect(rows[0]?.idNumber?.text.replace(/[\s\uFEFF]/g, '')).toBe(ID.text)
  })
})

test('the titles again, as each printed page has them, are nobody', async () => {
  const { rows } = await sheet(
    ['姓名', '身份证号'],
    ['王明', ID.text],
    ['姓名', '身份证号'],
    ['李红', ID.text],
  )
  expect(rows.map(({ row }) => row)).toEqual([2, 4])
})

test('10,000 people are read, and one more is too many, wherever they stand', async () => {
  const people = (count: number) => Array.from({ length: count }, (_, n) => [`${n}`, '王明', ID.text])
  expect((await sheet(['序号', '姓名', '身份证号'], ...people(10_000))).rows).toHaveLength(10_000)
  expect(await refusalOf(['序号', '姓名', '身份证号'], ...people(10_001))).toMatchObject({
    code: 'SHEET_TOO_LONG',
  })
  const serials = Array.from({ length: 12_000 }, (_, n) => [`${n}`])
  expect((await sheet(['序号', '姓名', '身份证号'], ...people(2), ...serials)).rows).toHaveLength(2)
})
