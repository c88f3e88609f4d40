import type { Hours } from '../kernel/hours'
import type { Category } from './pack'
import type { ClauseId } from './value'

/** Why an item counts, or does not: one code a cause. */
export type Reason =
  | 'COUNTED'
  | 'PENDING'
  | 'OVER_CAP'
  | 'OTHER_SUBJECT'
  | 'AWAITS_RECOGNITION'
  | 'KIND_UNKNOWN'
  | 'CATEGORY_NOT_CLAIMABLE'
  | 'CATEGORY_MISSING'
  | 'SUBJECT_UNKNOWN'
  | 'MODE_NOT_ADMITTED'
  | 'TOPIC_EXCLUDED'
  | 'CONDITION_MISSING'
  | 'PROVIDER_NOT_LAWFUL'
  | 'BASE_DISQUALIFIED'
  | 'BASE_UNKNOWN'
  | 'LEVEL_NOT_SERVED'
  | 'DUPLICATE'
  | 'VOIDED'

export interface ItemVerdict {
  readonly id: string
  readonly category: Category
  readonly reason: Reason
  /** What the facts come to under the kind's formula, before caps. */
  readonly hours: Hours
  readonly counted: Hours
  readonly pending: Hours
  readonly overCap: Hours
  readonly refused: Hours
  /** Position of the rule that decided, in the pack's own terms: a cap's, a topic's, a condition's id. */
  readonly by: string | null
}

export interface CategoryVerdict {
  /** Null where the notice asks nothing of a single year. */
  readonly required: Hours | null
  readonly counted: Hours
  readonly pending: Hours
  readonly overCap: Hours
  readonly refused: Hours
  readonly missing: Hours
}

export interface YearVerdict {
  readonly packVersion: string
  readonly year: number
  /** Null where the notice sets no yearly requirement. */
  readonly complete: boolean | null
  readonly public: CategoryVerdict
  readonly professional: CategoryVerdict
  readonly total: Hours
  readonly requiredTotal: Hours | null
  /** Id of the deeming that stands for the whole year, where one does. */
  readonly deemedBy: string | null
  readonly items: readonly ItemVerdict[]
}

/** A rule as a person reads it: the notice's words, or our reading, or what is missing. */
export interface RuleText {
  readonly clause: ClauseId | null
  readonly state: 'stated' | 'reading' | 'silent' | 'missing'
  /** The notice's own words; empty where it has none. */
  readonly words: string
  /** Ours, where we had to read, or what the notice does not say. */
  readonly note: string
}

export interface ExplainedItem extends ItemVerdict {
  readonly why: string
  readonly rules: readonly RuleText[]
  /** What would cure it; null where nothing is to be cured, or nothing can. */
  readonly cure: string | null
}

export interface ExplainedYear extends Omit<YearVerdict, 'items'> {
  readonly items: readonly ExplainedItem[]
  readonly rules: readonly RuleText[]
  readonly clauses: readonly ClauseId[]
}
