import { endOfDay, type Instant, startOfDay } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import { clauseOfWindow, type PolicyPack, type YearWindow } from './pack'
import { said } from './value'

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
  /** Years of a region for which there is a standard, newest first. */
  yearsOf(region: string): readonly number[]
  /** The pack that decided something earlier, by its version. */
  byVersion(version: string): PolicyPack | null
  readonly all: readonly PolicyPack[]
}

const hasBegun = ({ inForceFrom }: PolicyPack, at: Instant): boolean =>
  inForceFrom.state !== 'silent' && startOfDay(inForceFrom.value) <= at

const inForce = (packs: readonly PolicyPack[], region: string, at: Instant): PolicyPack | null =>
  packs.filter((pack) => pack.region === region && hasBegun(pack, at)).sort((a, b) => b.year - a.year)[0] ??
  null

/** Whether hours of that target year are what a window is about. */
export const covers = (window: YearWindow, targetYear: number): boolean =>
  (window.fromYear === null || window.fromYear <= targetYear) && targetYear <= window.throughYear.value

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
  const lastDay = said(window.lastDay)
  if (lastDay !== null && at >= endOfDay(lastDay)) {
    const clauseId = clauseOfWindow(window) ?? ''
    return refused('YEAR_CLOSED', { year: targetYear, closedOn: lastDay, clauseId })
  }
  return accepted(window)
}

export function packLookup(packs: readonly PolicyPack[]): PackLookup {
  return {
    all: packs,
    // Those that its name speaks of first: a version is worked out when it is first asked for.
    byVersion: (version) =>
      packs.find((pack) => version.startsWith(`${pack.region}-${pack.year}-`) && pack.version === version) ??
      packs.find((pack) => pack.version === version) ??
      null,
    standardOf(region, year) {
      const pack = packs.find(
        ({ region: of, standardYears }) => of === region && standardYears.value.includes(year),
      )
      return pack ? accepted(pack) : refused('NO_RULE_FOR_YEAR', { region, year })
    },
    yearsOf: (region) =>
      packs
        .filter((pack) => pack.region === region)
        .flatMap(({ standardYears }) => standardYears.value)
        .sort((a, b) => b - a),
    windowOf: (region, at) => inForce(packs, region, at),
    isYearOpen(region, targetYear, at) {
      const pack = inForce(packs, region, at)
      if (!pack) return refused('NO_RULE_FOR_YEAR', { region, year: targetYear })
      return openWindow(pack, targetYear, at)
    },
  }
}
