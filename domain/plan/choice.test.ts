import { hoursOf } from '../kernel/hours'
import { day } from '../kernel/instant'
import {
  allOf,
  atProviders,
  type Choice,
  fits,
  least,
  minutesOf,
  NOTHING,
  onlyOutside,
  stillOffered,
  together,
} from './choice'
import { addCosts, type Cost, compareCosts, compareWeights, NO_COST, weightsOf } from './cost'
import { malformedOffers } from './offer'
import { ACADEMY, ANY, offer, openYear, part } from './plan.fixture'
import { doneAfter, eveningsFor, later, missedDeadlines } from './schedule'

const cost = (feeFen: number, more: Partial<Cost> = {}): Cost => ({ ...NO_COST, feeFen, ...more })
const choice = (id: string, feeFen: number): Choice => ({
  cost: cost(feeFen),
  offers: () => [offer(id, [8, 1])],
  providers: [],
})
const idsOf = (made: Choice | null) => made?.offers().map(({ id }) => id)

describe('costs, in the order in which they matter', () => {
  const order = (a: Partial<Cost>, b: Partial<Cost>) => [
    Math.sign(compareCosts('fee', { ...NO_COST, ...a }, { ...NO_COST, ...b })),
    Math.sign(compareCosts('own-time', { ...NO_COST, ...a }, { ...NO_COST, ...b })),
  ]

  test.each<[string, Partial<Cost>, Partial<Cost>, number, number]>([
    ['hours without a known fee matter most, of fees', { unpricedHours: 1 }, { feeFen: 9 }, 1, -1],
    ['a lower fee, with more hours', { feeFen: 1, hours: 9 }, { feeFen: 2, hours: 1 }, -1, -1],
    ['fewer hours, with more own time', { hours: 1, ownTimeMinutes: 9 }, { hours: 2 }, -1, 1],
    ['less own time, for more', { feeFen: 2, ownTimeMinutes: 1 }, { feeFen: 1, ownTimeMinutes: 2 }, 1, -1],
    ['less own time alone', { ownTimeMinutes: 1 }, { ownTimeMinutes: 2 }, -1, -1],
    ['fewer hours alone', { hours: 1 }, { hours: 2 }, -1, -1],
    ['alike', { feeFen: 3 }, { feeFen: 3 }, 0, 0],
  ])('%s', (_, a, b, byFee, byTime) => {
    expect(order(a, b)).toEqual([byFee, byTime])
    expect(order(b, a)).toEqual([0 - byFee, 0 - byTime])
  })

  test('add up, each by itself', () => {
    const one = { unpricedHours: 1, feeFen: 2, hours: 3, ownTimeMinutes: 4 }
    const ten = { unpricedHours: 10, feeFen: 20, hours: 30, ownTimeMinutes: 40 }
    expect(addCosts(one, ten)).toEqual({ unpricedHours: 11, feeFen: 22, hours: 33, ownTimeMinutes: 44 })
  })

  test('an offer weighs by its fee first, or by its time', () => {
    const cheap = offer('a', [1, 1], { ownTimeMinutes: 90 })
    const quick = offer('b', [1, 2], { ownTimeMinutes: 30 })
    expect(weightsOf('fee', cheap)).toEqual([100, 90])
    expect(weightsOf('own-time', cheap)).toEqual([90, 100])
    expect(Math.sign(compareWeights('fee', cheap, quick))).toBe(-1)
    expect(Math.sign(compareWeights('own-time', cheap, quick))).toBe(1)
    const dear = { ...cheap, feeFen: quick.feeFen }
    expect(Math.sign(compareWeights('fee', dear, quick))).toBe(1)
    expect(Math.sign(compareWeights('own-time', dear, cheap))).toBe(1)
  })
})

describe('choices', () => {
  test('of several the least; the first of equal ones; none of none', () => {
    expect(idsOf(least('fee', [choice('a', 3), null, choice('b', 2), choice('c', 2)]))).toEqual(['b'])
    expect(least('fee', [null])).toBeNull()
    expect(least('fee', [])).toBeNull()
  })

  test('all of several, where each part has one', () => {
    const both = allOf([choice('a', 1), choice('b', 2)])
    expect(idsOf(both)).toEqual(['a', 'b'])
    expect(both?.cost.feeFen).toBe(3)
    expect(allOf([choice('a', 1), null])).toBeNull()
    expect(allOf([])).toEqual(NOTHING)
    expect(NOTHING.offers()).toEqual([])
  })

  test('together they keep what each provider gives', () => {
    const year = openYear(2022, {
      sources: { public: { routes: ['import'], providers: [ACADEMY] }, professional: ANY },
    })
    const there = atProviders(year, { category: 'public', hours: 4_500, of: 2022 })
    expect(together([there, choice('a', 1), there]).providers).toHaveLength(2)
  })
})

describe('hours at an outside provider', () => {
  const year = openYear(2022, {
    until: '2022-12-31',
    sources: { public: { routes: ['import'], providers: [ACADEMY] }, professional: ANY },
  })

  test('QH23-5: of an unknown fee, as long as a course, until the year closes', () => {
    const made = atProviders(year, { category: 'public', hours: 4_510, of: null })
    expect(made.cost).toEqual({ unpricedHours: 4_510, feeFen: 0, hours: 4_510, ownTimeMinutes: 2_706 })
    expect(made.offers()).toEqual([])
    expect(made.providers).toEqual([
      {
        year: null,
        category: 'public',
        hours: 4_510,
        ownTimeMinutes: 2_706,
        lastDay: '2022-12-31',
        providers: [ACADEMY],
      },
    ])
  })

  test('no hours are no step', () => {
    expect(atProviders(year, { category: 'public', hours: 0, of: 2022 }).providers).toEqual([])
  })

  test('minutes are rounded up', () => {
    expect([100, 50, 1, 0].map(minutesOf)).toEqual([60, 30, 1, 0])
  })

  test('only outside: every route leads there, and somebody is named', () => {
    expect(onlyOutside(year, 'public')).toBe(true)
    expect(onlyOutside(year, 'professional')).toBe(false)
    const unnamed = { routes: ['import'], providers: [] } as const
    const mixed = { routes: ['online', 'import'], providers: [ACADEMY] } as const
    const other = openYear(2022, { sources: { public: unnamed, professional: mixed } })
    expect(onlyOutside(other, 'public')).toBe(false)
    expect(onlyOutside(other, 'professional')).toBe(false)
  })
})

