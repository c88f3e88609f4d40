import { sha256Hex } from '../kernel/digest'
import { compareText } from '../kernel/order'

/** A claim that may be drawn: credited, with the unit that answers for it and its kind of learning. */
export interface Candidate {
  readonly id: string
  readonly unitId: string
  readonly kind: string
}

/** The size of the sample, and whether each unit or kind has its share of it. */
export interface SampleRule {
  readonly size:
    | { readonly by: 'share'; readonly percent: number }
    | { readonly by: 'count'; readonly count: number }
  readonly strata: 'none' | 'unit' | 'kind'
}

/**
 * Draws a sample that any reader can draw again: the same seed and the same list, in any order, give the same sample
 * (SX22-16, "抽查部分单位学时认证情况"). Only the seed and a candidate's own id decide its place, so that one more candidate moves
 * no other. A share is rounded up; with strata, each has its share, and none is left out as long as the number
 * suffices. Worked example: 10% of a unit with 25 and one with 3 claims is 3 and 1.
 */
export function drawSample(candidates: readonly Candidate[], rule: SampleRule, seed: string): string[] {
  const groups = grouped(candidates, rule)
  const keys = inDrawnOrder(
    [...groups.keys()].map((id) => ({ id })),
    seed,
  )
  const strata = keys.map((key) => groups.get(key) ?? [])
  const counts = countsOf(
    strata.map(({ length }) => length),
    rule,
  )
  return strata.flatMap((group, index) => inDrawnOrder(group, seed).slice(0, counts[index]))
}

/** Draws units before their claims, where there are too many units to look at each. */
export const drawUnits = (unitIds: readonly string[], count: number, seed: string): string[] =>
  inDrawnOrder(
    unitIds.map((id) => ({ id })),
    seed,
  ).slice(0, count)

function grouped(candidates: readonly Candidate[], { strata }: SampleRule): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const key = strata === 'none' ? '' : strata === 'unit' ? candidate.unitId : candidate.kind
    groups.set(key, [...(groups.get(key) ?? []), candidate])
  }
  return groups
}

function inDrawnOrder(candidates: readonly { readonly id: string }[], seed: string): string[] {
  const places = candidates.map(({ id }) => ({ id, place: sha256Hex(`${seed} ${id}`) }))
  return places.sort((a, b) => compareText(a.place, b.place)).map(({ id }) => id)
}

/**
 * The number drawn of each stratum. A count is shared by size, largest remainder first, and every stratum
 * gets one if the count allows.
 */
function countsOf(sizes: readonly number[], { size }: SampleRule): number[] {
  if (size.by === 'share') return sizes.map((all) => Math.ceil((all * size.percent) / 100))
  const total = sizes.reduce((sum, all) => sum + all, 0)
  const wanted = Math.min(size.count, total)
  const counts = sizes.map((_, index): number => (index < wanted ? 1 : 0))
  for (let left = wanted - counts.reduce((sum, one) => sum + one, 0); left > 0; left -= 1) {
    const [most] = sizes
      .map((all, index) => ({ index, owed: (all / total) * wanted - (counts[index] ?? 0), all }))
      .filter(({ index, all }) => (counts[index] ?? 0) < all)
      .sort((a, b) => b.owed - a.owed || a.index - b.index)
    if (most) counts[most.index] = (counts[most.index] ?? 0) + 1
  }
  return counts
}
