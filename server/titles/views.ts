import type { Hours } from '../../domain/kernel/hours'
import type { Fen } from '../../domain/kernel/money'
import type { Category, TitleLevel } from '../../domain/policy/pack'
import type { TitleYearState } from '../../domain/title/verdict'
import type { StandingTitle } from '../bodies/standing'
import type { ClauseView } from '../books/hours/views'

export interface CategoryHours {
  public: Hours
  professional: Hours
}

/** A region's own words for hours and categories. */
export interface LabelsView {
  public: string
  professional: string
  hour: string
}

/** The question, as every answer about titles repeats it. */
export interface TitleAsked {
  region: string
  regionName: string
  level: TitleLevel
  levelLabel: string
  applicationYear: number
  labels: LabelsView
  /** The levels that may be asked about instead. */
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
  /** Declared by the trainee and not verified. */
  declared: boolean
  opening: OpeningView
  setAside: SetAsideView[]
  clauses: ClauseView[]
}

export interface TitleSumView {
  required: Hours
  counted: Hours
  /** Including substitutions. */
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

/**
 * A fact that only the trainee knows. A declared fact is used here, must be verified later, and never becomes hours.
 */
export interface QuestionView {
  id: string
  kind: 'deeming' | 'substitution' | 'degree' | 'series' | 'records'
  title: string
  /** The statement that a tick makes. */
  statement: string
  fields: QuestionField[]
  /** It depends on the present title, and the register has none yet: the title is said first, once. */
  needsTitle: boolean
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
  /** The present title by the register; null where the person has not said it yet. */
  title: StandingTitle | null
  /** Label of the waiver for which the title asks nothing. */
  waivedBy: string | null
  /** Something that the person declared was looked at. */
  restsOnDeclared: boolean
  questions: QuestionView[]
  notes: string[]
  cures: string[]
  clauses: ClauseView[]
  policyVersion: string
}

export type PlanKind = 'cheapest' | 'fastest' | 'fewest-evenings'

export interface PlanCourseView {
  courseId: string
  title: string
  year: number
  category: Category
  hours: Hours
  baseName: string
  /** The fee under the notice in force; null where no notice sets one. */
  fee: { fen: Fen; kind: 'set' | 'ceiling' } | null
  minutes: number
  isEnrolled: boolean
}

/** Hours that only another provider gives, named by the notice. */
export interface PlanProviderView {
  year: number | null
  category: Category
  hours: Hours
  lastDay: string | null
  places: { name: string; address: string | null; phone: string | null }[]
  clauses: ClauseView[]
}

export interface PlanView {
  kind: PlanKind
  courses: PlanCourseView[]
  providers: PlanProviderView[]
  feeFen: Fen
  /** Null where no notice prices the courses. */
  feeKind: 'set' | 'ceiling' | null
  evenings: number
  /** Earliest day on which all of it can be done, `YYYY-MM-DD`. */
  doneOn: string
  /** A deadline is missed at this pace. */
  isLate: boolean
  why: string[]
}

/** A year that still lacks something. */
export type PlanYearView = Pick<TitleYearView, 'year' | 'state' | 'missing' | 'opening'>

export interface TitlePlanView extends TitleAsked {
  outcome: 'met' | 'short' | 'no-rule'
  headline: string
  minutesPerEvening: number
  years: PlanYearView[]
  sums: { public: TitleSumView; total: TitleSumView } | null
  plans: PlanView[]
  cannot: { text: string; clauses: ClauseView[] }[]
  todo: string[]
  /** What the notice leaves unsaid about these prices: to be asked before paying. */
  feeNotes: string[]
  restsOnDeclared: boolean
  /** How much of the catalogue was looked at; not all of it where it is larger than the limit. */
  catalogue: { lookedAt: number; limit: number; whole: boolean }
}
