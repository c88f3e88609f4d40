import { hoursOf } from '@domain/kernel/hours'
import { missingWords, percentOf, shortHours } from './overview-words'

test('a percent is never rounded up to everybody, and nobody is none', () => {
  expect(percentOf(999, 1000)).toBe(99)
  expect(percentOf(0, 0)).toBe(0)
  expect(percentOf(3, 3)).toBe(100)
})

test('many hours are told in 万', () => {
  expect(shortHours(hoursOf(9999))).toBe('9999')
  expect(shortHours(hoursOf(12_300))).toBe('1.2万')
  expect(shortHours(0)).toBe('0')
})

test('what somebody misses, in words', () => {
  const person = { personId: '', name: '', idNumberMasked: '', verified: true, missingPublic: hoursOf(0) }
  expect(missingWords({ ...person, missingProfessional: hoursOf(6.5), pending: hoursOf(8) })).toBe(
    '还差专业 6.5 学时；另有 8 学时待核对',
  )
})
