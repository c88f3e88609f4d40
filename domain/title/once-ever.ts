import { evaluateYear } from '../policy/evaluate-year'
import type { TitleFacts, YearFacts } from '../policy/facts'
import type { PackLookup } from '../policy/lookup'
import type { PolicyPack } from '../policy/pack'
import { yearFactsOf } from './year-facts'

/** By year: evidence that gives hours in another year of the same person. */
export type CountedElsewhere = ReadonlyMap<number, readonly string[]>

type Owners = ReadonlyMap<string, number>

/**
 * Claimed outcomes count once, in the first year in which they gave hours, verified ones before those that wait; a
 * course belongs to its year, and the same course of another year is another.
 * Worked example: one paper declared for 2021 and again for 2022 gives its 10 hours in 2021 alone; where 2021 was
 * full without it, in 2022 (NY22-10).
 */
export function countedElsewhere(
  lookup: PackLookup,
  facts: TitleFacts,
  asking: PolicyPack,
): CountedElsewhere {
  const owners = new Map<string, number>()
  const years = [...facts.years].sort((a, b) => a.year - b.year)
  for (const isWaiting of [false, true])
    for (const one of years) {
      const standard = lookup.standardOf(facts.region, one.year)
      const pack = standard.ok ? standard.value : asking
      const items = (one.items ?? []).filter(({ pending }) => isWaiting || pending !== true)
      const seen = yearFactsOf(facts, { ...one, items }, ownedElsewhere(owners, one.year))
      for (const key of keysOf(pack, seen)) if (!owners.has(key)) owners.set(key, one.year)
    }
  return new Map(facts.years.map(({ year }) => [year, ownedElsewhere(owners, year)]))
}

const ownedElsewhere = (owners: Owners, year: number): string[] =>
  [...owners].filter(([, owner]) => owner !== year).map(([key]) => key)

/** Evidence of claims that gives hours in a year. What a provider sent is a course, and belongs to its year. */
function keysOf(pack: PolicyPack, facts: YearFacts): string[] {
  const claims = new Set(pack.kinds.filter(({ route }) => route === 'claim').map(({ id }) => id))
  const keyOf = new Map(
    facts.items.flatMap(({ id, kind, evidenceKey, providerId }): [string, string][] =>
      evidenceKey === undefined || providerId !== undefined || !claims.has(kind) ? [] : [[id, evidenceKey]],
    ),
  )
  if (keyOf.size === 0) return []
  return evaluateYear(pack, facts).items.flatMap(({ id, counted, pending }) =>
    counted + pending > 0 ? (keyOf.get(id) ?? []) : [],
  )
}
