import { instant } from '../../../domain/kernel/instant'
import { rosterRow, type TypedRow } from './read-roster'

const ID = { text: '990101199001011230', stored: 'text' }

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
    [
      'a mobile that is none in such a row',
      { mobile: '1', isHidden: true },
      ['MOBILE_MALFORMED', 'HIDDEN_ROW'],
    ],
  ])('%s never costs the line, and is said', (_, change, codes) => {
    const row = kept(change)
    expect(row).toMatchObject({ reason: null, verdict: null, idNumberHash: 'hash of 990101199001011230' })
    expect(row.oddities.map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    ['', []],
    ['长宁一中（分校）', []],
    [' 长宁 一中(分校)', []],
    ['设计一室', [{ code: 'UNIT_TAKEN_AS_OWN', given: '设计一室' }]],
  ])(
    'a unit typed “%s” is said where another name is meant, not where another keyboard wrote it',
    (given, said) => {
      const named = { unit: { id: 'station', name: '长宁一中（分校）' } }
      expect(kept({ unitName: given }, named).oddities).toEqual(said)
    },
  )

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
