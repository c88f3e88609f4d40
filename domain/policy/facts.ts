import type { Hours } from '../kernel/hours'
import type { Instant } from '../kernel/instant'
import type { ConditionId } from './learning-kind'
import type { BaseLevel, Category, LearningMode, PersonKind, TitleLevel } from './pack'

/** Who trains, where a base does. */
export interface BaseFact {
  readonly name: string
  readonly level: BaseLevel
  /** As a base, for anybody of the province; or a unit's class for its own staff. */
  readonly audience: 'province' | 'own-staff'
}

/** One thing learned: a course passed, a class attended, a claim, a row that a provider sent. Plain data. */
export interface LearningItem {
  readonly id: string
  /** Id of one of the pack's kinds. */
  readonly kind: string
  /** Only where the kind leaves it open, as courses do. */
  readonly category?: Category
  readonly mode?: LearningMode
  readonly subjectId?: string
  readonly earnedAt: Instant
  /** Hours of the course, class or record; of teaching, the hours taught. */
  readonly hours?: Hours
  readonly days?: number
  readonly travelDays?: number
  /** How many papers, patents, modules; one where it is not said. */
  readonly count?: number
  /** What a reviewer recognised: all there is where the official table is missing, otherwise a limit to what the formula gives. */
  readonly recognisedHours?: Hours
  readonly topic?: string
  readonly meets?: readonly ConditionId[]
  readonly providerId?: string
  readonly base?: BaseFact
  /** What makes it the same as another: DOI, ISBN, patent or certificate number, course code. */
  readonly evidenceKey?: string
  /** Reviewed and verified; where it is not said, it is. */
  readonly pending?: boolean
  /** Declared invalid, with the reason. */
  readonly voided?: string
}

/** A fact that stands for learning without being hours; `id` names one of the pack's deemings. */
export interface DeemingFact {
  readonly id: string
  /** Year of the duty, or the year chosen for it. */
  readonly year?: number
  readonly months?: number
  readonly enrolledYear?: number
  readonly graduatedYear?: number
  readonly obtainedYear?: number
  /** Year in which the present title, or post term, began. */
  readonly termFromYear?: number
}

/** One person's year in one region. */
export interface YearFacts {
  readonly region: string
  readonly year: number
  readonly personKind?: PersonKind
  readonly items: readonly LearningItem[]
  readonly deemings?: readonly DeemingFact[]
  /** Hours beyond last year's requirement, which some might wish to bring along. */
  readonly surplus?: Readonly<Record<Category, Hours>>
}

/** How one past year stands, for a title: by its items, or as the register of that time recorded it. */
export interface TitleYearFacts {
  readonly year: number
  readonly items?: readonly LearningItem[]
  /** Recorded as complete by those who verified it, whatever its notice asked. */
  readonly recordedComplete?: boolean
  /** Whether the year's application has passed its levels. */
  readonly verified?: boolean
}

export interface SubstitutionFact {
  readonly id: string
  readonly count: number
}

/** What a person brings to an application for a title. */
export interface TitleFacts {
  readonly region: string
  readonly level: TitleLevel
  /** Year of the review. */
  readonly applicationYear: number
  readonly appliedAt: Instant
  readonly personKind?: PersonKind
  readonly years: readonly TitleYearFacts[]
  readonly deemings?: readonly DeemingFact[]
  readonly substitutions?: readonly SubstitutionFact[]
  readonly seriesRequiresExams?: boolean
  readonly cityCommittee?: boolean
  readonly degree?: string
  /** Years in the present title. */
  readonly tenureYears?: number
}
