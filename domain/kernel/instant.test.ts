import { type Day, dayAfter, dayNumberOf, daysFrom, instant, plusDays, plusHours, timeOfDay } from './instant'

const at = (text: string) => instant(Date.parse(text))

test.each([
  ['2022-02-27', 2, '2022-03-01'],
  ['2024-02-27', 2, '2024-02-29'],
  ['2022-12-31', 1, '2023-01-01'],
  ['2022-03-01', -1, '2022-02-28'],
  ['2022-08-15', 0, '2022-08-15'],
])('%s and %d days are %s, and as far back', (from, days, to) => {
  expect(dayAfter(from as Day, days)).toBe(to)
  expect(daysFrom(from as Day, to as Day)).toBe(days)
})

test('a Beijing day begins at 16:00 of Greenwich', () => {
  expect(dayNumberOf(at('1970-01-01T15:59:59.999Z'))).toBe(0)
  expect(dayNumberOf(at('1970-01-01T16:00:00Z'))).toBe(1)
  expect(timeOfDay(at('2022-12-31T15:59:00Z'))).toBe('23:59')
  expect(timeOfDay(at('2022-12-31T16:00:00Z'))).toBe('00:00')
})

test('hours may be fractions, days keep the time of day', () => {
  expect(plusHours(at('2022-08-15T00:00:00Z'), 1.5)).toBe(at('2022-08-15T01:30:00Z'))
  expect(plusDays(at('2022-08-15T02:03:04.005Z'), -15)).toBe(at('2022-07-31T02:03:04.005Z'))
})
