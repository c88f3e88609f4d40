import type { Hours } from '../kernel/hours'
import type { Instant } from '../kernel/instant'
import type { ConditionId } from './learning-kind'
import type { BaseLevel, Category, HeldLevel, LearningMode, PersonKind, PersonLine, TitleLevel } from './pack'
import type { Value } from './value'

/** The base that gave the training. */
export interface BaseFact {
  readonly name: string
  readonly level: BaseLevel
  /**
   * The audience of the training: all professionals of the province (a base), or the unit's own staff (a unit's class).
   */
  readonly audience: 'province' | 'own-staff'
}

/** One thing learned, as plain data: a course passed, a class attended, a claim, a row from a provider. */
export interface LearningItem {
  readonly id: string
  /** Id of one of the pack's kinds. */
  readonly kind: string
  /** Given only where the kind leaves the category open, as courses do. */
  readonly category?: Category
  readonly mode?: LearningMode
  readonly subjectId?: string
  readonly earnedAt: Instant
  /** Hours of the course, class or record; for teaching, the hours taught. */
  readonly hours?: Hours
  readonly days?: number
  readonly travelDays?: number
  /** Number of papers, patents or modules; one where it is absent. */
  readonly count?: number
  /**
   * Hours that a reviewer recognised: the whole amount where the official table is missing, otherwise a limit
   * to the formula's hours.
   */
  readonly recognisedHours?: Hours
  readonly topic?: string
  /** The title under which it was taught, by which an excluded topic is recognised. */
  readonly title?: string
  readonly meets?: readonly ConditionId[]
  readonly providerId?: string
  readonly base?: BaseFact
  /**
   * Identifies the evidence: DOI, ISBN, patent or certificate number, course code. Two items with one key
   * count once.
   */
  readonly evidenceKey?: string
  /** Whether the item still waits for review or verification; false where it is absent. */
  readonly pending?: boolean
  /** The reason, where the item was declared invalid. */
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

/** The reason why hours of a day cannot fill a year. */
export interface Untimely {
  readonly reason: 'OUTSIDE_YEAR' | 'MAKE_UP_ROUTE'
  /** The day on which they were earned, or the kind that makes up for nothing. */
  readonly by: string
  /** The routes of make-up, of the notice that opened the year, not of the year’s own; null where the day decided. */
  readonly rule: Value<unknown> | null
}

/** One person's year in one region. */
export interface YearFacts {
  readonly region: string
  readonly year: number
  readonly personKind?: PersonKind
  readonly line?: PersonLine
  readonly items: readonly LearningItem[]
  readonly deemings?: readonly DeemingFact[]
  /** Hours beyond last year's requirement, which a trainee might wish to carry over. */
  readonly surplus?: Readonly<Record<Category, Hours>>
  /** Items whose day does not fit the year, by id; looked up beforehand, because other notices open years too. */
  readonly untimely?: ReadonlyMap<string, Untimely>
  /** Evidence keys that gave hours in another year of the same person: the same paper counts once, not once a year. */
  readonly countedElsewhere?: readonly string[]
}

/** The state of one past year, for a title: its items, or what the register of that time recorded. */
export interface TitleYearFacts {
  readonly year: number
  readonly items?: readonly LearningItem[]
  /** The register recorded the year as complete, independently of the hours that its notice asked. */
  readonly recordedComplete?: boolean
  /** Whether the year's application has passed all its levels. */
  readonly verified?: boolean
  /** Items whose day does not fit the year, by id. */
  readonly untimely?: ReadonlyMap<string, Untimely>
}

export interface SubstitutionFact {
  readonly id: string
  readonly count: number
}

/** The facts of one application for a title. */
export interface TitleFacts {
  readonly region: string
  readonly level: TitleLevel
  /** Year of the review. */
  readonly applicationYear: number
  readonly appliedAt: Instant
  readonly personKind?: PersonKind
  readonly line?: PersonLine
  /** Other regions in whose registers the person has hours. */
  readonly otherRegions?: readonly string[]
  readonly years: readonly TitleYearFacts[]
  readonly deemings?: readonly DeemingFact[]
  readonly substitutions?: readonly SubstitutionFact[]
  readonly seriesRequiresExams?: boolean
  readonly cityCommittee?: boolean
  readonly degree?: string
  /** Level of the present title, `none` where there is none yet; absent where nobody said it. */
  readonly heldLevel?: HeldLevel | 'none'
  /** Years in the present title. */
  readonly tenureYears?: number
}
