import type { Hours } from '../kernel/hours'
import type { Category } from './pack'
import type { ClauseId } from './value'

/** The reason why an item counts or does not: one code for each cause. */
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
  | 'OUTSIDE_YEAR'
  | 'MAKE_UP_ROUTE'
  | 'VOIDED'

export interface ItemVerdict {
  readonly id: string
  readonly category: Category
  readonly reason: Reason
  /** Hours by the kind's formula, before caps. */
  readonly hours: Hours
  readonly counted: Hours
  readonly pending: Hours
  readonly overCap: Hours
  readonly refused: Hours
  /** The pack's id of the rule that decided: a cap, a topic, a condition. */
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

/** A rule worded for a person: the notice's words, our reading, or what is missing. */
export interface RuleText {
  readonly clause: ClauseId | null
  readonly state: 'stated' | 'reading' | 'silent' | 'missing'
  /** The notice's own words; empty where it has none. */
  readonly words: string
  /** Our note: the reading's reason, or what the notice leaves unsaid. */
  readonly note: string
}

export interface ExplainedItem extends ItemVerdict {
  readonly why: string
  readonly rules: readonly RuleText[]
  /** The step that would cure it; null where nothing needs a cure, or nothing can cure it. */
  readonly cure: string | null
}

export interface ExplainedYear extends Omit<YearVerdict, 'items'> {
  readonly items: readonly ExplainedItem[]
  readonly rules: readonly RuleText[]
  readonly clauses: readonly ClauseId[]
}
