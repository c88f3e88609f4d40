import { instant } from '../../domain/kernel/instant'
import { CallBudget } from './call-budget'

const NOW = instant(1_700_000_000_000)
const at = (seconds: number) => instant(NOW + seconds * 1000)

test('calls are paid until the purse is empty, then told when it can be paid again', () => {
  const budget = new CallBudget({ points: 10, perSecond: 2 })
  expect([1, 2, 3].map(() => budget.pay('o-li', 3, NOW))).toEqual([null, null, null])
  expect(budget.pay('o-li', 3, NOW)).toBe(at(1))
  expect(budget.pay('o-li', 3, instant(NOW + 999))).toBe(at(1))
  expect(budget.pay('o-li', 3, at(1))).toBeNull()
})

test('one caller’s purse is no other’s', () => {
  const budget = new CallBudget({ points: 3, perSecond: 1 })
  expect(budget.pay('o-li', 3, NOW)).toBeNull()
  expect(budget.pay('o-li', 3, NOW)).toBe(at(3))
  expect(budget.pay('o-wang', 3, NOW)).toBeNull()
})

test('a purse never holds more than it may, however long one is silent, and a clock that goes back fills none', () => {
  const budget = new CallBudget({ points: 4, perSecond: 1 })
  budget.pay('o-li', 4, NOW)
  expect(budget.pay('o-li', 1, at(-3_600))).toBe(at(-3_599))
  expect(budget.pay('o-li', 4, at(86_400))).toBeNull()
  expect(budget.pay('o-li', 1, at(86_400))).toBe(at(86_401))
})

test('what costs more than a whole purse is paid by a full one', () => {
  const budget = new CallBudget({ points: 10, perSecond: 1 })
  expect(budget.pay('o-li', 50, NOW)).toBeNull()
  expect(budget.pay('o-li', 50, at(9))).toBe(at(10))
  expect(budget.pay('o-li', 50, at(10))).toBeNull()
})

test('a flood of strangers fills no memory, and the one who was heard last is remembered', () => {
  const budget = new CallBudget({ points: 1, perSecond: 1 })
  for (let n = 0; n < 20_000; n += 1) budget.pay(`o-${n}`, 1, NOW)
  expect(budget.pay('o-19999', 1, NOW)).toBe(at(1))
  expect((budget as unknown as { purses: Map<string, unknown> }).purses.size).toBe(5_000)
})
