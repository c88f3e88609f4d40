import { hoursOf } from '@domain/kernel/hours'
import type { HomeView } from '@server/home/views'
import { countedOfYear, percentOf, ringWords, yearSentence } from './year'

const facts = (change: Partial<HomeView>): HomeView => ({
  person: {} as HomeView['person'],
  year: 2022,
  regionName: '陕西',
  rings: [
    { category: 'public', name: '公需课', required: hoursOf(24), counted: hoursOf(30), pending: hoursOf(0) },
    {
      category: 'professional',
      name: '专业课',
      required: hoursOf(56),
      counted: hoursOf(48),
      pending: hoursOf(6.5),
    },
  ],
  complete: false,
  missing: { public: hoursOf(0), professional: hoursOf(8) },
  deadline: { day: '2022-12-31', clauseId: 'SX22-11', reading: false },
  next: { kind: 'choose', category: 'professional' },
  underway: [],
  claims: [],
  notices: [],
  reviewerQueue: null,
  unread: 0,
  ...change,
})

test.each<[string, Partial<HomeView>]>([
  ['还差 8 学时专业课，12 月 31 日前完成', {}],
  ['还差 8 学时专业课', { deadline: null }],
  [
    '还差 24 学时公需课、6.5 学时专业课，12 月 31 日前完成',
    { missing: { public: hoursOf(24), professional: hoursOf(6.5) } },
  ],
  ['2022 年度的学时已经学满', { complete: true }],
  [
    '学时已学满，等青禾市第二人民医院核对后计入',
    { next: { kind: 'wait-verification', unitName: '青禾市第二人民医院' } },
  ],
  ['6.5 学时等待核验，核验后计入', { missing: { public: hoursOf(0), professional: hoursOf(0) } }],
])('%s', (sentence, change) => expect(yearSentence(facts(change))).toBe(sentence))

test('one category’s surplus does not fill the other', () => {
  expect(countedOfYear(facts({}).rings)).toBe(hoursOf(72))
})

test('pending is named apart, and a ring closes only when nothing is missing', () => {
  const ring = facts({}).rings[1]
  expect(ring && ringWords(ring)).toEqual({
    name: '专业课',
    amount: '48/56 学时',
    pending: '待核验 6.5 学时',
  })
  expect(percentOf(hoursOf(55.99), hoursOf(56))).toBe(99)
})
