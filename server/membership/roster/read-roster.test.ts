import { instant } from '../../../domain/kernel/instant'
import { ROSTER_TITLES, type TestCell, xlsxOf } from '../../../tests/harness/sheets'
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
      hasUnits: false,
      rows: [
        {
          row: 2,
          name: '王明',
          idNumber: ID,
          mobile: '13800001234',
          position: '教师',
          unitName: '',
          remark: '新来',
        },
      ],
    })
  })

  test.each(['单位名称', '单位', '工作单位'])('%s is the column of units', async (title) => {
    const read = await sheet(['姓名', title, '身份证号'], ['王明', '长宁一中', ID.text])
    expect(read).toMatchObject({
      hasUnits: true,
      rows: [{ name: '王明', unitName: '长宁一中', idNumber: ID }],
    })
  })

  test('of two columns of one title the first counts, others are passed over', async () => {
    const read = await sheet(['姓名', '年龄', '身份证号', '姓名'], ['王明', 30, ID.text, '别名'])
    expect(read.rows).toEqual([
      { row: 2, name: '王明', idNumber: ID, mobile: '', position: '', unitName: '', remark: '' },
    ])
  })

  test('up to four rows of heading may stand above the titles', async () => {
    const heading = (rows: number) => Array.from({ length: rows }, (_, row) => [`教师名册 ${row}`])
    const { rows } = await sheet(...heading(4), [...ROSTER_TITLES], WANG)
    expect(rows.map(({ row, name }) => [row, name])).toEqual([[6, '王明']])
    expect(await refusalOf(...heading(5), [...ROSTER_TITLES], WANG)).toEqual({
      code: 'SHEET_COLUMNS_MISSING',
      titles: ['姓名', '身份证号'],
    })
  })

  test('the missing titles are told by the row that has most of them', async () => {
    expect(await refusalOf(['姓名', '手机号'], WANG)).toEqual({
      code: 'SHEET_COLUMNS_MISSING',
      titles: ['身份证号'],
    })
    expect(await refusalOf(['姓名'], ['身份证号', '备注'], ['姓名'])).toEqual({
      code: 'SHEET_COLUMNS_MISSING',
      titles: ['姓名'],
    })
    expect(await refusalOf(['我的姓名', '身份证号的备注'])).toEqual({
      code: 'SHEET_COLUMNS_MISSING',
      titles: ['姓名', '身份证号'],
    })
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
    expect(await refusalOf()).toEqual({ code: 'SHEET_EMPTY' })
    expect(await refusalOf([...ROSTER_TITLES])).toEqual({ code: 'SHEET_EMPTY' })
    expect(await refusalOf([...ROSTER_TITLES], [null, null, null, '教师'])).toEqual({ code: 'SHEET_EMPTY' })
  })

  test('a sheet in which every number was stored as one is refused; a single one is a fault of its row', async () => {
    const AS_NUMBER = ['王明', 990101199001011]
    expect(await refusalOf([...ROSTER_TITLES], AS_NUMBER, ['李红'], AS_NUMBER)).toEqual({
      code: 'SHEET_ID_AS_NUMBER',
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
    ['a mobile that is none', { mobile: '138' }, { code: 'MOBILE_MALFORMED' }],
    ['no name and no number', { name: '', idNumber: null }, { code: 'NAME_MISSING' }],
    ['a false number and mobile', { ...number('1'), mobile: '1' }, { code: 'ID_NUMBER_MALFORMED' }],
  ])('%s: the row is refused, and nothing of it is hashed', (_, change, reason) => {
    expect(kept(change)).toMatchObject({ verdict: 'refused', reason, idNumberHash: '' })
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
