import type { Region } from '../domain/kernel/regions'
import type { BaseFact } from '../domain/policy/facts'
import type { ConditionId } from '../domain/policy/learning-kind'
import type { BaseLevel, Category } from '../domain/policy/pack'

export interface DemoOrganisation {
  id: string
  name: string
  kind: 'bureau' | 'department' | 'township' | 'unit' | 'base'
  parentId: string | null
  region: Region
  areaCode: string
  /** Non-public: its township is its department (NY22-15). */
  isPrivate?: boolean
  /** What it is for the law, as the body above has recorded it (QH23-19, NY22-3). */
  nature?: 'enterprise' | 'institution'
  /** County, by which a price is lowered (SX20-11). */
  county?: string
}

export interface DemoPerson {
  id: string
  openid: string
  name: string
  idNumber: string
  mobile: string
  organisationId: string
  /** Whether this person registers when the demo is seeded, and is confirmed by their unit. */
  registered: 'no' | 'claimed' | 'verified'
  isReviewer: boolean
  /** Further roles of this person at the same body. */
  roles?: readonly (
    | 'unit-reviewer'
    | 'department-reviewer'
    | 'bureau-reviewer'
    | 'bureau-staff'
    | 'committee'
  )[]
  /** Courses completed, by id. */
  completed: readonly string[]
}

/** A number of the notice, shown large: `12` `小时` `科目一`. */
export interface DemoFigure {
  amount: string
  unit: string
  label: string
}

export interface DemoSlide {
  title: string
  /** The notice's own words, in lines of at most 20 characters. */
  lines: readonly string[]
  figures?: readonly DemoFigure[]
  /** The document and the clause. */
  source: string
}

export interface DemoChallenge {
  id: string
  afterSecond: number
  prompt: string
  options: readonly string[]
  key: number
}

export interface DemoLecture {
  id: string
  number: number
  title: string
  /** Nominal minutes (标称时长): an hour of course is an hour of lecture, for a sample of any length. */
  nominalMinutes: number
  slides: readonly DemoSlide[]
  challenges: readonly DemoChallenge[]
}

export interface DemoCourse {
  id: string
  region: Region
  year: number
  category: Category
  /** The region's learning kind, the provider, and the facts established by the approval. */
  kind: string
  providerId: string
  meets: readonly ConditionId[]
  title: string
  /** Whole 学时. */
  hours: number
  subjectId: string | null
  baseName: string
  baseLevel: BaseLevel
  /** Whom the base teaches; everyone of the province where it is absent. */
  audience?: BaseFact['audience']
  summary: string
  teacher: { name: string; title: string; unit: string }
  bankId: string
  lectures: readonly DemoLecture[]
}

export type QuestionType = 'single' | 'multiple' | 'judge'

export interface DemoQuestion {
  id: string
  type: QuestionType
  stem: string
  options: readonly string[]
  /** Indexes of the right options, ascending. */
  key: readonly number[]
  topic: string
  /** The document and the clause where the answer stands. */
  source: string
  /** One line: the clause in the notice's own words (in quotation marks), and its consequence. */
  why: string
}
