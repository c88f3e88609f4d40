import type { QueueLine } from '@server/claims/review/claim-views'
import { alikeOf, byDueDay } from './queue-groups'

const DUE = Date.parse('2022-06-12T00:00:00+08:00')

const line = (claimId: string, of: Partial<QueueLine> = {}): QueueLine => ({
  claimId,
  personName: '贺云松',
  kind: 'paper',
  kindLabel: '论文著作类',
  title: '论文',
  year: 2022,
  hourName: '学时',
  hours: null,
  counted: null,
  odd: [],
  dueAt: DUE,
  isLate: false,
  revision: 1,
  stepIndex: 0,
  ...of,
})

test('what is late stands first, then each day under its own heading', () => {
  const late = line('late', { isLate: true, dueAt: DUE - 86_400_000 })
  const groups = byDueDay([late, line('a'), line('b'), line('never', { dueAt: null })])
  expect(groups.map(({ heading, lines }) => [heading, lines.length])).toEqual([
    ['已经逾期', 1],
    ['6 月 11 日前办完', 2],
    ['没有期限', 1],
  ])
})

test('alike is one kind without anything odd, and more than one of it', () => {
  const study = { kind: 'self-study', kindLabel: '自学类' }
  const lines = [line('a'), line('odd', { odd: ['超出上限'] }), line('b'), line('c', study)]
  expect(alikeOf(lines).map(({ label, lines: of }) => [label, of.length])).toEqual([['论文著作类', 2]])
})
