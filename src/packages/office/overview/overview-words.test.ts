import { hoursOf } from '@domain/kernel/hours'
import { columnsOf, elsewhereHours, missingWords, percentOf } from './overview-words'

test('a percent is never rounded up to everybody, and nobody is none', () => {
  expect(percentOf(999, 1000)).toBe(99)
  expect(percentOf(0, 0)).toBe(0)
  expect(percentOf(3, 3)).toBe(100)
})

test('twelve columns, the highest whole, a little still to be seen, another year apart', () => {
  const months = [
    { month: '2022-03', hours: hoursOf(1), completed: 0 },
    { month: '2022-08', hours: hoursOf(12_300), completed: 3 },
    { month: '2023-01', hours: hoursOf(8), completed: 0 },
  ]
  const columns = columnsOf(2022, months)
  expect(columns).toHaveLength(12)
  expect(columns[7]).toMatchObject({ month: 8, heightPercent: 100, label: '1.2万' })
  expect(columns[2]).toMatchObject({ heightPercent: 4, label: '1' })
  expect(columns[0]).toMatchObject({ heightPercent: 0, label: '' })
  expect(elsewhereHours(2022, months)).toBe(800)
})

test('what somebody misses, in words', () => {
  const person = { personId: '', name: '', idNumberMasked: '', verified: true, missingPublic: hoursOf(0) }
  expect(missingWords({ ...person, missingProfessional: hoursOf(6.5), pending: hoursOf(8) })).toBe(
    '还差专业 6.5 学时；另有 8 学时待核对',
  )
})
