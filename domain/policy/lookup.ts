import { endOfDay, type Instant, startOfDay } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { PolicyPack, YearWindow } from './pack'

/**
 * Two axes of time. The *standard* of a year (how many hours, which subjects) comes from the notice of that target
 * year; the *window* (may it still be earned?) comes from the notice in force on the day of the act.
 */
export interface PackLookup {
  standardOf(region: string, year: number): Outcome<PolicyPack, 'NO_RULE_FOR_YEAR'>
  /** The notice in force at that moment: the latest one that has begun. */
  windowOf(region: string, at: Instant): PolicyPack | null
  /** The window in which hours for the target year may be earned at that moment, or since when they may not. */
  isYearOpen(
    region: string,
    targetYear: number,
    at: Instant,
  ): Outcome<YearWindow, 'YEAR_CLOSED' | 'NO_RULE_FOR_YEAR'>
  /** The pack that decided something earlier, by its version. */
  byVersion(version: string): PolicyPack | null
  readonly all: readonly PolicyPack[]
}

const inForce = (packs: readonly PolicyPack[], region: string, at: Instant): PolicyPack | null =>
  packs
    .filter((pack) => pack.region === region && startOfDay(pack.inForceFrom.value) <= at)
    .sort((a, b) => b.year - a.year)[0] ?? null

const covers = (window: YearWindow, targetYear: number): boolean =>
  (window.fromYear === null || window.fromYear <= targetYear) && targetYear <= window.throughYear

/**
 * For a target year on a moment. Worked example: under SX22 a 2021 exam at 2022-09-30 23:59 is in time (SX22-15,
 * "截止" includes its day); at 2022-10-01 00:00 it is refused with YEAR_CLOSED.
 */
function openWindow(
  pack: PolicyPack,
  targetYear: number,
  at: Instant,
): Outcome<YearWindow, 'YEAR_CLOSED' | 'NO_RULE_FOR_YEAR'> {
  const window = pack.windows.find((candidate) => covers(candidate, targetYear))
  if (!window) return refused('NO_RULE_FOR_YEAR', { region: pack.region, year: targetYear })
  const { lastDay } = window
  const hasEnd = lastDay.state === 'stated' || lastDay.state === 'reading'
  if (hasEnd && at >= endOfDay(lastDay.value)) {
    return refused('YEAR_CLOSED', { year: targetYear, closedOn: lastDay.value, clauseId: window.clause })
  }
  return accepted(window)
}

export function packLookup(packs: readonly PolicyPack[]): PackLookup {
  return {
    all: packs,
    byVersion: (version) => packs.find((pack) => pack.version === version) ?? null,
    standardOf(region, year) {
      const pack = packs.find((candidate) => candidate.region === region && candidate.year === year)
      return pack ? accepted(pack) : refused('NO_RULE_FOR_YEAR', { region, year })
    },
    windowOf: (region, at) => inForce(packs, region, at),
    isYearOpen(region, targetYear, at) {
      const pack = inForce(packs, region, at)
      if (!pack) return refused('NO_RULE_FOR_YEAR', { region, year: targetYear })
      return openWindow(pack, targetYear, at)
    },
  }
}
