import type { Order } from './cost'
import type { Offer } from './offer'

/**
 * Leaves out offers that no least choice can hold. A least choice of at least `most` hundredths exceeds it by
 * less than its smallest offer, so beside an offer of h hours it holds fewer than most/h others as large.
 * Where at least so many dateless offers give as much for strictly less, one of them is free, and taking it
 * instead would be better.
 * Worked example: of 56 hours, an hour for 3 元 is left out once 56 courses give an hour or more for less.
 */
export function keepUndominated(
  offers: readonly Offer[],
  { most, order }: { most: number; order: Order },
): Offer[] {
  const price = ({ feeFen, ownTimeMinutes }: Offer) => (order === 'fee' ? feeFen : ownTimeMinutes)
  /** Dateless offers of a lower price, by their hours. */
  const cheaper = new Map<number, number>()
  const asLarge = (hours: number): number =>
    [...cheaper].reduce((sum, [of, count]) => (of >= hours ? sum + count : sum), 0)
  const kept: Offer[] = []
  let alike: Offer[] = []
  let alikePrice = 0
  for (const offer of [...offers].sort((a, b) => price(a) - price(b))) {
    if (price(offer) !== alikePrice) {
      alikePrice = price(offer)
      for (const { hours, heldOn } of alike)
        if (heldOn === undefined) cheaper.set(hours, (cheaper.get(hours) ?? 0) + 1)
      alike = []
    }
    alike.push(offer)
    if (asLarge(offer.hours) < Math.ceil(most / offer.hours)) kept.push(offer)
  }
  return kept
}
