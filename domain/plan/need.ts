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

/** From where hours of a category may come. */
export interface Sources {
  readonly routes: readonly HoursRoute[]
  readonly providers: readonly OutsideProvider[]
}

/** Hours that must come together: of a category, or of one of its subjects. */
export interface PartNeed {
  readonly category: Category
  readonly hours: Hours
  /** Only offers of this subject; any, where null. */
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
  /** Any one of these suffices (one of two subjects); of it all parts are needed. */
  readonly ways: readonly (readonly PartNeed[])[]
}

/** What cannot be cured, with the clause where there is one. */
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
  /** What is to be done besides learning. */
  readonly todo: readonly string[]
}

export type PlanNeed =
  /** Some years in whole: any one of the `ways`, a list of years. */
  | (Needed & {
      readonly kind: 'years'
      readonly years: readonly YearNeed[]
      readonly ways: readonly (readonly number[])[]
    })
  /** Sums over a window, earned in whichever of its years is open. */
  | (Needed & {
      readonly kind: 'window'
      readonly public: Hours
      readonly total: Hours
      readonly years: readonly OpenYear[]
    })
  /** Nothing is to be learned for it: it is met, waived, or not ruled. */
  | (Needed & { readonly kind: 'nothing'; readonly met: boolean | null })
