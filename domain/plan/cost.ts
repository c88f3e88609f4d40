import type { Offer } from './offer'

/** The cost of a choice, in integers: 分, hundredths of 学时, minutes of own time in the evening. */
export interface Cost {
  /** Hours at outside providers, whose fee is unknown; unknown is not zero. */
  readonly unpricedHours: number
  readonly feeFen: number
  readonly hours: number
  readonly ownTimeMinutes: number
}

/**
 * fee: fewest hours of an unknown fee, then least fee, then fewest hours, then least own time. own-time:
 * least own time, then least fee, then fewest hours.
 */
export type Order = 'fee' | 'own-time'

export const NO_COST: Cost = { unpricedHours: 0, feeFen: 0, hours: 0, ownTimeMinutes: 0 }

export const addCosts = (a: Cost, b: Cost): Cost => ({
  unpricedHours: a.unpricedHours + b.unpricedHours,
  feeFen: a.feeFen + b.feeFen,
  hours: a.hours + b.hours,
  ownTimeMinutes: a.ownTimeMinutes + b.ownTimeMinutes,
})

/**
 * Below zero where `a` is the lesser cost. Adding one cost to both never changes the order, so that least
 * parts make a least whole.
 */
export function compareCosts(order: Order, a: Cost, b: Cost): number {
  const unpriced = a.unpricedHours - b.unpricedHours
  const fee = a.feeFen - b.feeFen
  const hours = a.hours - b.hours
  const ownTime = a.ownTimeMinutes - b.ownTimeMinutes
  return order === 'fee' ? unpriced || fee || hours || ownTime : ownTime || fee || hours
}

/** The two costs of an offer beside its hours, in the given order. */
export const weightsOf = (order: Order, { feeFen, ownTimeMinutes }: Offer): readonly [number, number] =>
  order === 'fee' ? [feeFen, ownTimeMinutes] : [ownTimeMinutes, feeFen]

/** Below zero where `a` weighs less in the given order. */
export function compareWeights(order: Order, a: Offer, b: Offer): number {
  const fee = a.feeFen - b.feeFen
  const ownTime = a.ownTimeMinutes - b.ownTimeMinutes
  return order === 'fee' ? fee || ownTime : ownTime || fee
}
