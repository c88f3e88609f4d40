import { hoursOf } from '../kernel/hours'
import { day } from '../kernel/instant'
import type { Order } from './cost'
import {
  canMake,
  costOf,
  coverTable,
  layerUpTo,
  leastFromEach,
  offersOf,
  sumsOf,
  unitOf,
} from './cover-table'
import { keepUndominated } from './keep-undominated'
import type { Offer } from './offer'
import { offer } from './plan.fixture'

const tableOf = (offers: readonly Offer[], most: number, order: Order = 'fee') =>
  coverTable(offers, { most: hoursOf(most), unit: unitOf(offers), order })
const idsOf = (offers: readonly Offer[]) => offers.map(({ id }) => id)

test('the unit is the coarsest in which all hours are whole; 1 where there are none', () => {
  expect(unitOf([offer('a', [8, 1]), offer('b', [6, 1])])).toBe(200)
  expect(unitOf([offer('a', [7.25, 1]), offer('b', [2, 1])])).toBe(25)
  expect(unitOf([])).toBe(1)
})

describe('the least cost of every sum', () => {
  const offers = [
    offer('one', [1, 3]),
    offer('two', [2, 4]),
    offer('class', [2, 1], { heldOn: '2022-08-20' }),
    offer('same-day', [4, 2], { heldOn: '2022-08-20' }),
    offer('later', [3, 1], { heldOn: '2022-09-01' }),
  ]
  const table = tableOf(offers, 4)

  test('a layer for no class, and one for each day', () => {
    expect(table.days).toEqual(['2022-08-20', '2022-09-01'])
    expect(table.layers).toHaveLength(3)
    expect(table.layers.map(({ stages }) => stages)).toEqual([2, 4, 5])
    const days = [null, '2022-08-19', '2022-08-20', '2022-08-31', '2022-09-01', '2023-01-01']
    expect(days.map((upTo) => layerUpTo(table, upTo === null ? null : day(upTo)))).toEqual([0, 0, 1, 1, 2, 2])
  })

  test('sums end a whole offer beyond what can be asked for', () => {
    expect(sumsOf(table)).toBe(8)
    expect(sumsOf(tableOf([], 4))).toBe(401)
  })

  test('what can be made, at what cost, of which offers', () => {
    const feesOf = (layer: number) =>
      Array.from({ length: 8 }, (_, sum) =>
        canMake(table, { layer, sum }) ? costOf(table, { layer, sum }).feeFen : null,
      )
    expect(feesOf(0)).toEqual([0, 300, 400, 700, null, null, null, null])
    expect(feesOf(1)).toEqual([0, 300, 100, 400, 200, 500, 300, 600])
    expect(feesOf(2)).toEqual([0, 300, 100, 100, 200, 200, 300, 300])
    expect(idsOf(offersOf(table, { layer: 0, sum: 3 })).sort()).toEqual(['one', 'two'])
    expect(idsOf(offersOf(table, { layer: 2, sum: 5 })).sort()).toEqual(['class', 'later'])
    expect(idsOf(offersOf(table, { layer: 2, sum: 0 }))).toEqual([])
    expect(costOf(table, { layer: 0, sum: 3 })).toEqual({
      unpricedHours: 0,
      feeFen: 700,
      hours: hoursOf(3),
      ownTimeMinutes: 180,
    })
  })

  test('by own time, the fee is the second cost', () => {
    const byTime = tableOf(offers, 4, 'own-time')
    expect(costOf(byTime, { layer: 1, sum: 3 })).toEqual({
      unpricedHours: 0,
      feeFen: 400,
      hours: hoursOf(3),
      ownTimeMinutes: 60,
    })
  })

  test('for each sum the least one of at least as many hours; -1 beyond what the offers reach', () => {
    expect([...leastFromEach(table, 0)]).toEqual([0, 1, 2, 3, -1, -1, -1, -1])
    expect([...leastFromEach(table, 1)]).toEqual([0, 2, 2, 4, 4, 6, 6, 7])
    expect([...leastFromEach(table, 2)]).toEqual([0, 2, 2, 3, 4, 5, 6, 7])
  })

  test('of equal first costs the fewest hours, or the least second cost', () => {
    const small = offer('small', [1, 1], { ownTimeMinutes: 60 })
    const large = offer('large', [2, 1], { ownTimeMinutes: 30 })
    expect([...leastFromEach(tableOf([small, large], 1), 0)].slice(0, 3)).toEqual([0, 1, 2])
    const quick = offer('quick', [2, 0.5], { ownTimeMinutes: 60 })
    expect([...leastFromEach(tableOf([small, quick], 1, 'own-time'), 0)].slice(0, 3)).toEqual([0, 2, 2])
    const alike = offer('alike', [2, 1], { ownTimeMinutes: 60 })
    expect([...leastFromEach(tableOf([small, alike], 1, 'own-time'), 0)].slice(0, 3)).toEqual([0, 1, 2])
  })
})

