import type { Hours } from '../kernel/hours'
import { type Instant, startOfDay } from '../kernel/instant'
import type { ConditionId, Formula, HoursRoute, LearningKind } from './learning-kind'
import type { Category, LearningMode, Notice, PersonKind, TitleLevel } from './pack'
import { said } from './value'

/** A cap as the interpreter counts against it; `slot` is its index in the running sums. */
export interface CompiledCap {
  readonly id: string
  readonly slot: number
  readonly perDay: boolean
  readonly limit: number
}

interface CompiledKind {
  readonly route: HoursRoute
  readonly category: Category | null
  readonly formula: Formula['kind']
  /** Hundredths per day or item, or the factor. */
  readonly rate: number
  readonly caps: readonly CompiledCap[]
  readonly conditions: readonly { readonly needs: ConditionId; readonly only: Category | null }[]
  readonly providers: ReadonlySet<string> | null
}

/**
 * A pack prepared for judging many trainees' years: lookups by id, numbers without their clauses. It is
 * derived from the pack alone, so that the decision cannot part from the pack's words.
 */
export interface CompiledPack {
  readonly required: { readonly total: number; readonly public: number; readonly professional: number } | null
  readonly bothParts: boolean
  readonly kinds: ReadonlyMap<string, CompiledKind>
  /** The sums at the start: a zero for each cap and each subject. */
  readonly noHours: readonly number[]
  readonly noSubjectHours: readonly number[]
  readonly choice: 'allOf' | 'oneOf' | 'free'
  readonly subjects: ReadonlyMap<string, { readonly slot: number; readonly limit: number }>
  readonly publicModes: ReadonlySet<LearningMode>
  readonly claimable: ReadonlySet<Category>
  /** Excluded topics, each with the kinds of people to whom the exclusion is limited (null: everyone). */
  readonly excluded: ReadonlyMap<string, readonly PersonKind[] | null>
  readonly admittedBases: ReadonlySet<string> | null
  readonly disqualifiedBases: ReadonlySet<string>
  readonly disqualifiedFrom: Instant | null
  readonly levelsOf: Readonly<Record<'province' | 'city', readonly TitleLevel[]>>
  readonly countsOnce: boolean
  readonly carryOver: boolean
}

const compiled = new WeakMap<Notice, CompiledPack>()

/** Compiles a pack, once per pack: a second call answers from memory. */
export function compilePack(pack: Notice): CompiledPack {
  const known = compiled.get(pack)
  if (known) return known
  const made = layOut(pack)
  compiled.set(pack, made)
  return made
}

function layOut(pack: Notice): CompiledPack {
  const { requirement, publicSubjects, bases, titleLevels } = pack
  const caps = new Map(
    pack.caps.map((cap, slot): [string, CompiledCap] => [
      cap.id,
      { id: cap.id, slot, perDay: cap.per === 'day', limit: cap.limit.value },
    ]),
  )
  const asked = 'total' in requirement ? requirement : null
  const admitted = said(bases.admitted)
  return {
    required: asked && {
      total: asked.total.value,
      public: asked.public.value,
      professional: asked.professional.value,
    },
    bothParts: asked?.bothParts.value ?? true,
    kinds: new Map(pack.kinds.map((kind) => [kind.id, compileKind(kind, caps)])),
    noHours: pack.caps.map(() => 0),
    noSubjectHours: publicSubjects.subjects.map(() => 0),
    choice: publicSubjects.choice.value,
    subjects: new Map(
      publicSubjects.subjects.map(({ id, hours }, slot) => [id, { slot, limit: hours.value as Hours }]),
    ),
    publicModes: new Set(publicSubjects.modes.value),
    claimable: new Set(pack.claimable.value),
    excluded: new Map(
      pack.exclusions
        .filter(({ excluded }) => excluded.value)
        .map(({ topic, onlyFor }) => [topic, onlyFor?.value ?? null]),
    ),
    admittedBases: admitted && new Set(admitted),
    disqualifiedBases: new Set(bases.disqualified?.names.value),
    disqualifiedFrom: bases.disqualified && startOfDay(bases.disqualified.from.value),
    levelsOf: { province: titleLevels.province.value, city: titleLevels.city.value },
    countsOnce: pack.countsOnce.value,
    carryOver: pack.carryOver.value,
  }
}

function compileKind(kind: LearningKind, caps: ReadonlyMap<string, CompiledCap>): CompiledKind {
  return {
    route: kind.route,
    category: kind.category?.value ?? null,
    formula: kind.formula.kind,
    rate: rateOf(kind.formula),
    caps: kind.caps.flatMap((id) => caps.get(id) ?? []),
    conditions: kind.conditions.map(({ needs, only }) => ({ needs: needs.value, only: only ?? null })),
    providers: kind.providers && new Set(kind.providers.value),
  }
}

function rateOf(formula: Formula): number {
  switch (formula.kind) {
    case 'actual':
      return formula.says.value ? 1 : 0
    case 'per-day':
      return formula.hoursPerDay.value
    case 'multiple':
      return formula.factor.value
    case 'per-item':
      return formula.hoursPerItem.value
    case 'recognised':
      return 1
  }
}
