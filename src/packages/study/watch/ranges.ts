import type { SecondRange } from '@server/learning/study/views'

/** Ranges of whole seconds, half-open, sorted, apart from each other: the result of all functions here. */
export type Ranges = readonly SecondRange[]

/** The union of several lists: `merge([[0, 5]], [[5, 9], [20, 30]])` is `[[0, 9], [20, 30]]`. */
export function merge(...lists: readonly Ranges[]): SecondRange[] {
  const sorted = lists.flat().sort((a, b) => a[0] - b[0])
  const merged: SecondRange[] = []
  for (const [from, to] of sorted) {
    const last = merged[merged.length - 1]
    if (last !== undefined && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)]
    else if (to > from) merged.push([from, to])
  }
  return merged
}

/** The part of `ranges` that does not lie in `without`. */
export function subtract(ranges: Ranges, without: Ranges): SecondRange[] {
  let left: SecondRange[] = merge(ranges)
  for (const [from, to] of without) {
    left = left.flatMap(([start, end]) => {
      if (to <= start || from >= end) return [[start, end] as const]
      return ([[start, from] as const, [to, end] as const] satisfies SecondRange[]).filter(([a, b]) => b > a)
    })
  }
  return left
}

export const secondsIn = (ranges: Ranges): number =>
  merge(ranges).reduce((sum, [from, to]) => sum + to - from, 0)

export const holds = (ranges: Ranges, second: number): boolean =>
  ranges.some(([from, to]) => from <= second && second < to)
