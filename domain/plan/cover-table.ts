import type { Day } from '../kernel/instant'
import { compareText } from '../kernel/order'
import { type Cost, compareWeights, type Order, weightsOf } from './cost'
import { keepUndominated } from './keep-undominated'
import type { Offer } from './offer'

/**
 * The least cost of every exact sum of hours that the offers can make: a dynamic programme over hours, in
 * units of their greatest common divisor. Classes join by their day, so that one run answers for every last
 * class day.
 */
export interface CoverTable {
  readonly order: Order
  /** Hundredths of 学时 in one unit. */
  readonly unit: number
  /** Days of the classes, ascending. Layer 0 holds no class, layer n the classes held up to the n-th day. */
  readonly days: readonly Day[]
  readonly layers: readonly Layer[]
  readonly stages: readonly Stage[]
}

/** Costs by sum, after all stages before `stages`; infinite where the sum cannot be made. */
interface Layer {
  readonly first: Float64Array
  readonly second: Float64Array
  readonly stages: number
}

/** Offers of the same hours on the same day: of any number of them, the cheapest are taken. */
interface Group {
  readonly day: Day | null
  readonly hours: number
  readonly offers: Offer[]
}

/** A group that has joined: for each sum, the number of its offers that the sum takes. */
interface Stage {
  readonly units: number
  readonly offers: readonly Offer[]
  readonly taken: Uint16Array
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)

/** The coarsest unit in which all hours are integers, in hundredths; 1 where there are no offers. */
export const unitOf = (offers: readonly Offer[]): number =>
  offers.reduce((unit, { hours }) => greatestCommonDivisor(hours, unit), 0) || 1

/**
 * Builds the table up to `most`, the largest sum that can be asked for, in hundredths. A least choice never
 * exceeds it by a whole offer, because that offer could be left out: so the sums end there, and of offers
 * with equal hours and day only as many of the cheapest are kept as reach it alone.
 * Worked example: of 4,344 courses of 1, 2 or 3 hours, 56 hours need at most 56, 28 and 19.
 */
export function coverTable(
  offers: readonly Offer[],
  { most, unit, order }: { most: number; unit: number; order: Order },
): CoverTable {
  const groups = groupsOf(offers, { most, order })
  const largest = Math.max(unit, ...groups.map(({ hours }) => hours))
  const size = Math.ceil(most / unit) + largest / unit
  const first = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const second = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  first[0] = 0
  second[0] = 0
  const days: Day[] = []
  const layers: Layer[] = []
  const stages: Stage[] = []
  const close = () => layers.push({ first: first.slice(), second: second.slice(), stages: stages.length })
  let last: Day | null = null
  for (const group of groups) {
    const { day } = group
    if (day !== last && day !== null) {
      close()
      days.push(day)
      last = day
    }
    stages.push(joined({ first, second }, { group, unit, order }))
  }
  close()
  return { order, unit, days, layers, stages }
}

/**
 * Groups offers by day, then hours, then cost, then id, so that the same offers give the same plan in any
 * order. Of a group as many of the cheapest are kept as reach `most` alone.
 */
function groupsOf(offers: readonly Offer[], { most, order }: { most: number; order: Order }): Group[] {
  const groups = new Map<string, Group>()
  const inOrder = keepUndominated(offers, { most, order }).sort(
    (a, b) =>
      compareText(a.heldOn ?? '', b.heldOn ?? '') ||
      a.hours - b.hours ||
      compareWeights(order, a, b) ||
      compareText(a.id, b.id),
  )
  for (const offer of inOrder) {
    const { hours, heldOn: day = null } = offer
    const key = `${day}|${hours}`
    const group = groups.get(key) ?? { day, hours, offers: [] }
    groups.set(key, group)
    if (group.offers.length < Math.ceil(most / hours)) group.offers.push(offer)
  }
  return [...groups.values()]
}

interface Joining {
  readonly group: Group
  readonly unit: number
  readonly order: Order
}

/**
 * Adds a group to the running costs: its cheapest offer first, each from the largest sum down, so that the
 * smaller sums are still without it. A sum therefore always takes a number of the cheapest of the group.
 */
function joined(
  { first, second }: { first: Float64Array; second: Float64Array },
  { group: { hours, offers }, unit, order }: Joining,
): Stage {
  const units = hours / unit
  const taken = new Uint16Array(first.length)
  for (const [index, offer] of offers.entries()) {
    const [one, two] = weightsOf(order, offer)
    // An offer is taken only with all cheaper ones of its group, so no smaller sum can hold it.
    const smallest = (index + 1) * units
    for (let sum = first.length - 1; sum >= smallest; sum--) {
      const candidate = (first[sum - units] as number) + one
      const known = first[sum] as number
      if (candidate > known) continue
      const then = (second[sum - units] as number) + two
      if (candidate === known && then >= (second[sum] as number)) continue
      first[sum] = candidate
      second[sum] = then
      taken[sum] = (taken[sum - units] as number) + 1
    }
  }
  return { units, offers, taken }
}

/** The layer of classes held up to a day; without any class where the day is null. */
export function layerUpTo({ days }: CoverTable, day: Day | null): number {
  return day === null ? 0 : days.filter((held) => held <= day).length
}

/** The cost of a sum that the offers can make. */
export function costOf(table: CoverTable, { layer, sum }: { layer: number; sum: number }): Cost {
  const { first, second } = table.layers[layer] as Layer
  const [one, two] = [first[sum] as number, second[sum] as number]
  const hours = sum * table.unit
  return table.order === 'fee'
    ? { unpricedHours: 0, feeFen: one, hours, ownTimeMinutes: two }
    : { unpricedHours: 0, feeFen: two, hours, ownTimeMinutes: one }
}

export const canMake = ({ layers }: CoverTable, { layer, sum }: { layer: number; sum: number }): boolean =>
  (layers[layer] as Layer).first[sum] !== Number.POSITIVE_INFINITY

/** For each sum, the least sum of at least as many hours; -1 where the offers do not reach so far. */
export function leastFromEach({ layers, order }: CoverTable, layer: number): Int32Array {
  const { first, second } = layers[layer] as Layer
  const from = new Int32Array(first.length)
  let best = -1
  for (let sum = first.length - 1; sum >= 0; sum--) {
    const one = first[sum] as number
    const least = best < 0 ? Number.POSITIVE_INFINITY : (first[best] as number)
    // Where first costs are equal, the `fee` order compares hours before the second cost, the `own-time`
    // order after it.
    const before = order === 'fee' || best < 0 || (second[sum] as number) <= (second[best] as number)
    if (one < least || (one === least && one !== Number.POSITIVE_INFINITY && before)) best = sum
    from[sum] = best
  }
  return from
}

export const sumsOf = ({ layers }: CoverTable): number => layers[0]?.first.length ?? 0

/** The offers that make a sum at its least cost. */
export function offersOf(table: CoverTable, { layer, sum }: { layer: number; sum: number }): Offer[] {
  const chosen: Offer[] = []
  let left = sum
  for (let index = (table.layers[layer] as Layer).stages - 1; index >= 0; index--) {
    const { units, offers, taken } = table.stages[index] as Stage
    const count = taken[left] as number
    chosen.push(...offers.slice(0, count))
    left -= count * units
  }
  return chosen
}