test('of offers alike in hours and day the cheapest, as many as reach the sum; of equals the first by id', () => {
  const many = ['d', 'c', 'b', 'a'].map((id) => offer(id, [3, id === 'd' ? 1 : 2]))
  const { stages } = tableOf(many, 5)
  expect(stages.map(({ offers }) => idsOf(offers))).toEqual([['d', 'a']])
  const byTime = ['d', 'c', 'b'].map((id) => offer(id, [3, 2], { ownTimeMinutes: id === 'b' ? 1 : 2 }))
  expect(tableOf(byTime, 5, 'own-time').stages.map(({ offers }) => idsOf(offers))).toEqual([['b', 'c']])
})

test('a sum takes the cheapest of its group, and never one twice', () => {
  const table = tableOf([offer('a', [1, 1]), offer('b', [1, 2]), offer('c', [1, 3])], 3)
  const chosen = [0, 1, 2, 3].map((sum) => idsOf(offersOf(table, { layer: 0, sum })))
  expect(chosen).toEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']])
})

describe('offers that no least choice can hold', () => {
  const kept = (offers: readonly Offer[], most: number, order: Order = 'fee') =>
    idsOf(keepUndominated(offers, { most: hoursOf(most), order })).sort()
  const cheap = (count: number, hours: number, change: Parameters<typeof offer>[2] = {}) =>
    Array.from({ length: count }, (_, index) => offer(`c${index}`, [hours, 1], change))

  test('an hour for 3 is left out once as many hours as are asked cost less each', () => {
    const dear = offer('dear', [1, 3])
    expect(kept([...cheap(2, 1), dear], 3)).toContain('dear')
    expect(kept([...cheap(3, 1), dear], 3)).not.toContain('dear')
    expect(kept([dear, ...cheap(3, 2)], 3)).not.toContain('dear')
  })

  test('smaller offers, dated ones, and equally dear ones leave nothing out', () => {
    const dear = offer('dear', [2, 3])
    expect(kept([...cheap(3, 1), dear], 4)).toContain('dear')
    expect(kept([...cheap(3, 2, { heldOn: '2022-09-01' }), dear], 4)).toContain('dear')
    expect(kept([...cheap(3, 2), offer('alike', [2, 1])], 4)).toContain('alike')
  })

  test('by own time, what takes less leaves out what takes more', () => {
    const slow = offer('slow', [1, 0], { ownTimeMinutes: 90 })
    expect(kept([...cheap(3, 1), slow], 3, 'own-time')).not.toContain('slow')
    expect(kept([...cheap(3, 1), slow], 3)).toContain('slow')
  })

  test('each price waits for the next: two cheaper ones of two prices count both', () => {
    const dear = offer('dear', [1, 3])
    expect(kept([offer('a', [1, 1]), offer('b', [1, 2]), dear], 2)).toEqual(['a', 'b'])
    expect(kept([offer('a', [1, 1]), offer('b', [1, 2]), dear], 3)).toEqual(['a', 'b', 'dear'])
  })
})
