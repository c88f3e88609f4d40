import { instant } from '../../../domain/kernel/instant'
import { type BookSheet, bookOf, ROSTER_TITLES, type TestCell, xlsxOf } from '../../../tests/harness/sheets'
import { Refused } from '../../kernel/refused'
import { readRoster, rosterRow, type TypedRow } from './read-roster'

const sheet = (...rows: readonly (readonly TestCell[])[]) => readRoster(xlsxOf({ rows }))

async function refusalOf(...rows: readonly (readonly TestCell[])[]): Promise<unknown> {
  try {
    await sheet(...rows)
    return 'read'
  } catch (error) {
    if (error instanceof Refused) return { code: error.refusal.code, ...error.refusal.details }
    throw error
  }
}

const WANG = ['王明', '990101199001011230', '13800001234', '教师', '新来']
const SEEN = { isHidden: false, isNameReckoned: false }
const ID = { text: '990101199001011230', stored: 'text' }

describe('where the columns of a roster stand', () => {
  test.each<[string, TestCell[]]>([
    ['the template’s', [...ROSTER_TITLES]],
    ['those of other systems', ['人员姓名', '公民身份号码', '联系电话', '职务', '说明']],
    ['marked as required', ['姓名*', '身份证号码（必填）', '手机 号码', '＊岗位职称', '备注(必填)']],
    ['other words for the same', [' 姓名 ', '证件号码', '手机', '职称', '备注']],
    ['yet other words', ['姓名', '身份证号', '手机号码', '岗位', '备注']],
  ])('titles: %s', async (_, titles) => {
    expect(await sheet(titles, WANG)).toEqual({
      sheetName: '名册',
      others: [],
      rows: [
        {
          row: 2,
          name: '王明',
          idNumber: ID,
          mobile: '13800001234',
          position: '教师',
          unitName: '',
          remark: '新来',
          ...SEEN,
        },
      ],
    })
  })

  test.each(['单位名称', '单位', '工作单位'])('%s is the column of units', async (title) => {
    const read = await sheet(['姓名', title, '身份证号'], ['王明', '长宁一中', ID.text])
    expect(read).toMatchObject({
      rows: [{ name: '王明', unitName: '长宁一中', idNumber: ID }],
    })
  })

  test('of two columns of one title the first counts, others are passed over', async () => {
    const read = await sheet(['姓名', '年龄', '身份证号', '姓名'], ['王明', 30, ID.text, '别名'])
    expect(read.rows).toEqual([
      { row: 2, name: '王明', idNumber: ID, mobile: '', position: '', unitName: '', remark: '', ...SEEN },
    ])
  })

  test('forty-nine rows of heading may stand above the titles', async () => {
    const heading = (rows: number) => Array.from({ length: rows }, (_, row) => [`教师名册 ${row}`])
    const { rows } = await sheet(...heading(49), [...ROSTER_TITLES], WANG)
    expect(rows.map(({ row, name }) => [row, name])).toEqual([[51, '王明']])
    expect(await refusalOf(...heading(51), [...ROSTER_TITLES], WANG)).toMatchObject({
      code: 'SHEET_COLUMNS_MISSING',
      titles: ['姓名', '身份证号'],
    })
  })

  test('the missing titles are told by the row that has most of them, with what may be chosen', async () => {
    expect(await refusalOf(['姓名', '手机号'], WANG)).toEqual({
      code: 'SHEET_COLUMNS_MISSING',
      sheetName: '名册',
      titles: ['身份证号'],
      sheets: [
        {
          sheet: 0,
          name: '名册',
          row: 1,
          columns: [
            { column: 0, title: '姓名' },
            { column: 1, title: '手机号' },
          ],
        },
      ],
    })
    expect(await refusalOf(['姓名'], ['身份证号', '备注'], ['姓名'])).toMatchObject({
      code: 'SHEET_COLUMNS_MISSING',
      titles: ['姓名'],
    })
    expect(await refusalOf(['我的姓名', '身份证号的备注'])).toMatchObject({
      code: 'SHEET_COLUMNS_MISSING',
      titles: ['姓名', '身份证号'],
    })
  })

  test.each([
    '姓名：',
    '姓 名',
    '学员姓名',
    '真实姓名',
    '教职工姓名',
    '姓名 Name',
    '*姓名',
    '1、姓名',
    '姓\u3000名\n（与身份证一致）',
  ])('“%s” is a title of names', async (title) => {
    expect((await sheet([title, '身份证号'], ['王明', ID.text])).rows).toMatchObject([{ name: '王明' }])
  })

  test.each([
    '身份证',
    '身份证号：',
    '居民身份证号码',
    '身份证件号',
    '身份证号（18位）',
    '身份证（件）号码',
    '证件号',
    '有效身份证件号码',
    '公民身份证号码',
    '⾝份证号',
    'ID 身份证号码',
  ])('“%s” is a title of ID numbers', async (title) => {
    expect((await sheet(['姓名', title], ['王明', ID.text])).rows).toMatchObject([{ idNumber: ID }])
  })

  test.each(['身份证号（部分隐去）', '身份证号（已脱敏）', '身份证复印件', '配偶姓名', '身份证有效期'])(
    '“%s” is a title of neither',
    async (title) => {
      expect(await refusalOf(['姓名', title], ['王明', ID.text])).toMatchObject({ titles: ['身份证号'] })
    },
  )

  test('of two columns for the same thing the plainer one is read, then the one that is seen', async () => {
    const { rows } = await sheet(
      ['姓名', '证件号码', '联系电话', '身份证号', '手机号'],
      ['王明', 'G123', '029-88', ID.text, '13800001234'],
    )
    expect(rows).toMatchObject([{ idNumber: ID, mobile: '13800001234' }])
    const hidden = xlsxOf({
      rows: [
        ['姓名', '身份证号', '身份证号'],
        ['王明', '旧的', ID.text],
      ],
      before: '<cols><col min="2" max="2" hidden="1"/></cols>',
    })
    expect((await readRoster(hidden)).rows).toMatchObject([{ idNumber: ID }])
  })

  test('titles in two rows, one within the other', async () => {
    const { rows } = await sheet(
      ['序号', '姓名', '身份证号', '联系方式', null, '所在单位'],
      [null, null, null, '邮箱', '手机号', null],
      ['1', '王明', ID.text, 'a@b', '13800001234', '长宁一中'],
    )
    expect(rows).toMatchObject([{ row: 3, name: '王明', mobile: '13800001234', unitName: '长宁一中' }])
    const above = await sheet(
      ['序号', '单位', '人员', null, '备注'],
      [null, null, '姓名', '身份证号', null],
      ['1', '长宁一中', '王明', ID.text, '新来'],
    )
    expect(above.rows).toMatchObject([{ row: 3, unitName: '长宁一中', remark: '新来' }])
  })
})

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

