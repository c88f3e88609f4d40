import { type Hours, hundredths } from '../kernel/hours'
import { compareText } from '../kernel/order'
import { compilePack } from './compile-pack'
import { deemingOf } from './deeming-of'
import type { LearningItem, YearFacts } from './facts'
import type { PolicyPack, TitleLevel } from './pack'
import { type Note, settleYear, type YearSums } from './settle-year'
import type { CategoryVerdict, ItemVerdict, YearVerdict } from './verdict'

/** A year's verdict without its items, as statistics need it for a million trainees. */
export type YearStanding = Omit<YearVerdict, 'items'>

/**
 * Judges whether a year is complete, by category, without a word on single items. Hours are hundredths.
 * `complete` is null where the notice asks nothing of a single year.
 * Worked examples under SX22-1: 24 + 56 is complete; 30 + 50 is not; 24 + 55.99 is not.
 */
export const judgeYear = (
  pack: PolicyPack,
  facts: YearFacts,
  level: TitleLevel | null = null,
): YearStanding => judgeNoting(pack, { facts, level }, null)

/** Judges a year and each of its items. Limits are shared by verified hours first, then by earned-at and id. */
export function evaluateYear(
  pack: PolicyPack,
  facts: YearFacts,
  level: TitleLevel | null = null,
): YearVerdict {
  const told: Told<ItemVerdict>[] = []
  const standing = judgeNoting(pack, { facts, level }, (verdict, item) => told.push({ item, of: verdict }))
  return { ...standing, items: asEarned(told) }
}

interface Told<T> {
  readonly item: LearningItem
  readonly of: T
}

/** What was told of items, in the order in which they were earned, then by id: a person reads a year in that order. */
export const asEarned = <T>(told: readonly Told<T>[]): T[] =>
  [...told]
    .sort((a, b) => a.item.earnedAt - b.item.earnedAt || compareText(a.item.id, b.item.id))
    .map(({ of }) => of)

/** Judges a year, and tells each item and its verdict to `note`, in the order of their right to the limits. */
export function judgeNoting(
  pack: PolicyPack,
  { facts, level }: { facts: YearFacts; level: TitleLevel | null },
  note: Note | null,
): YearStanding {
  const compiled = compilePack(pack)
  const sums = settleYear(compiled, { facts, level }, note)
  const { required, bothParts, carryOver } = compiled
  const brought = carryOver ? facts.surplus : undefined
  const ofPublic = sums.public.counted + (brought?.public ?? 0)
  const ofProfessional = sums.professional.counted + (brought?.professional ?? 0)
  const deemedBy = facts.deemings === undefined ? null : deemingOf(pack, facts)
  const deemed = deemedBy !== null
  const total = hundredths(ofPublic + ofProfessional)
  const enough =
    required !== null &&
    total >= required.total &&
    (!bothParts || (ofPublic >= required.public && ofProfessional >= required.professional))
  return {
    packVersion: pack.version,
    year: facts.year,
    complete: deemedBy !== null ? true : required === null ? null : enough,
    public: side(sums.public, { counted: ofPublic, required: required?.public ?? null, deemed }),
    professional: side(sums.professional, {
      counted: ofProfessional,
      required: required?.professional ?? null,
      deemed,
    }),
    total,
    requiredTotal: required === null ? null : (required.total as Hours),
    deemedBy,
  }
}

/** Nothing is missing where nothing is asked, or where a deeming stands for the whole year. */
const side = (
  { pending, overCap, refused }: YearSums['public'],
  { counted, required, deemed }: { counted: number; required: number | null; deemed: boolean },
): CategoryVerdict => ({
  required: required as Hours | null,
  counted: counted as Hours,
  pending: pending as Hours,
  overCap: overCap as Hours,
  refused: refused as Hours,
  missing: (required === null || deemed ? 0 : Math.max(0, required - counted)) as Hours,
})
