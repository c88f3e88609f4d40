import type { Day } from '../kernel/instant'
import type { Category } from '../policy/pack'
import { atProviders, type Choice, fits, leastCover, onlyOutside, together } from './choice'
import { addCosts, type Cost, compareCosts, type Order } from './cost'
import {
  type CoverTable,
  canMake,
  costOf,
  coverTable,
  layerUpTo,
  leastFromEach,
  offersOf,
  sumsOf,
  unitOf,
} from './cover-table'
import type { OpenYear, PlanNeed } from './need'
import type { Offer } from './offer'
import { daysOf, type Solver } from './solve-years'

type WindowNeed = Extract<PlanNeed, { kind: 'window' }>

/**
 * Solves sums over a window: so many public hours, so many in all. Public hours may exceed their own sum and
 * count in the total, so for every sum of public hours the professional ones fill the rest: two tables of one
 * dimension, and the least of their meetings.
 */
export function solveWindow(need: WindowNeed, offers: readonly Offer[]): Solver {
  const of = (category: Category) =>
    offers.filter((offer) => need.years.some((year) => fits(year, { category, subject: null }, offer)))
  const ofPublic = of('public')
  const professional = of('professional')
  const all = [...ofPublic, ...professional]
  const unit = unitOf(all)
  const tables = new Map<string, CoverTable>()
  const tableOf = (order: Order, category: Category): CoverTable => {
    const known = tables.get(`${order}|${category}`)
    if (known) return known
    const made = coverTable(category === 'public' ? ofPublic : professional, {
      most: Math.max(need.public, need.total),
      unit,
      order,
    })
    tables.set(`${order}|${category}`, made)
    return made
  }
  const at = (category: Category): OpenYear | null =>
    need.years.find((year) => onlyOutside(year, category)) ?? null
  return {
    days: daysOf(all),
    weighed: all.length,
    leastUpTo(order, upTo) {
      if (need.years.length === 0) return null
      const outside = ofPublic.length === 0 ? at('public') : null
      if (!outside)
        return meeting(need, {
          ofPublic: tableOf(order, 'public'),
          professional: tableOf(order, 'professional'),
          upTo,
        })
      const there = atProviders(outside, { category: 'public', hours: need.public, of: null })
      const rest = Math.max(0, need.total - need.public)
      const other = restOf(need, { professional: tableOf(order, 'professional'), rest, upTo })
      // Where too few professional hours are on offer, more public ones fill the total as well.
      const more = { category: 'public', hours: Math.max(need.public, need.total), of: null } as const
      return other ? together([there, other]) : atProviders(outside, more)
    },
  }
}

interface Tables {
  readonly ofPublic: CoverTable
  readonly professional: CoverTable
  readonly upTo: Day | null
}

/** The rest of the total beside the public hours at the provider. */
function restOf(
  need: WindowNeed,
  { professional, rest, upTo }: { professional: CoverTable; rest: number; upTo: Day | null },
): Choice | null {
  const outside = need.years.find((year) => onlyOutside(year, 'professional'))
  if (outside && professional.stages.length === 0)
    return atProviders(outside, { category: 'professional', hours: rest, of: null })
  return leastCover(professional, { hours: rest, upTo })
}

/** For every sufficient sum of public hours, the fewest professional hours that fill the total. */
function meeting(need: WindowNeed, { ofPublic, professional, upTo }: Tables): Choice | null {
  const { unit, order } = ofPublic
  const layers = { public: layerUpTo(ofPublic, upTo), professional: layerUpTo(professional, upTo) }
  const fill = leastFromEach(professional, layers.professional)
  let best: { cost: Cost; ofPublic: number; professional: number } | null = null
  for (let sum = Math.ceil(need.public / unit); sum < sumsOf(ofPublic); sum++) {
    const rest = fill[Math.max(0, Math.ceil((need.total - sum * unit) / unit))] ?? -1
    if (rest < 0 || !canMake(ofPublic, { layer: layers.public, sum })) continue
    const cost = addCosts(
      costOf(ofPublic, { layer: layers.public, sum }),
      costOf(professional, { layer: layers.professional, sum: rest }),
    )
    if (best === null || compareCosts(order, cost, best.cost) < 0)
      best = { cost, ofPublic: sum, professional: rest }
  }
  if (best === null) return null
  const { cost } = best
  const sums = { public: best.ofPublic, professional: best.professional }
  return {
    cost,
    offers: () => [
      ...offersOf(ofPublic, { layer: layers.public, sum: sums.public }),
      ...offersOf(professional, { layer: layers.professional, sum: sums.professional }),
    ],
    providers: [],
  }
}
