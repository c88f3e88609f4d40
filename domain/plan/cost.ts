import type { Offer } from './offer'

/** What a choice costs. Integers: 分, hundredths of 学时, minutes of one's own evenings. */
export interface Cost {
  /** Hours at outside providers, whose fee nobody has told us: it is not known to be nothing. */
  readonly unpricedHours: number
  readonly feeFen: number
  readonly hours: number
  readonly ownTimeMinutes: number
}

/** Fewest hours of an unknown fee, then least fee, then fewest hours, then least own time; or least own time, then least fee, then fewest hours. */
export type Order = 'fee' | 'own-time'

export const NO_COST: Cost = { unpricedHours: 0, feeFen: 0, hours: 0, ownTimeMinutes: 0 }

export const addCosts = (a: Cost, b: Cost): Cost => ({
  unpricedHours: a.unpricedHours + b.unpricedHours,
  feeFen: a.feeFen + b.feeFen,
  hours: a.hours + b.hours,
  ownTimeMinutes: a.ownTimeMinutes + b.ownTimeMinutes,
})

/** Below zero where `a` is the lesser. Adding the same to both never changes it, so least parts make a least whole. */
export function compareCosts(order: Order, a: Cost, b: Cost): number {
  const unpriced = a.unpricedHours - b.unpricedHours
  const fee = a.feeFen - b.feeFen
  const hours = a.hours - b.hours
  const ownTime = a.ownTimeMinutes - b.ownTimeMinutes
  return order === 'fee' ? unpriced || fee || hours || ownTime : ownTime || fee || hours
}

/** The two of an offer's costs that its hours do not tell, in order. */
export const weightsOf = (order: Order, { feeFen, ownTimeMinutes }: Offer): readonly [number, number] =>
  order === 'fee' ? [feeFen, ownTimeMinutes] : [ownTimeMinutes, feeFen]

/** Below zero where `a` weighs less, in the same order. */
export function compareWeights(order: Order, a: Offer, b: Offer): number {
  const fee = a.feeFen - b.feeFen
  const ownTime = a.ownTimeMinutes - b.ownTimeMinutes
  return order === 'fee' ? fee || ownTime : ownTime || fee
}
