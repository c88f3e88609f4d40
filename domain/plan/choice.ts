import type { Day } from '../kernel/instant'
import type { Category } from '../policy/pack'
import { addCosts, type Cost, compareCosts, NO_COST, type Order } from './cost'
import { type CoverTable, costOf, layerUpTo, leastFromEach, offersOf } from './cover-table'
import type { OpenYear, OutsideProvider, PartNeed } from './need'
import { type Offer, ROUTE_OF } from './offer'

/** Hours that only an outside provider gives: the plan sends the trainee to that provider. */
export interface ProviderStep {
  readonly year: number | null
  readonly category: Category
  readonly hours: number
  readonly ownTimeMinutes: number
  readonly lastDay: Day | null
  readonly providers: readonly OutsideProvider[]
}

/** A choice of offers and providers. Its offers are read out of the tables only once it is chosen. */
export interface Choice {
  readonly cost: Cost
  readonly offers: () => readonly Offer[]
  readonly providers: readonly ProviderStep[]
}

export const NOTHING: Choice = { cost: NO_COST, offers: () => [], providers: [] }

export const together = (choices: readonly Choice[]): Choice =>
  choices.reduce(
    (all, one) => ({
      cost: addCosts(all.cost, one.cost),
      offers: () => [...all.offers(), ...one.offers()],
      providers: [...all.providers, ...one.providers],
    }),
    NOTHING,
  )

/** The least of several choices; the first of equal ones. Null where there is none. */
export const least = (order: Order, choices: readonly (Choice | null)[]): Choice | null =>
  choices.reduce<Choice | null>(
    (best, one) =>
      one !== null && (best === null || compareCosts(order, one.cost, best.cost) < 0) ? one : best,
    null,
  )

/** Joins one choice for each part; null where a part has none. */
export function allOf(choices: readonly (Choice | null)[]): Choice | null {
  const made = choices.flatMap((choice) => choice ?? [])
  return made.length === choices.length ? together(made) : null
}

/** The least choice of at least so many hours, with classes held up to a day. */
export function leastCover(
  table: CoverTable,
  { hours, upTo }: { hours: number; upTo: Day | null },
): Choice | null {
  const layer = layerUpTo(table, upTo)
  const sum = leastFromEach(table, layer)[Math.ceil(hours / table.unit)] ?? -1
  if (sum < 0) return null
  return {
    cost: costOf(table, { layer, sum }),
    offers: () => offersOf(table, { layer, sum }),
    providers: [],
  }
}

/** Whether the notice lets an offer fill a part of a year, and the offer's days leave time for it. */
export function fits(year: OpenYear, part: Pick<PartNeed, 'category' | 'subject'>, offer: Offer): boolean {
  const { lastDay } = year.opening
  const inTime = offer.heldOn === undefined || lastDay === null || offer.heldOn <= lastDay
  const serves = offer.baseLevel === undefined || year.baseLevels.includes(offer.baseLevel)
  const ofSubject = part.subject === null || part.subject.id === offer.subjectId
  const lawful = year.sources[part.category].routes.includes(ROUTE_OF[offer.source])
  return (
    offer.year === year.year && offer.category === part.category && inTime && serves && ofSubject && lawful
  )
}

/** The offers whose last day has not passed. */
export const stillOffered = (offers: readonly Offer[], today: Day): Offer[] =>
  offers.filter(
    ({ lastDay, heldOn }) =>
      (lastDay === undefined || lastDay >= today) && (heldOn === undefined || heldOn >= today),
  )

/** Study at a provider takes as long as its hours, like an online course; in minutes, rounded up. */
export const minutesOf = (hours: number): number => Math.ceil((hours * 60) / 100)

/** Whether only outside providers may give hours of this category. */
export const onlyOutside = ({ sources }: OpenYear, category: Category): boolean =>
  sources[category].routes.every((route) => route === 'import') && sources[category].providers.length > 0

export function atProviders(
  year: OpenYear,
  { category, hours, of }: { category: Category; hours: number; of: number | null },
): Choice {
  const ownTimeMinutes = minutesOf(hours)
  const { providers } = year.sources[category]
  const { lastDay } = year.opening
  return {
    cost: { unpricedHours: hours, feeFen: 0, hours, ownTimeMinutes },
    offers: () => [],
    providers: hours === 0 ? [] : [{ year: of, category, hours, ownTimeMinutes, lastDay, providers }],
  }
}
