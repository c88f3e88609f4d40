import { day, startOfDay } from '../kernel/instant'
import { cardOf, checkCharacterOf, lettersOn, maskIdNumber, parseIdNumber } from './id-number'
import { maskMobile, parseMobile } from './mobile'

const rules = { now: startOfDay(day('2022-08-15')), minimumAgeYears: 16, allowInventedAreas: true }
const numbered = (seventeen: string): string => seventeen + checkCharacterOf(seventeen)
const codeOf = (typed: string, changed = {}): string => {
  const outcome = parseIdNumber(typed, { ...rules, ...changed })
  return outcome.ok ? 'ok' : outcome.refusal.code
}

describe('an ID number (GB 11643)', () => {
  test('the standard’s own example passes', () => {
    expect(codeOf('11010519491231002X')).toBe('ok')
    expect(codeOf('110105 19491231 002x')).toBe('ok')
  })

  test.each([
    ['', 'ID_NUMBER_MALFORMED'],
    ['1101051949123100', 'ID_NUMBER_MALFORMED'],
    ['11010519491231002Y', 'ID_NUMBER_MALFORMED'],
    ['110105194912310021', 'ID_NUMBER_CHECKSUM'],
    [numbered('99010119900230123'), 'ID_NUMBER_DATE'],
    [numbered('99010118991231123'), 'ID_NUMBER_DATE'],
    [numbered('99010120220816123'), 'ID_NUMBER_DATE'],
    [numbered('20010119900101123'), 'ID_NUMBER_AREA'],
    [numbered('99010120060816123'), 'ID_NUMBER_UNDER_AGE'],
    [numbered('99010120060815123'), 'ok'],
    [numbered('99010120000229123'), 'ok'],
  ])('%s → %s', (typed, code) => {
    expect(codeOf(typed)).toBe(code)
  })

  test.each([
    ['typed on a Chinese keyboard', '１１０１０５１９４９１２３１００２Ｘ'],
    ['with a small x of full width', '11010519491231002ｘ'],
    ['pasted with marks that nobody sees', '\u202d11010519491231\u200b002x\u202c\ufeff'],
  ])('%s it is the same number', (_, typed) => {
    expect(parseIdNumber(typed, rules)).toEqual({ ok: true, value: '11010519491231002X' })
  })

  test.each(['1101051949123100２²', '11010519491231002×', '①1010519491231002X', 'ⅠⅠ010519491231002X'])(
    'other signs are no digits: %s',
    (typed) => {
      expect(codeOf(typed)).not.toBe('ok')
    },
  )

  test('every single wrong digit is seen', () => {
    const good = numbered('99010119900101123')
    for (let i = 0; i < 17; i += 1) {
      for (const digit of '0123456789') {
        if (digit === good[i]) continue
        expect(codeOf(good.slice(0, i) + digit + good.slice(i + 1))).toBe('ID_NUMBER_CHECKSUM')
      }
    }
  })

  test('an invented area is refused where real people register', () => {
    expect(codeOf(numbered('99010119900101123'), { allowInventedAreas: false })).toBe('ID_NUMBER_AREA')
  })

  test.each([
    ['810000199001010017', 'residence-permit'],
    ['830000199001010014', 'residence-permit'],
    ['11010519491231002X', 'resident'],
    [numbered('99010119900101123'), 'resident'],
    // Nationality 999 is nobody's.
    [numbered('91199919850101001'), 'permanent-residence'],
    [numbered('96599919850101001'), 'permanent-residence'],
  ])('%s is of a card: %s (GA 2102-2023)', (typed, card) => {
    expect([
      cardOf(typed),
      codeOf(numbered(typed.slice(0, 17)), { allowInventedAreas: card !== 'resident' }),
    ]).toEqual([card, typed.startsWith('99') ? 'ID_NUMBER_AREA' : 'ok'])
  })

  test.each([
    numbered('91099919850101001'),
    numbered('97199919850101001'),
    numbered('98199919850101001'),
    numbered('90199919850101001'),
  ])('%s is of no province, nor is it invented', (typed) => {
    expect([cardOf(typed), codeOf(typed)]).toEqual(['resident', 'ID_NUMBER_AREA'])
  })

  test('a foreigner’s card is read by the other rules too, and shows Latin letters', () => {
    expect(codeOf(numbered('91199920060816001'))).toBe('ID_NUMBER_UNDER_AGE')
    expect(codeOf('911999198501010010')).toBe('ID_NUMBER_CHECKSUM')
    expect(lettersOn(' 9119 9919 8501 0100 1X')).toBe('han-or-latin')
    expect(lettersOn(numbered('99010119900101123'))).toBe('han')
  })

  test('is shown masked', () => {
    const outcome = parseIdNumber('11010519491231002X', rules)
    expect(outcome.ok && maskIdNumber(outcome.value)).toBe('1101**********002X')
  })
})

test('a mobile number is 11 digits of the mainland', () => {
  expect(parseMobile('+86 138 0000 1234')).toEqual({ ok: true, value: '13800001234' })
  expect(parseMobile('１３８００００１２３４')).toEqual({ ok: true, value: '13800001234' })
  expect(parseMobile('\u202d138-0000-1234\u202c')).toEqual({ ok: true, value: '13800001234' })
  for (const written of [
    '1.3800001234E10',
    '1.3800001234e+10',
    '13800001234.0',
    '0086 13800001234',
    "'13800001234",
  ])
    expect(parseMobile(written)).toEqual({ ok: true, value: '13800001234' })
  for (const lost of [
    '1.38E+10',
    '1.38000012E10',
    '13800001234.5',
    '13800001234/13900001234',
    '029-88886666',
  ])
    expect(parseMobile(lost).ok).toBe(false)
  expect(parseMobile('12800001234').ok).toBe(false)
  expect(maskMobile('13800001234')).toBe('138****1234')
})
