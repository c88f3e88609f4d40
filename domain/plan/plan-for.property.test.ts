import fc from 'fast-check'
import { hundredths } from '../kernel/hours'
import type { Day } from '../kernel/instant'
import { fen } from '../kernel/money'
import type { PlanNeed } from './need'
import type { Offer } from './offer'
import { openYear, part, windowNeed, yearsNeed } from './plan.fixture'
import { planFor } from './plan-for'

// Every subset of up to ten offers is tried: the plan must be one of the least, by each of the three
// measures.
const SEED = 2022_08_15
const TODAY = '2022-08-15' as Day
const PACE = 60

const DAYS = ['2022-08-16', '2022-08-18', '2022-08-30', '2022-10-01'] as const

const offers = (
  categories: readonly Offer['category'][],
  years: readonly number[] = [2021, 2022],
): fc.Arbitrary<Offer[]> =>
  fc
    .array(
      fc.record({
        year: fc.constantFrom(...years),
        category: fc.constantFrom(...categories),
        hours: fc.constantFrom(50, 100, 150, 200, 300, 725),
        feeFen: fc.integer({ min: 0, max: 6 }).map((units) => units * 100),
        ownTimeMinutes: fc.constantFrom(0, 30, 60, 120, 180),
        heldOn: fc.constantFrom(null, null, ...DAYS),
        subjectId: fc.constantFrom(null, 'one', 'two'),
        baseLevel: fc.constantFrom(...(['province', 'province', 'province', 'province', 'city'] as const)),
      }),
      { maxLength: 10 },
    )
    .map((found) =>
      found.map(({ heldOn, subjectId, ...rest }, index) => ({
        ...rest,
        id: `o${index}`,
        title: `o${index}`,
        hours: hundredths(rest.hours),
        feeFen: fen(rest.feeFen),
        source: heldOn === null ? ('course' as const) : ('class' as const),
        ...(heldOn === null ? {} : { heldOn: heldOn as Day }),
        ...(subjectId === null ? {} : { subjectId }),
      })),
    )

const sum = (chosen: readonly Offer[], of: (offer: Offer) => boolean): number =>
  chosen.filter(of).reduce((total, { hours }) => total + hours, 0)

/** Lawful: its base serves the title, and a class of 2021 is held before the year closes. */
const lawful = ({ baseLevel, year, heldOn }: Offer): boolean =>
  baseLevel === 'province' && (year !== 2021 || heldOn === undefined || heldOn <= '2022-09-30')

const evening = (minutes: number): Day => {
  const evenings = Math.max(0, Math.ceil(minutes / PACE) - 1)
  return new Date(Date.UTC(2022, 7, 15 + evenings)).toISOString().slice(0, 10) as Day
}

interface Measures {
  fee: number
  hours: number
  own: number
  doneOn: number
}

function measures(chosen: readonly Offer[]): Measures {
  const own = chosen.reduce((total, { ownTimeMinutes }) => total + ownTimeMinutes, 0)
  const days = [evening(own), ...chosen.flatMap(({ heldOn }) => heldOn ?? [])]
  return {
    fee: chosen.reduce((total, { feeFen }) => total + feeFen, 0),
    hours: sum(chosen, () => true),
    own,
    doneOn: Math.max(...days.map((day) => Date.parse(day))),
  }
}

const ORDERS = {
  cheapest: ({ fee, hours, own }: Measures) => [fee, hours, own],
  fastest: ({ doneOn, own, fee, hours }: Measures) => [doneOn, own, fee, hours],
  'fewest-evenings': ({ own, fee, hours }: Measures) => [own, fee, hours],
} as const

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0

/** The least of each measure over all subsets that suffice; null where none does. */
function oracle(all: readonly Offer[], suffices: (chosen: readonly Offer[]) => boolean) {
  const usable = all.filter(lawful)
  const found: Measures[] = []
  for (let mask = 0; mask < 1 << usable.length; mask++) {
    const chosen = usable.filter((_, index) => (mask & (1 << index)) !== 0)
    if (suffices(chosen)) found.push(measures(chosen))
  }
  if (found.length === 0) return null
  const leastBy = (order: (of: Measures) => readonly number[]) => found.map(order).sort(compare)[0]
  return {
    cheapest: leastBy(ORDERS.cheapest),
    fastest: leastBy(ORDERS.fastest),
    'fewest-evenings': leastBy(ORDERS['fewest-evenings']),
  }
}

