import type { Hours } from '../kernel/hours'
import type { Category, TitleLevel } from '../policy/pack'
import type { RuleSource } from '../policy/value'

/**
 * The standing of one year for a title. `summed`: it only adds its hours to a window. `unverified`: it has
 * its hours, and the notice accepts the current year only once verified. `no-rule`: there is no notice for
 * it, and no record.
 */
export type TitleYearState =
  | 'complete'
  | 'deemed'
  | 'summed'
  | 'incomplete'
  | 'unverified'
  | 'no-rule'
  | 'not-looked-at'

export interface TitleYear {
  readonly year: number
  readonly state: TitleYearState
  /** Hours that serve this title; without those that a deeming or a substitution stands for. */
  readonly counted: Readonly<Record<Category, Hours>>
  /** Null where no rule sets the year's requirement: unknown is not zero. */
  readonly missing: Readonly<Record<Category, Hours>> | null
  readonly why: string
}

/** A sum over a window; `reached` is learned hours plus substituted ones. */
export interface TitleSum {
  readonly required: Hours
  readonly counted: Hours
  readonly reached: Hours
  readonly missing: Hours
}

export interface TitleVerdict {
  readonly packVersion: string
  readonly level: TitleLevel
  readonly applicationYear: number
  /** Null where the notice sets no rule for this title. */
  readonly met: boolean | null
  /** `none`: the notice sets no rule. */
  readonly kind: 'years' | 'window' | 'none'
  /** Id of the deeming for which the title asks nothing at all. */
  readonly waivedBy: string | null
  /** Id of the deeming that stands for all years, or for their professional part. */
  readonly deemedBy: string | null
  /** The number of years that count: those to be chosen, or those of the window. */
  readonly needed: number
  /** The chosen years must follow one another. */
  readonly consecutive: boolean
  readonly chosenYears: readonly number[]
  readonly years: readonly TitleYear[]
  /** Of windows only. */
  readonly total: TitleSum | null
  readonly public: TitleSum | null
  /** Public hours for which past exams stand. They are never posted. */
  readonly substituted: Hours
  readonly notes: readonly string[]
  /** Each rule that decided, in the order in which it did. */
  readonly rules: readonly RuleSource[]
  readonly cures: readonly string[]
}

/** A gate's part of the verdict; `judgeTitle` adds the application and its pack. */
export type GateVerdict = Pick<
  TitleVerdict,
  | 'met'
  | 'deemedBy'
  | 'needed'
  | 'consecutive'
  | 'chosenYears'
  | 'years'
  | 'total'
  | 'public'
  | 'substituted'
  | 'notes'
  | 'rules'
  | 'cures'
>
