import { day, startOfDay } from '../kernel/instant'
import { annualNotice, lookupOf, we, windowOf } from '../policy/notice.fixture'
import { openingOfYear } from './opening-of-year'

const stated = (value: string) =>
  ({ state: 'stated', value: day(value), clause: 'SX22-15', words: '截止2022年9月30日' }) as const
const SILENT = { state: 'silent', note: '通知没有规定。' } as const
const past = { ...windowOf([null, 2021]), lastDay: stated('2022-09-30') }
const present = windowOf([2022, 2023])
const lookup = lookupOf(annualNotice({ inForceFrom: we(day('2022-01-01')), windows: [past, present] }))
const opened = (year: number, on: string) =>
  openingOfYear(lookup, { region: 'qinghai', year, at: startOfDay(day(on)) })

test('SX22-15: a past year is open until its last day, and closed from the next day on', () => {
  const rules = [past.throughYear, past.lastDay]
  const common = { clause: 'SX22-15', rules }
  expect(opened(2021, '2022-09-30')).toEqual({
    ...common,
    open: true,
    lastDay: '2022-09-30',
    text: '2022年9月30日（含）前可以学。',
  })
  expect(opened(2021, '2022-10-01')).toEqual({
    ...common,
    open: false,
    closedOn: '2022-09-30',
    text: '这一年的学时已于2022年9月30日截止，现在不能补学。',
  })
})

test('a year without a last day is open, and rests on the years that its window opens', () => {
  expect(opened(2023, '2023-06-01')).toEqual({
    open: true,
    lastDay: null,
    clause: null,
    rules: [present.throughYear, SILENT],
    text: '现在可以学。',
  })
})

test.each([
  [2024, '2023-06-01', '这一年的通知还没有收进来，现在还不能学。'],
  [2024, '2025-06-01', '现行通知没有开放这一年的补学。'],
  [2021, '2021-06-01', '这一年的通知还没有收进来，现在还不能学。'],
])('%i on %s has no window: %s', (year, on, text) => {
  expect(opened(year, on)).toEqual({ open: false, closedOn: null, clause: null, rules: [], text })
})

test('a closed year whose last day is our reading names no clause', () => {
  const read = lookupOf(annualNotice({ windows: [windowOf([2022, 2022], '2022-12-31')] }))
  const closed = openingOfYear(read, { region: 'qinghai', year: 2022, at: startOfDay(day('2023-06-01')) })
  expect(closed).toMatchObject({ open: false, clause: null, closedOn: '2022-12-31' })
})