function agrees(need: PlanNeed, all: Offer[], suffices: (chosen: readonly Offer[]) => boolean): void {
  const outcome = planFor({ need, offers: all, today: TODAY, minutesPerEvening: PACE })
  if (!outcome.ok) throw new Error('refused')
  const expected = oracle(all, suffices)
  const { plans } = outcome.value
  if (expected === null || plans === null) {
    expect(plans).toBe(expected)
    expect(outcome.value.cannot.length).toBeGreaterThan(0)
    return
  }
  for (const kind of ['cheapest', 'fastest', 'fewest-evenings'] as const) {
    const chosen = plans[kind].offers
    expect(suffices(chosen)).toBe(true)
    expect(new Set(chosen.map(({ id }) => id)).size).toBe(chosen.length)
    expect(ORDERS[kind](measures(chosen))).toEqual(expected[kind])
    expect(Date.parse(plans[kind].doneOn)).toBe(measures(chosen).doneOn)
  }
}

const closing = { until: '2022-09-30', baseLevels: ['province'] } as const
const half = (units: number) => units / 2

test('one part of one year: whatever is left out beforehand, the least stay', () => {
  const amount = fc.integer({ min: 1, max: 20 }).map(half)
  fc.assert(
    fc.property(offers(['professional'], [2022]), amount, (all, asked) => {
      const year = openYear(2022, { baseLevels: ['province'] })
      const need = yearsNeed([{ ...year, ways: [[part('professional', asked)]] }])
      agrees(need, all, (chosen) => sum(chosen, () => true) >= asked * 100)
    }),
    { seed: SEED, numRuns: 400 },
  )
})

test('whole years: each of the three plans is the least of all subsets', () => {
  const amount = fc.integer({ min: 0, max: 12 }).map(half)
  fc.assert(
    fc.property(offers(['public', 'professional']), fc.tuple(amount, amount, amount), (all, [a, b, c]) => {
      const need = yearsNeed([
        { ...openYear(2021, closing), ways: [[part('public', a), part('professional', b)]] },
        { ...openYear(2022, { baseLevels: ['province'] }), ways: [[part('professional', c)]] },
      ])
      agrees(
        need,
        all,
        (chosen) =>
          sum(chosen, ({ year, category }) => year === 2021 && category === 'public') >= a * 100 &&
          sum(chosen, ({ year, category }) => year === 2021 && category === 'professional') >= b * 100 &&
          sum(chosen, ({ year, category }) => year === 2022 && category === 'professional') >= c * 100,
      )
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('one of two years, all of two subjects or one of them: the least way is taken', () => {
  const amount = fc.integer({ min: 1, max: 8 }).map(half)
  fc.assert(
    fc.property(offers(['public']), fc.tuple(amount, amount, amount, amount), (all, [a, b, c, d]) => {
      const need = yearsNeed(
        [
          { ...openYear(2021, closing), ways: [[part('public', a, 'one')], [part('public', b, 'two')]] },
          {
            ...openYear(2022, { baseLevels: ['province'] }),
            ways: [[part('public', c, 'one'), part('public', d, 'two')]],
          },
        ],
        [[2021], [2022]],
      )
      agrees(need, all, (chosen) => {
        const has = (asked: number, subject: string) =>
          sum(chosen, ({ year, subjectId }) => year === asked && subjectId === subject)
        return (
          has(2021, 'one') >= a * 100 ||
          has(2021, 'two') >= b * 100 ||
          (has(2022, 'one') >= c * 100 && has(2022, 'two') >= d * 100)
        )
      })
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('a window: public hours beyond their own need fill the total as well', () => {
  const amount = fc.integer({ min: 0, max: 16 }).map(half)
  fc.assert(
    fc.property(offers(['public', 'professional']), fc.tuple(amount, amount), (all, [ofPublic, more]) => {
      const years = [openYear(2021, closing), openYear(2022, { baseLevels: ['province'] })]
      const need = windowNeed([ofPublic, ofPublic + more], years)
      agrees(
        need,
        all,
        (chosen) =>
          sum(chosen, ({ category }) => category === 'public') >= ofPublic * 100 &&
          sum(chosen, () => true) >= (ofPublic + more) * 100,
      )
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('the order in which offers arrive changes nothing', () => {
  fc.assert(
    fc.property(offers(['professional']), fc.integer({ min: 1, max: 12 }), (all, units) => {
      const need = yearsNeed([{ ...openYear(2022), ways: [[part('professional', half(units))]] }])
      const ask = { need, today: TODAY, minutesPerEvening: PACE }
      expect(planFor({ ...ask, offers: [...all].reverse() })).toEqual(planFor({ ...ask, offers: all }))
    }),
    { seed: SEED, numRuns: 200 },
  )
})
