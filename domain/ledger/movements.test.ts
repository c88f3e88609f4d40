import { hoursOf, ZERO_HOURS } from '../kernel/hours'
import { emptyAccount } from './account'
import type { Movement } from './entry'
import { applyMovements } from './movements'

const moving = (change: Partial<Movement>): Movement => ({
  ...{ line: 1, category: 'professional', from: null, to: 'counted', hours: hoursOf(8) },
  ...change,
})

const empty = emptyAccount().portions

describe('the sums after movements', () => {
  test('hours that come from nowhere are added; hours that move leave where they were', () => {
    const { professional, public: ofPublic } = applyMovements(empty, [
      moving({ to: 'pending' }),
      moving({ from: 'pending', to: 'counted', hours: hoursOf(5) }),
    ])
    expect(professional).toEqual({
      counted: hoursOf(5),
      pending: hoursOf(3),
      overCap: ZERO_HOURS,
      void: ZERO_HOURS,
    })
    expect(ofPublic).toEqual(empty.public)
  })

  test('a portion goes down to nothing, and never below: the books would be wrong', () => {
    const held = applyMovements(empty, [moving({})])
    const takeBack = (hours: number) =>
      applyMovements(held, [moving({ from: 'counted', to: 'void', hours: hoursOf(hours) })])
    expect(takeBack(8).professional).toMatchObject({ counted: 0, void: hoursOf(8) })
    expect(() => takeBack(8.01)).toThrow(/professional counted below zero/)
  })
})
