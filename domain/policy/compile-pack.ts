import { type Instant, startOfDay } from '../kernel/instant'
import type { ConditionId, Formula, HoursRoute, LearningKind } from './learning-kind'
import type {
  BaseLevel,
  Category,
  Exclusion,
  LearningMode,
  Notice,
  PersonKind,
  PersonLine,
  TitleLevel,
} from './pack'
import { capBucket, type Limit, subjectBucket } from './share-limit'
import { said } from './value'

interface CompiledKind {
  readonly route: HoursRoute
  readonly category: Category | null
  readonly formula: Formula['kind']
  /** Hundredths per day or item, or the factor. */
  readonly rate: number
  /** The years to which the rate is limited, and the rate of all others; null where it is the same always. */
  readonly otherYears: { readonly stated: readonly number[]; readonly rate: number } | null
  /** Lines of work whose hours a reviewer recognises instead. */
  readonly ownRuleLines: readonly PersonLine[]
  readonly cap: Limit | null
  readonly conditions: readonly {
    readonly needs: ConditionId
    readonly only: Category | null
    readonly assumed: boolean
  }[]
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
  readonly choice: 'allOf' | 'oneOf' | 'free'
  /** The limit of each public subject, in the notice's order. */
  readonly subjects: ReadonlyMap<string, Limit>
  readonly publicModes: ReadonlySet<LearningMode>
  readonly claimable: ReadonlySet<Category>
  readonly exclusions: readonly Exclusion[]
  /** Excluded topics, each with the kinds of people to whom the exclusion is limited (null: everyone). */
  readonly excluded: ReadonlyMap<string, readonly PersonKind[] | null>
  readonly admittedBases: ReadonlySet<string> | null
  readonly nationalBases: boolean
  readonly disqualifiedBases: ReadonlySet<string>
  readonly disqualifiedFrom: Instant | null
  readonly levelsOf: Readonly<Record<BaseLevel, readonly TitleLevel[]>>
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
    pack.caps.map(({ id, per, limit }): [string, Limit] => [
      id,
      { bucket: capBucket(id, per), hours: limit.value },
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
    choice: publicSubjects.choice.value,
    subjects: new Map(
      publicSubjects.subjects.map(({ id, hours }) => [id, { bucket: subjectBucket(id), hours: hours.value }]),
    ),
    publicModes: new Set(publicSubjects.modes.value),
    claimable: new Set(pack.claimable.value),
    exclusions: pack.exclusions.filter(({ excluded }) => excluded.value),
    excluded: new Map(
      pack.exclusions
        .filter(({ excluded }) => excluded.value)
        .map(({ topic, onlyFor }) => [topic, onlyFor?.value ?? null]),
    ),
    admittedBases: admitted && new Set(admitted),
    nationalBases: bases.national.value,
    disqualifiedBases: new Set(bases.disqualified?.names.value),
    disqualifiedFrom: bases.disqualified && startOfDay(bases.disqualified.from.value),
    levelsOf: {
      nation: titleLevels.nation.value,
      province: titleLevels.province.value,
      city: titleLevels.city.value,
    },
    countsOnce: pack.countsOnce.value,
    carryOver: pack.carryOver.value,
  }
}

function compileKind(kind: LearningKind, caps: ReadonlyMap<string, Limit>): CompiledKind {
  return {
    route: kind.route,
    category: kind.category?.value ?? null,
    formula: kind.formula.kind,
    rate: rateOf(kind.formula),
    otherYears: otherYearsOf(kind.formula),
    ownRuleLines: (kind.formula.kind === 'multiple' && kind.formula.ownRule?.lines.value) || [],
    cap: caps.get(kind.caps[0] ?? '') ?? null,
    conditions: kind.conditions.map(({ needs, only, assumed }) => ({
      needs: needs.value,
      only: only ?? null,
      assumed: assumed ?? false,
    })),
    providers: kind.providers && new Set(kind.providers.value),
  }
}

const otherYearsOf = (formula: Formula): CompiledKind['otherYears'] =>
  formula.kind === 'multiple' && formula.otherYears
    ? { stated: formula.otherYears.stated.value, rate: formula.otherYears.factor.value }
    : null

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
