import type { Day } from '../kernel/instant'
import { compareText } from '../kernel/order'
import { allOf, atProviders, type Choice, fits, least, leastCover } from './choice'
import type { Order } from './cost'
import { type CoverTable, coverTable, unitOf } from './cover-table'
import type { PartNeed, PlanNeed, YearNeed } from './need'
import type { Offer } from './offer'

/** Finds the least choice with classes held up to a day, for one need. */
export interface Solver {
  /** Days of the classes that could matter, ascending. */
  readonly days: readonly Day[]
  leastUpTo(order: Order, upTo: Day | null): Choice | null
  /** Offers that were weighed. */
  readonly weighed: number
}

type YearsNeed = Extract<PlanNeed, { kind: 'years' }>

export const partKey = (year: number, { category, subject }: PartNeed): string =>
  `${year}|${category}|${subject?.id ?? ''}`

/** Offers by the part of a year that they can fill; an offer fills one part only. */
export function offersByPart(
  years: readonly YearNeed[],
  offers: readonly Offer[],
): ReadonlyMap<string, readonly Offer[]> {
  const byYear = new Map<string, Offer[]>()
  for (const offer of offers) {
    const key = `${offer.year}|${offer.category}`
    const group = byYear.get(key)
    if (group) group.push(offer)
    else byYear.set(key, [offer])
  }
  const parts = years.flatMap((year) => year.ways.flat().map((part) => ({ year, part })))
  return new Map(
    parts.map(({ year, part }) => [
      partKey(year.year, part),
      (byYear.get(`${year.year}|${part.category}`) ?? []).filter((offer) => fits(year, part, offer)),
    ]),
  )
}

/**
 * Solves whole years. Each part is covered by itself, because an offer fills one year and category; parts,
 * years and ways then add up, and the sum of least parts is the least of all. Hours beyond the offers come
 * from an outside provider, where the notice names one.
 */
export function solveYears(need: YearsNeed, offers: readonly Offer[]): Solver {
  const byPart = offersByPart(need.years, offers)
  const tables = new Map<string, CoverTable>()
  const tableOf = (order: Order, key: string, hours: number): CoverTable => {
    const name = `${order}|${key}`
    const known = tables.get(name)
    if (known) return known
    const own = byPart.get(key) ?? []
    const made = coverTable(own, { most: hours, unit: unitOf(own), order })
    tables.set(name, made)
    return made
  }
  const leastPart = (year: YearNeed, part: PartNeed, { order, upTo }: { order: Order; upTo: Day | null }) => {
    const key = partKey(year.year, part)
    const { category, hours } = part
    const here = leastCover(tableOf(order, key, hours), { hours, upTo })
    if (here !== null || year.sources[category].providers.length === 0) return here
    return atProviders(year, { category, hours, of: year.year })
  }
  return {
    days: daysOf([...byPart.values()].flat()),
    weighed: new Set([...byPart.values()].flat()).size,
    leastUpTo(order, upTo) {
      const leastOfYear = new Map(
        need.years.map((year) => [
          year.year,
          least(
            order,
            year.ways.map((way) => allOf(way.map((part) => leastPart(year, part, { order, upTo })))),
          ),
        ]),
      )
      return least(
        order,
        need.ways.map((way) => allOf(way.map((year) => leastOfYear.get(year) ?? null))),
      )
    },
  }
}

export const daysOf = (offers: readonly Offer[]): Day[] =>
  [...new Set(offers.flatMap(({ heldOn }) => heldOn ?? []))].sort(compareText)