describe('what may fill a part of a year', () => {
  const year = openYear(2022, { until: '2022-12-31', baseLevels: ['province'] })
  const any = part('professional', 8)

  test.each<[string, boolean, Parameters<typeof offer>[2]]>([
    ['a course', true, {}],
    ['of another year', false, { year: 2021 }],
    ['of the other category', false, { category: 'public' }],
    ['a class on the last day', true, { heldOn: '2022-12-31' }],
    ['a class the day after', false, { heldOn: '2023-01-01' }],
    ['of a base that serves the title', true, { baseLevel: 'province' }],
    ['SX22-5: of a base that does not', false, { baseLevel: 'city' }],
    ['by a route that the notice has not', false, { source: 'provider' }],
    ['a likely claim', true, { source: 'claim' }],
  ])('%s: %p', (_, serves, change) => {
    expect(fits(year, any, offer('a', [8, 1], change))).toBe(serves)
  })

  test('SX22-2: of a subject only its own; where no day closes the year, any class', () => {
    const of = part('professional', 8, 's1')
    expect(fits(year, of, offer('a', [8, 1], { subjectId: 's1' }))).toBe(true)
    expect(fits(year, of, offer('a', [8, 1], { subjectId: 's2' }))).toBe(false)
    expect(fits(year, of, offer('a', [8, 1]))).toBe(false)
    expect(fits(openYear(2022), any, offer('a', [8, 1], { heldOn: '2031-01-01' }))).toBe(true)
  })

  test('an offer stands until its last day, a class until the day it is held', () => {
    const offers = [
      offer('today', [8, 1], { lastDay: '2022-08-15', heldOn: '2022-08-15' }),
      offer('closed', [8, 1], { lastDay: '2022-08-14', heldOn: '2022-08-20' }),
      offer('held', [8, 1], { lastDay: '2022-08-15', heldOn: '2022-08-14' }),
      offer('always', [8, 1]),
    ]
    expect(stillOffered(offers, day('2022-08-15')).map(({ id }) => id)).toEqual(['today', 'always'])
  })
})

test('each fault of an offer is named by its path', () => {
  const broken = { hours: hoursOf(0), feeFen: -1, ownTimeMinutes: 0.5 } as Partial<ReturnType<typeof offer>>
  expect(
    malformedOffers([offer('a', [8, 0]), { ...offer('b', [8, 1]), ...broken }, offer('', [8, 1])]),
  ).toEqual(['offers/b/hours', 'offers/b/feeFen', 'offers/b/ownTimeMinutes', 'offers//id'])
  expect(malformedOffers([offer('a', [8, 0]), offer('a', [8, 0])])).toEqual(['offers/a/id'])
  expect(malformedOffers([])).toEqual([])
})

describe('evenings and deadlines', () => {
  const pace = { today: day('2022-08-15'), minutesPerEvening: 90 }

  test('this evening is the first', () => {
    expect([0, 1, 90, 91, 180, 181].map((minutes) => eveningsFor(minutes, pace))).toEqual([0, 1, 1, 2, 2, 3])
    expect([0, 90, 180].map((minutes) => doneAfter(minutes, pace))).toEqual([
      '2022-08-15',
      '2022-08-15',
      '2022-08-16',
    ])
    expect(later(null, day('2022-08-15'))).toBe('2022-08-15')
    expect(later(day('2022-08-16'), day('2022-08-15'))).toBe('2022-08-16')
    expect(later(day('2022-08-14'), day('2022-08-15'))).toBe('2022-08-15')
  })

  const task = (ownTimeMinutes: number, lastDay: string | null) => ({
    ownTimeMinutes,
    lastDay: lastDay === null ? null : day(lastDay),
  })

  test('SX22-15: 80 hours until 2022-09-30, an hour an evening, end on 2022-11-02; 103 minutes are in time', () => {
    const slow = { ...pace, minutesPerEvening: 60 }
    expect(missedDeadlines([task(4_800, '2022-09-30')], slow)).toEqual([
      { lastDay: '2022-09-30', doneOn: '2022-11-02', minutesPerEvening: 103 },
    ])
    expect(missedDeadlines([task(4_800, '2022-09-30')], { ...slow, minutesPerEvening: 103 })).toEqual([])
  })

  test('the task due first is studied first; what has no deadline misses none', () => {
    const tasks = [task(180, '2022-08-16'), task(90, '2022-08-15'), task(9_000, null), task(90, '2022-08-18')]
    expect(missedDeadlines(tasks, pace)).toEqual([
      { lastDay: '2022-08-16', doneOn: '2022-08-17', minutesPerEvening: 135 },
    ])
  })

  test('a deadline of the past is missed by minutes, not by none', () => {
    expect(missedDeadlines([task(0, '2022-08-01')], pace)).toEqual([])
    expect(missedDeadlines([task(1, '2022-08-14')], pace)).toHaveLength(1)
  })
})
