import type { Hours } from '../kernel/hours'
import type { HoursRoute } from '../policy/learning-kind'
import type { BaseLevel, Category, Labels } from '../policy/pack'
import type { ClauseId, RuleSource } from '../policy/value'
import type { Opening } from '../title/opening-of-year'

/** A provider outside the platform, as the notice names it. */
export interface OutsideProvider {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly phone: string | null
  readonly rules: readonly RuleSource[]
}

/** The sources from which hours of a category may come. */
export interface Sources {
  readonly routes: readonly HoursRoute[]
  readonly providers: readonly OutsideProvider[]
}

/** Hours that must come together: of a category, or of one of its subjects. */
export interface PartNeed {
  readonly category: Category
  readonly hours: Hours
  /** Only offers of this subject; any offer where it is null. */
  readonly subject: { readonly id: string; readonly title: string } | null
}

/** A year into which hours may still be earned. */
export interface OpenYear {
  readonly year: number
  readonly opening: Extract<Opening, { open: true }>
  readonly sources: Readonly<Record<Category, Sources>>
  /** Bases whose hours serve the title. */
  readonly baseLevels: readonly BaseLevel[]
}

export interface YearNeed extends OpenYear {
  /** Any one of these ways suffices (one of two subjects); of that way all parts are needed. */
  readonly ways: readonly (readonly PartNeed[])[]
}

/** A part that cannot be cured (补不了的), with its clause where there is one. */
export interface Cannot {
  readonly year: number | null
  readonly category: Category | null
  readonly clause: ClauseId | null
  readonly rules: readonly RuleSource[]
  readonly text: string
}

interface Needed {
  readonly labels: Labels
  readonly cannot: readonly Cannot[]
  /** The steps that remain besides learning. */
  readonly todo: readonly string[]
}

export type PlanNeed =
  /** Some years in whole: any one of the `ways`, a list of years. */
  | (Needed & {
      readonly kind: 'years'
      readonly years: readonly YearNeed[]
      readonly ways: readonly (readonly number[])[]
    })
  /** Sums over a window; the hours may be earned in any of its open years. */
  | (Needed & {
      readonly kind: 'window'
      readonly public: Hours
      readonly total: Hours
      readonly years: readonly OpenYear[]
    })
  /** No learning is needed: the title's requirement is met or waived, or there is no rule. */
  | (Needed & { readonly kind: 'nothing'; readonly met: boolean | null })