describe('the kept fields of a row', () => {
  const unit = { id: 'station', name: '长宁一中' }
  const rules = {
    now: instant(Date.parse('2022-08-15T10:00:00+08:00')),
    minimumAgeYears: 16,
    allowInventedAreas: true,
  }
  const typed: TypedRow = {
    row: 2,
    name: '王明',
    idNumber: { text: '990101199001011230', stored: 'text' },
    mobile: '13800001234',
    position: '教师',
    unitName: '',
    remark: '新来',
    isHidden: false,
    isNameReckoned: false,
  }
  const kept = (change: Partial<TypedRow> = {}, more: object = {}) =>
    rosterRow(
      { ...typed, ...change },
      {
        unit,
        rules,
        hashOf: (number) => `hash of ${number}`,
        mobileHashOf: (mobile) => `hash of ${mobile}`,
        ...more,
      },
    )
  const number = (text: string, stored: 'text' | 'number' | 'other' = 'text') => ({
    idNumber: { text, stored },
  })

  test('number and mobile are masked, the number is hashed', () => {
    expect(kept()).toEqual({
      row: 2,
      name: '王明',
      idNumberHash: 'hash of 990101199001011230',
      idNumberMasked: '9901**********1230',
      mobileMasked: '138****1234',
      mobileHash: 'hash of 13800001234',
      position: '教师',
      remark: '新来',
      unitId: 'station',
      unitName: '长宁一中',
      verdict: null,
      reason: null,
      oddities: [],
    })
    expect(kept({ mobile: '' })).toMatchObject({ mobileMasked: '', reason: null })
  })

  test.each<[string, Partial<TypedRow>, object]>([
    ['no name', { name: '' }, { code: 'NAME_MISSING' }],
    ['a name that is none', { name: 'Wang' }, { code: 'NAME_MALFORMED' }],
    ['no number', { idNumber: null }, { code: 'ID_NUMBER_MISSING' }],
    ['a blank in place of the number', number('  '), { code: 'ID_NUMBER_MISSING' }],
    ['a number stored as one', number('990101199001011230', 'number'), { code: 'ID_STORED_AS_NUMBER' }],
    [
      'a number that is a date to the sheet',
      number('990101199001011230', 'other'),
      { code: 'ID_STORED_AS_NUMBER' },
    ],
    ['17 figures', number('99010119900101123'), { code: 'ID_NUMBER_MALFORMED' }],
    ['a last figure that does not fit', number('990101199001011231'), { code: 'ID_NUMBER_CHECKSUM' }],
    ['a birthday that no year has', number('990101199002311235'), { code: 'ID_NUMBER_DATE' }],
    [
      'a number that the sheet reckons',
      { idNumber: { ...ID, stored: 'text', isFormula: true } },
      { code: 'FORMULA' },
    ],
    ['a name that the sheet reckons', { isNameReckoned: true }, { code: 'FORMULA' }],
    ['no name and no number', { name: '', idNumber: null }, { code: 'NAME_MISSING' }],
    ['a false number and mobile', { ...number('1'), mobile: '1' }, { code: 'ID_NUMBER_MALFORMED' }],
  ])('%s: the row is refused, and nothing of it is hashed', (_, change, reason) => {
    expect(kept(change)).toMatchObject({ verdict: 'refused', reason, idNumberHash: '' })
  })

  test.each<[string, Partial<TypedRow>, string[]]>([
    ['a mobile that is none', { mobile: '138' }, ['MOBILE_MALFORMED']],
    ['a telephone', { mobile: '029-88886666' }, ['MOBILE_MALFORMED']],
    ['two mobiles', { mobile: '13800001234/13900001234' }, ['MOBILE_MALFORMED']],
    ['a row that nobody sees', { isHidden: true }, ['HIDDEN_ROW']],
    ['both', { mobile: '1', isHidden: true }, ['MOBILE_MALFORMED', 'HIDDEN_ROW']],
  ])('%s never costs the line, and is said', (_, change, codes) => {
    const row = kept(change)
    expect(row).toMatchObject({ reason: null, verdict: null, idNumberHash: 'hash of 990101199001011230' })
    expect(row.oddities.map(({ code }) => code)).toEqual(codes)
  })

  test('of a child the age that was asked for is told', () => {
    const young = { ...rules, minimumAgeYears: 40 }
    expect(kept({}, { rules: young })).toMatchObject({
      verdict: 'refused',
      reason: { code: 'ID_NUMBER_UNDER_AGE', minimumAgeYears: 40 },
    })
  })

  test('a unit that is not there comes before a false mobile, and stays as it was typed', () => {
    const unknown = { unit: { code: 'UNIT_UNKNOWN' } }
    expect(kept({ unitName: '没有这所学校', mobile: '1' }, unknown)).toMatchObject({
      reason: { code: 'UNIT_UNKNOWN' },
      unitId: '',
      unitName: '没有这所学校',
      mobileMasked: '',
      mobileHash: '',
    })
    expect(kept(number('1'), unknown)).toMatchObject({ reason: { code: 'ID_NUMBER_MALFORMED' } })
  })

  test.each([
    ['', ''],
    ['12345678', '********'],
    ['12 34 5', '*****'],
    ['123456789', '1234**********89'],
    ['990101 19900101123', '9901**********23'],
    [`${'1'.repeat(18)}2345`, '1111**********23'],
  ])('a false number “%s” is shown as “%s”', (text, masked) => {
    expect(kept(number(text)).idNumberMasked).toBe(masked)
  })

  test('a name is kept as typed where it is none', () => {
    expect(kept({ name: 'Wang Ming' }).name).toBe('Wang Ming')
  })
})

