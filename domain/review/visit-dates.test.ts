import { day, endOfDay, type Instant, instant } from '../kernel/instant'
import { annualNotice, we } from '../policy/notice.fixture'
import type { DateRule } from '../policy/pack'
import { visitDates } from './visit-dates'

const at = (text: string): Instant => instant(Date.parse(`${text}+08:00`))
const until = (text: string): Instant => endOfDay(day(text))
const rule = (force: 'soft' | 'hard', on: DateRule['day']['value']): DateRule => ({
  act: 'verify-claim',
  label: '审验',
  force: we(force),
  day: we(on),
})

const undated = annualNotice()
const dated = annualNotice({
  dates: [
    rule('soft', day('2023-12-20')),
    rule('hard', day('2023-12-31')),
    rule('soft', 'month-end'),
    { ...rule('hard', day('2023-01-01')), act: 'submit-claim' },
  ],
})

test('without a date of the notice a level has our days, to the end of the last one, and nothing closes', () => {
  expect(visitDates(undated, at('2023-05-01T09:30:00'))).toEqual({
    dueAt: until('2023-05-11'),
    closesAt: null,
  })
})

test.each([
  ['2023-12-05T09:00:00', '2023-12-15'],
  ['2023-12-10T00:00:00', '2023-12-20'],
  ['2023-12-12T09:00:00', '2023-12-20'],
  ['2023-12-20T23:59:59', '2023-12-20'],
  ['2023-12-21T00:00:00', '2023-12-31'],
  ['2023-12-31T23:59:59', '2023-12-31'],
])('a claim of %s is due with the end of %s, and closes with the year', (moment, due) => {
  expect(visitDates(dated, at(moment))).toEqual({ dueAt: until(due), closesAt: until('2023-12-31') })
})
