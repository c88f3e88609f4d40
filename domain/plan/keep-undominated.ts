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
  const rank = new Map([...new Set(offers.map(({ hours }) => hours))].sort((a, b) => b - a).map(ranked))
  const cheaper = counterOf(rank.size)
  const kept: Offer[] = []
  let waiting: Offer[] = []
  for (const offer of [...offers].sort((a, b) => price(a) - price(b))) {
    const [before] = waiting
    if (before && price(before) < price(offer)) {
      for (const one of waiting) if (one.heldOn === undefined) cheaper.add(rank.get(one.hours) ?? 0)
      waiting = []
    }
    waiting.push(offer)
    const enough = Math.max(1, Math.ceil(most / offer.hours))
    if (cheaper.upTo(rank.get(offer.hours) ?? 0) < enough) kept.push(offer)
  }
  return kept
}

const ranked = (hours: number, index: number): [number, number] => [hours, index + 1]

/** Counts by rank and sums up to a rank, both in logarithmic time (a Fenwick tree). */
function counterOf(ranks: number): { add(rank: number): void; upTo(rank: number): number } {
  const counts = new Int32Array(ranks + 1)
  return {
    add(rank) {
      for (let at = rank; at <= ranks; at += at & -at) counts[at] = (counts[at] as number) + 1
    },
    upTo(rank) {
      let sum = 0
      for (let at = rank; at > 0; at -= at & -at) sum += counts[at] as number
      return sum
    },
  }
}
