import { refusalIn } from '../../../tests/harness/read-sheet'
import { type BookSheet, bookOf, ROSTER_TITLES, type TestCell, xlsxOf } from '../../../tests/harness/sheets'
import { readRoster } from './read-roster'

const sheet = (...rows: readonly (readonly TestCell[])[]) => readRoster(xlsxOf({ rows }))
const refusalOf = (...rows: readonly (readonly TestCell[])[]) => refusalIn(sheet(...rows))
const ID = { text: '990101199001011230', stored: 'text' }
const WANG = ['王明', ID.text, '13800001234', '教师', '新来']
const SEEN = { isHidden: false, isNameReckoned: false }

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

describe('which sheet is read', () => {
  const TITLED = [
    ['姓名', '身份证号'],
    ['王明', ID.text],
  ]
  const of = (...sheets: readonly BookSheet[]) => readRoster(bookOf(sheets))
  const refused = (...sheets: readonly BookSheet[]) => refusalIn(of(...sheets))
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
