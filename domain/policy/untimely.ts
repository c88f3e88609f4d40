import { dayOf, yearOf } from '../kernel/instant'
import type { LearningItem, Untimely } from './facts'
import type { PackLookup } from './lookup'

interface Filled {
  readonly region: string
  readonly year: number
}

/**
 * Why hours of that day cannot fill the year; null where they can. Hours of an earlier year belong to it, where it has a
 * rule by which they count; those of a later one fill the year only while the notice in force on their day opens it for
 * make-up (补学), and by its routes.
 * Worked examples: a self-study of June 2022 fills no 2019, because 2019 is made up for on the city's platforms
 * (NY22-20); an exam of 2022-10-01 fills no 2021 in Shaanxi (SX22-15).
 */
export function untimelyItem(
  lookup: PackLookup,
  { region, year }: Filled,
  { kind, earnedAt }: Pick<LearningItem, 'kind' | 'earnedAt'>,
): Untimely | null {
  const earned = yearOf(earnedAt)
  if (earned === year) return null
  const outside: Untimely = { reason: 'OUTSIDE_YEAR', by: dayOf(earnedAt), rule: null }
  if (earned < year) return lookup.standardOf(region, earned).ok ? outside : null
  const open = lookup.isYearOpen(region, year, earnedAt)
  if (!open.ok) return outside
  const { kinds } = open.value
  if (kinds === null || kinds.value.includes(kind)) return null
  return { reason: 'MAKE_UP_ROUTE', by: kind, rule: kinds }
}

/** The items of a year that cannot fill it, by id. */
export const untimelyItems = (
  lookup: PackLookup,
  filled: Filled,
  items: readonly LearningItem[],
): ReadonlyMap<string, Untimely> =>
  new Map(
    items.flatMap((item): [string, Untimely][] => {
      const untimely = untimelyItem(lookup, filled, item)
      return untimely === null ? [] : [[item.id, untimely]]
    }),
  )
