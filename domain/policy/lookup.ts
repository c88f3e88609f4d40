import { endOfDay, type Instant, startOfDay } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import { clauseOfWindow, type PolicyPack, type YearWindow } from './pack'
import { said } from './value'

/**
 * Finds packs along two axes of time. The *standard* of a year (how many hours, which subjects) comes from
 * the notice of that target year; the *window* (may hours still be earned?) comes from the notice in force on
 * the day of the act.
 */
export interface PackLookup {
  standardOf(region: string, year: number): Outcome<PolicyPack, 'NO_RULE_FOR_YEAR'>
  /** The notice in force at that moment: the latest that has begun; null before the first. */
  windowOf(region: string, at: Instant): PolicyPack | null
  /**
   * The window in which hours for the target year may be earned at that moment; refused with its closing day
   * outside it.
   */
  isYearOpen(
    region: string,
    targetYear: number,
    at: Instant,
  ): Outcome<YearWindow, 'YEAR_CLOSED' | 'NO_RULE_FOR_YEAR'>
  /** The region's years that have a standard, newest first. */
  yearsOf(region: string): readonly number[]
  /** The pack with that version, so that an earlier decision can be explained; null where there is none. */
  byVersion(version: string): PolicyPack | null
  /**
   * The pack that an earlier decision was made under: a notice corrected since changes nothing that was told. A version
   * that is no longer carried is stood in for by the standard of its year.
   */
  decidedBy(version: string, of: { region: string; year: number }): Outcome<PolicyPack, 'NO_RULE_FOR_YEAR'>
  /** The notice in force, before the first one any of the region's; null for a region without a notice. */
  noticeFor(region: string, at: Instant): PolicyPack | null
  readonly all: readonly PolicyPack[]
}

const hasBegun = ({ inForceFrom }: PolicyPack, at: Instant): boolean =>
  inForceFrom.state !== 'silent' && startOfDay(inForceFrom.value) <= at

const inForce = (packs: readonly PolicyPack[], region: string, at: Instant): PolicyPack | null =>
  packs.filter((pack) => pack.region === region && hasBegun(pack, at)).sort((a, b) => b.year - a.year)[0] ??
  null

/** Whether a window opens that target year, with any last day. */
export const covers = (window: YearWindow, targetYear: number): boolean =>
  (window.fromYear === null || window.fromYear <= targetYear) && targetYear <= window.throughYear.value

/**
 * The open window of a target year at a moment.
 * Worked example: under SX22 a 2021 exam at 2022-09-30 23:59 is in time (SX22-15, "截止" includes its day); at
 * 2022-10-01 00:00 it is refused with YEAR_CLOSED.
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

/** Builds the lookup over the given packs. */
export function packLookup(packs: readonly PolicyPack[]): PackLookup {
  // Packs that the version's name speaks of come first, because a pack's version is computed on first use.
  const byVersion = (version: string): PolicyPack | null =>
    packs.find((pack) => version.startsWith(`${pack.region}-${pack.year}-`) && pack.version === version) ??
    packs.find((pack) => pack.version === version) ??
    null
  const standardOf: PackLookup['standardOf'] = (region, year) => {
    const pack = packs.find(
      ({ region: of, standardYears }) => of === region && standardYears.value.includes(year),
    )
    return pack ? accepted(pack) : refused('NO_RULE_FOR_YEAR', { region, year })
  }
  return {
    all: packs,
    byVersion,
    standardOf,
    decidedBy(version, { region, year }) {
      const pack = byVersion(version)
      return pack ? accepted(pack) : standardOf(region, year)
    },
    noticeFor: (region, at) =>
      inForce(packs, region, at) ?? packs.find((pack) => pack.region === region) ?? null,
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
