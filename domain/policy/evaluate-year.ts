import { type Hours, hundredths } from '../kernel/hours'
import { compilePack } from './compile-pack'
import { deemingOf } from './deeming-of'
import type { YearFacts } from './facts'
import type { PolicyPack, TitleLevel } from './pack'
import { settleYear, type YearSums } from './settle-year'
import type { CategoryVerdict, ItemVerdict, YearVerdict } from './verdict'

/** A year's verdict without its items: what a province counts for a million people. */
export type YearStanding = Omit<YearVerdict, 'items'>

/**
 * Whether a year is complete, by category; nothing is said of single items. Hours are hundredths. Worked examples under
 * SX22-1: 24 + 56 is complete; 30 + 50 is not; 24 + 55.99 is not. Where the notice asks nothing of a single year,
 * `complete` is null.
 */
export const judgeYear = (
  pack: PolicyPack,
  facts: YearFacts,
  level: TitleLevel | null = null,
): YearStanding => standing(pack, facts, settleYear(compilePack(pack), { facts, level }, null))

/** The same, with what became of each item; caps allocate by earned-at, then id. */
export function evaluateYear(
  pack: PolicyPack,
  facts: YearFacts,
  level: TitleLevel | null = null,
): YearVerdict {
  const items: ItemVerdict[] = []
  const sums = settleYear(compilePack(pack), { facts, level }, (verdict) => items.push(verdict))
  return { ...standing(pack, facts, sums), items }
}

function standing(pack: PolicyPack, facts: YearFacts, sums: YearSums): YearStanding {
  const { required, bothParts, carryOver } = compilePack(pack)
  const brought = carryOver ? facts.surplus : undefined
  const ofPublic = sums.public.counted + (brought?.public ?? 0)
  const ofProfessional = sums.professional.counted + (brought?.professional ?? 0)
  const deemedBy = facts.deemings === undefined ? null : deemingOf(pack, facts)
  const side = (own: YearSums['public'], counted: number, asked: number | null): CategoryVerdict => ({
    required: asked as Hours | null,
    counted: counted as Hours,
    pending: own.pending as Hours,
    overCap: own.overCap as Hours,
    refused: own.refused as Hours,
    missing: (asked === null || deemedBy !== null ? 0 : Math.max(0, asked - counted)) as Hours,
  })
  const parts = {
    public: side(sums.public, ofPublic, required?.public ?? null),
    professional: side(sums.professional, ofProfessional, required?.professional ?? null),
  }
  const total = hundredths(ofPublic + ofProfessional)
  const enough =
    required !== null &&
    total >= required.total &&
    (!bothParts || (ofPublic >= required.public && ofProfessional >= required.professional))
  return {
    packVersion: pack.version,
    year: facts.year,
    complete: deemedBy !== null ? true : required === null ? null : enough,
    ...parts,
    total,
    requiredTotal: required === null ? null : (required.total as Hours),
    deemedBy,
  }
}
