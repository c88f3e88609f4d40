import type { Hours } from '../../domain/kernel/hours'
import type { Category, TitleLevel } from '../../domain/policy/pack'
import type { TitleYearState } from '../../domain/title/verdict'
import type { ClauseView } from '../hours/views'

export interface CategoryHours {
  public: Hours
  professional: Hours
}

/** A region's own words for what is counted. */
export interface LabelsView {
  public: string
  professional: string
  hour: string
}

/** What is asked, as every answer about titles repeats it. */
export interface TitleAsked {
  region: string
  regionName: string
  level: TitleLevel
  levelLabel: string
  applicationYear: number
  labels: LabelsView
  /** What may be asked instead. */
  levels: { level: TitleLevel; label: string }[]
  applicationYears: number[]
}

/** Whether hours of a year can be earned on the day of the call, and until when. */
export interface OpeningView {
  open: boolean
  /** The last day, `YYYY-MM-DD`; null where none is set. */
  lastDay: string | null
  text: string
  clauses: ClauseView[]
}

/** Hours of the ledger that do not help this title. */
export interface SetAsideView {
  title: string
  hours: Hours
  category: Category
  why: string
  cure: string | null
}

export interface TitleYearView {
  year: number
  state: TitleYearState
  chosen: boolean
  counted: CategoryHours
  /** Null where no rule says how much the year asks. */
  missing: CategoryHours | null
  why: string
  /** Rests on what the person says, which nobody has verified. */
  declared: boolean
  opening: OpeningView
  setAside: SetAsideView[]
  clauses: ClauseView[]
}

export interface TitleSumView {
  required: Hours
  counted: Hours
  /** With what substitutions stand for. */
  reached: Hours
  missing: Hours
}

export interface QuestionField {
  name: string
  label: string
  options: number[]
  /** Several of them at once. */
  many: boolean
}

/** A fact that only the person knows. What they declare is looked at, has to be verified, and never becomes hours. */
export interface QuestionView {
  id: string
  kind: 'deeming' | 'substitution' | 'degree' | 'series' | 'records'
  title: string
  /** What ticking it states. */
  statement: string
  fields: QuestionField[]
  clauses: ClauseView[]
}

export interface TitleCheckView extends TitleAsked {
  /** `no-rule`: the notice sets none for this title. */
  outcome: 'met' | 'short' | 'no-rule'
  headline: string
  kind: 'years' | 'window' | 'none'
  needed: number
  chosenYears: number[]
  years: TitleYearView[]
  /** Of windows only. */
  sums: { public: TitleSumView; total: TitleSumView } | null
  substituted: Hours
  /** Label of what the title is waived for. */
  waivedBy: string | null
  /** Something that the person declared was looked at. */
  restsOnDeclared: boolean
  questions: QuestionView[]
  notes: string[]
  cures: string[]
  clauses: ClauseView[]
  policyVersion: string
}
