import type { Hours } from '../kernel/hours'
import type { Missing, Value } from './value'

export type Category = 'public' | 'professional'
export type LearningMode = 'online' | 'face-to-face'
/** The line of work as far as a notice distinguishes: two lines train and review for themselves (QH23-2). */
export type PersonLine = 'health' | 'accounting' | 'other'

/**
 * How hours come into being (SX22-9): watched on the platform, attended in a class, claimed and reviewed
 * (同等学时认证 and the other kinds), or sent by a lawful provider.
 */
export type HoursRoute = 'online' | 'face-to-face' | 'claim' | 'import'

/** A condition that must hold for an item to count; an item lists the conditions it meets. */
export type ConditionId =
  /** The trainee passed the exam, or the provider's assessment. */
  | 'exam-passed'
  /** The bureau approved the plan before the class was held. */
  | 'plan-approved'
  /** The event was held, approved, filed or recognised by the authorities that the notice names. */
  | 'organiser-recognised'
  /** The unit keeps a study record (学习档案) and set the hours in it. */
  | 'study-record-kept'
  /** The course lies within the specialties its base is authorised for. */
  | 'within-specialty'
  /** Documents of the trip or exchange show its days. */
  | 'documented'
  /** The provider vouches for the hours with a certificate. */
  | 'provider-certified'
  /** The courseware passed its audit before any trainee watched it. */
  | 'courseware-audited'
  /** The paper or book was published. */
  | 'published'
  /** The outcome won an award, is a patent, or the unit recognises it. */
  | 'outcome-recognised'

export interface Condition {
  readonly needs: Value<ConditionId>
  /** Applies only to hours of this category; to all, where it is absent. */
  readonly only?: Category
  /** The step by which a person can meet the condition, in Chinese. */
  readonly cure: string
  /** Lies in what the kind is: taken as met of an item of which nobody said anything, and the answer says so. */
  readonly assumed?: true
}

/** How an item's facts become hours, before caps. */
export type Formula =
  /** The hours of the course, class or record. */
  | { readonly kind: 'actual'; readonly says: Value<true> }
  /** A fixed rate for whole days, travel days excluded. */
  | { readonly kind: 'per-day'; readonly hoursPerDay: Value<Hours> }
  /** A multiple of the hours taught, in total. */
  | {
      readonly kind: 'multiple'
      readonly factor: Value<number>
      /** The years of which the notice states that factor, and the factor of other years; all years where absent. */
      readonly otherYears?: { readonly stated: Value<readonly number[]>; readonly factor: Value<number> }
      /** Lines of work that keep a rule of their own, which is missing: a reviewer recognises the hours. */
      readonly ownRule?: { readonly lines: Value<readonly PersonLine[]>; readonly table: Missing }
    }
  /** A fixed number of hours for each item (paper, patent, award). */
  | { readonly kind: 'per-item'; readonly hoursPerItem: Value<Hours> }
  /** An official table decides, and it is missing: the hours are those that a reviewer recognises. */
  | { readonly kind: 'recognised'; readonly table: Missing }

/** A field of evidence that a claim of this kind asks for. */
export type EvidenceField =
  | 'title'
  | 'organiser'
  | 'from-to'
  | 'hours'
  | 'days'
  | 'travel-days'
  | 'certificate-number'
  | 'level'
  | 'author-rank'
  | 'doi'
  | 'isbn'
  | 'patent-number'
  | 'school'
  | 'document-number'
  | 'photo'

/** A limit that one or several kinds share: a day's, or a year's. */
export interface KindCap {
  readonly id: string
  readonly label: string
  readonly per: 'day' | 'year'
  readonly limit: Value<Hours>
}

export interface LearningKind {
  readonly id: string
  readonly label: string
  /** Other names the same notice uses for it. */
  readonly aliases: readonly string[]
  readonly route: HoursRoute
  /** The category of its hours; null where each course states its own. */
  readonly category: Value<Category> | null
  readonly formula: Formula
  /** Ids of the pack's caps that limit this kind. */
  readonly caps: readonly string[]
  readonly conditions: readonly Condition[]
  /** Ids of the pack's providers that may give it; null where every provider may. */
  readonly providers: Value<readonly string[]> | null
  /** The evidence that a claim must carry; null where the kind cannot be claimed. */
  readonly evidence: Value<readonly EvidenceField[]> | null
  /** The forms of study, where the notice names them; an archive line states one. */
  readonly ways?: Value<readonly string[]>
  /** Who else than a trainee brings such hours: lists of a line department's trainings, or of a base's. */
  readonly pushed?: Value<readonly Pushed[]>
}

/** Lists that a sender of this sort pushes, learned this way, are of this kind. */
export interface Pushed {
  readonly by: 'department' | 'base'
  readonly mode: LearningMode
}

/**
 * The one condition that a unit meets for its trainee, by keeping an archive line; a trainee cannot declare
 * it.
 */
export const STUDY_RECORD: ConditionId = 'study-record-kept'

/** Whether the unit opens a study archive (学习档案) and fixes the hours in it, before the trainee can claim. */
export const asksForRecord = ({ conditions }: Pick<LearningKind, 'conditions'>): boolean =>
  conditions.some(({ needs }) => needs.value === STUDY_RECORD)
