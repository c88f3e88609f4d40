import { addHours, formatHours, hoursOf, hundredths, missingHours, ZERO_HOURS } from './hours'
import { fen, formatYuan } from './money'
import { asDigits, halfWidth, plainFileName, plainText } from './plain-text'

describe('hours are whole hundredths', () => {
  test.each([
    [6.5, 650],
    [0.01, 1],
    [55.99, 5_599],
    [-1, -100],
  ])('%d 学时 are %d', (given, kept) => {
    expect(hoursOf(given)).toBe(kept)
  })

  test.each([0.005, 1.001, Number.NaN, Number.POSITIVE_INFINITY])('%d 学时 are refused', (given) => {
    expect(() => hoursOf(given)).toThrow(RangeError)
  })

  test('a fault names its value', () => {
    expect(() => hoursOf(1.005)).toThrow('hours have at most two decimals: 1.005')
    expect(() => hundredths(0.5)).toThrow('hours must be an integer number of hundredths: 0.5')
  })

  test('sums, and what is missing of a requirement', () => {
    expect(addHours()).toBe(ZERO_HOURS)
    expect(addHours(hoursOf(1), hoursOf(2.5))).toBe(350)
    expect(missingHours(hoursOf(24), hoursOf(6.5))).toBe(1_750)
    expect(missingHours(hoursOf(24), hoursOf(30))).toBe(0)
  })

  test.each([
    [800, '8'],
    [650, '6.5'],
    [5_599, '55.99'],
    [1_010, '10.1'],
    [1, '0.01'],
    [0, '0'],
    [10_000, '100'],
  ])('%d hundredths read %s', (hours, text) => {
    expect(formatHours(hundredths(hours))).toBe(text)
  })
})

test('money is whole 分, and reads as 元', () => {
  expect([28_800, 5, 0].map((amount) => formatYuan(fen(amount)))).toEqual(['288.00', '0.05', '0.00'])
  expect(() => fen(3.6)).toThrow('money must be an integer number of fen: 3.6')
})

test('hidden characters are removed from a text, paths from a file’s name', () => {
  expect(plainText('证书\u202Egpj.exe')).toBe('证书gpj.exe')
  expect(plainText('一\n二\u0007\uFEFF')).toBe('一\n二')
  expect(['../../a/证书.pdf', 'C:\\a\\证书.pdf', ' 证书.pdf '].map(plainFileName)).toEqual(
    Array(3).fill('证书.pdf'),
  )
  expect(['', 'a/', '\u202E'].map(plainFileName)).toEqual(Array(3).fill('未命名文件'))
})

test('full-width digits and signs become plain ones, and nothing else does', () => {
  expect(halfWidth('８．５～①²')).toBe('8.5~①²')
  expect(halfWidth('！')).toBe('!')
  expect(asDigits('１２ 3\u200b\u202d')).toBe('123')
})