describe('which sheet is read', () => {
  const TITLED = [
    ['姓名', '身份证号'],
    ['王明', ID.text],
  ]
  const of = (...sheets: readonly BookSheet[]) => readRoster(bookOf(sheets))
  const refused = async (...sheets: readonly BookSheet[]) => {
    try {
      return await of(...sheets)
    } catch (error) {
      if (error instanceof Refused) return { code: error.refusal.code, ...error.refusal.details }
      throw error
    }
  }
  const NOTES = { name: '填写说明', rows: [['请逐行填写'], ['身份证号按文本填']] }

  test('the first that people see and that has the titles', async () => {
    const hidden = { name: '字典', rows: TITLED, state: 'hidden' }
    expect(await of(hidden, NOTES, { name: '名册', rows: TITLED })).toMatchObject({
      sheetName: '名册',
      others: [],
    })
    expect(
      await of({ name: '模板', rows: [['姓名', '身份证号']] }, { name: '在职', rows: TITLED }),
    ).toMatchObject({
      sheetName: '在职',
    })
  })

  test('the others that are rosters are told', async () => {
    const read = await of({ name: '在职', rows: TITLED }, NOTES, { name: '退休', rows: TITLED })
    expect(read).toMatchObject({ sheetName: '在职', others: [{ sheet: 2, name: '退休' }] })
  })

  test('is named in what is refused', async () => {
    expect(await refused({ name: '字典', rows: TITLED, state: 'veryHidden' }, NOTES)).toMatchObject({
      code: 'SHEET_COLUMNS_MISSING',
      sheetName: '填写说明',
      sheets: [{ sheet: 1, name: '填写说明' }],
    })
    expect(
      await refused(NOTES, {
        name: '名册',
        rows: [
          ['姓名', '学号'],
          ['王明', '1'],
        ],
      }),
    ).toMatchObject({
      sheetName: '名册',
      titles: ['身份证号'],
      sheets: [{ name: '填写说明' }, { name: '名册' }],
    })
    expect(await refused({ name: '空', rows: [] })).toEqual({ code: 'SHEET_EMPTY', sheetName: '空' })
    expect(
      await refused({
        name: '名册',
        rows: [
          ['姓名', '身份证号'],
          ['王明', { formula: 'A1' }],
        ],
      }),
    ).toEqual({
      code: 'SHEET_FORMULA',
      ...{ sheetName: '名册', row: 2, column: 2 },
    })
  })

  test('what the person pointed at on the phone is read', async () => {
    const odd = {
      name: '在职',
      rows: [
        ['序', '谁', '号码', '手机'],
        ['1', '王明', ID.text, '13800001234'],
      ],
    }
    const said = { sheet: 1, titles: { row: 1, name: 1, idNumber: 2 } }
    expect(await readRoster(bookOf([NOTES, odd]), said)).toMatchObject({
      sheetName: '在职',
      rows: [{ row: 2, name: '王明', idNumber: ID, mobile: '13800001234' }],
    })
    const untitled = {
      name: '在职',
      rows: [
        ['王明', ID.text],
        ['李红', ID.text],
      ],
    }
    const { rows } = await readRoster(bookOf([untitled]), {
      sheet: 0,
      titles: { row: 1, name: 0, idNumber: 1 },
    })
    expect(rows.map(({ row }) => row)).toEqual([1, 2])
    expect(
      await readRoster(
        bookOf([
          { name: '在职', rows: TITLED },
          { name: '退休', rows: TITLED },
        ]),
        { sheet: 1 },
      ),
    ).toMatchObject({
      ...{ sheetName: '退休', others: [{ sheet: 0, name: '在职' }] },
    })
    await expect(readRoster(bookOf([odd]), { ...said, sheet: 5 })).rejects.toMatchObject({
      refusal: { code: 'SHEET_COLUMNS_MISSING' },
    })
    await expect(readRoster(bookOf([untitled]))).rejects.toMatchObject({
      refusal: { details: { sheets: [{ columns: [{ title: '王明' }, { title: '99…30' }] }] } },
    })
  })
})

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
