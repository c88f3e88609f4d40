import { creditOf } from '../policy/credit-of'
import type { LearningItem, TitleFacts } from '../policy/facts'
import type { PackLookup } from '../policy/lookup'
import type { PolicyPack } from '../policy/pack'
import { byRight } from '../policy/share-limit'

/** By year: evidence that gives hours in another year of the same person. */
export type CountedElsewhere = ReadonlyMap<number, readonly string[]>

interface Claimed {
  readonly key: string
  readonly year: number
  readonly item: LearningItem
}

/**
 * Claimed outcomes count once, in whichever year they were shown first; a course belongs to its year, and the same
 * course of another year is another.
 * Worked example: one paper declared for 2021 and again for 2022 gives its 10 hours in 2021 alone (NY22-10).
 */
export function countedElsewhere(
  lookup: PackLookup,
  { region, years }: TitleFacts,
  asking: PolicyPack,
): CountedElsewhere {
  const claimed = years
    .flatMap(({ year, items = [] }) => {
      const standard = lookup.standardOf(region, year)
      const pack = standard.ok ? standard.value : asking
      return pack.countsOnce.value ? items.flatMap((item) => claimedIn(pack, { region, year }, item)) : []
    })
    .sort((a, b) => byRight(a.item, b.item) || a.year - b.year)
  const owners = new Map<string, number>()
  for (const { key, year } of claimed) if (!owners.has(key)) owners.set(key, year)
  return new Map(
    years.map(({ year }) => [year, [...owners].filter(([, owner]) => owner !== year).map(([key]) => key)]),
  )
}

function claimedIn(pack: PolicyPack, of: { region: string; year: number }, item: LearningItem): Claimed[] {
  const { evidenceKey: key, kind } = item
  const isClaim = pack.kinds.some(({ id, route }) => id === kind && route === 'claim')
  if (key === undefined || !isClaim || creditOf(pack, of, item).reason !== 'COUNTED') return []
  return [{ key, year: of.year, item }]
}
