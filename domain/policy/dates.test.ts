import { day, instant } from '../kernel/instant'
import { dateState, recordLapsesOn } from './dates'
import { annualNotice, we } from './notice.fixture'
import type { Act, DateRule } from './pack'

const at = (text: string) => instant(Date.parse(`${text}+08:00`))
const rule = (act: Act, force: 'soft' | 'hard', on: string): DateRule => ({
  ...{ act, label: act, force: we(force) },
  day: we(on === 'month-end' ? on : day(on)),
})
const dates = [
  rule('submit-claim', 'hard', '2023-12-31'),
  rule('submit-claim', 'soft', '2023-12-10'),
  rule('study', 'soft', '2023-12-20'),
  rule('push-data', 'soft', 'month-end'),
]
const stateOf = (act: Act, text: string, of?: string) =>
  dateState({ dates }, { act, at: at(text), ...(of === undefined ? {} : { of: day(of) }) })

test.each([
  ['2023-12-10T23:59:59.999', 'open', '2023-12-10'],
  ['2023-12-11T00:00:00', 'late', '2023-12-31'],
  ['2023-12-31T23:59:59.999', 'late', '2023-12-31'],
  ['2024-01-01T00:00:00', 'closed', '2023-12-31'],
])('QH23-11, QH23-12: a yearly claim of %s is %s, and %s matters', (text, state, on) => {
  expect(stateOf('submit-claim', text)).toEqual({ state, day: on, rules: dates.slice(0, 2) })
})

test('after a soft date alone an act is late for ever; without any date the notice is silent', () => {
  expect(stateOf('study', '2023-12-20T12:00:00')).toMatchObject({ state: 'open', day: '2023-12-20' })
  expect(stateOf('study', '2031-01-01T00:00:00')).toMatchObject({ state: 'late', day: '2023-12-20' })
  expect(stateOf('register-unit', '2023-01-01T00:00:00')).toEqual({ state: 'silent', day: null, rules: [] })
})

test.each([
  ['2023-06-30T23:59:59', '2023-06-01', 'open', '2023-06-30'],
  ['2023-07-01T00:00:00', '2023-06-01', 'late', '2023-06-30'],
  ['2023-07-01T00:00:00', undefined, 'open', '2023-07-31'],
  ['2024-02-29T23:59:59', undefined, 'open', '2024-02-29'],
  ['2024-01-01T00:00:00', '2023-12-15', 'late', '2023-12-31'],
])('QH23-22: pushed at %s for the month of %s, it is %s; the day is %s', (text, of, state, on) => {
  expect(stateOf('push-data', text, of)).toMatchObject({ state, day: on })
})

test('of two hard dates that passed, the first one closed it', () => {
  const two = [rule('study', 'hard', '2023-12-31'), rule('study', 'hard', '2023-12-20')]
  expect(dateState({ dates: two }, { act: 'study', at: at('2024-06-01T00:00:00') })).toMatchObject({
    state: 'closed',
    day: '2023-12-20',
  })
  expect(dateState({ dates: two }, { act: 'study', at: at('2023-12-25T00:00:00') })).toMatchObject({
    state: 'closed',
    day: '2023-12-20',
  })
})

test('QH23-24: a record of dishonesty lapses after its years; where the notice keeps none, never', () => {
  const kept = annualNotice({ integrityRecordYears: we(3) })
  expect(recordLapsesOn(kept, day('2023-06-08'))).toBe('2026-06-08')
  expect(recordLapsesOn(kept, day('2024-02-29'))).toBe('2027-03-01')
  expect(recordLapsesOn(kept, day('2023-12-31'))).toBe('2026-12-31')
  expect(recordLapsesOn(annualNotice(), day('2023-06-08'))).toBeNull()
})
