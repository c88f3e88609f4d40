import { hoursOf } from '@domain/kernel/hours'
import type { AccountView, CategoryRing } from '@server/books/hours/views'
import { standing } from './hours-words'

const ring = (category: CategoryRing['category'], counted: number, pending: number): CategoryRing => ({
  category,
  name: category === 'public' ? '公需课' : '专业课',
  required: hoursOf(category === 'public' ? 24 : 56),
  counted: hoursOf(counted),
  pending: hoursOf(pending),
})

const account = (rings: CategoryRing[], complete = false): AccountView => ({
  year: 2022,
  region: 'shaanxi',
  regionName: '陕西省',
  years: [2022],
  rings,
  complete,
  requirement: { id: 'SX22-1', document: '', words: '', reading: false },
  entries: [],
  next: null,
  certificateNumber: null,
})

test.each([
  [[ring('public', 24, 0), ring('professional', 48, 0)], '还差 8 学时专业课'],
  [[ring('public', 0, 0), ring('professional', 49.5, 0)], '还差 24 学时公需课、6.5 学时专业课'],
  [[ring('public', 24, 0), ring('professional', 48, 8)], '学时已学够，等待核验'],
])('%#: %s', (rings, words) => {
  expect(standing(account(rings))).toBe(words)
})

test('a year that is complete says so, with its number', () => {
  expect(standing(account([ring('public', 24, 0), ring('professional', 56, 0)], true))).toBe(
    '2022 年度已学满',
  )
})
