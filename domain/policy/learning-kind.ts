import type { Hours } from '../kernel/hours'
import type { Missing, Value } from './value'

export type Category = 'public' | 'professional'

/**
 * How hours come about (SX22-9): watched on the platform, attended in a class, claimed and reviewed (同等学时认证 and the
 * other kinds), or sent by a lawful provider.
 */
export type HoursRoute = 'online' | 'face-to-face' | 'claim' | 'import'

/** What must be so for an item to count; an item says which of them it meets. */
export type ConditionId =
  /** Passed the exam, or the provider's assessment. */
  | 'exam-passed'
  /** The bureau approved the plan before the class was held. */
  | 'plan-approved'
  /** Held, approved, filed or recognised by those whom the notice names. */
  | 'organiser-recognised'
  /** The unit keeps a study record (学习档案) and set the hours in it. */
  | 'study-record-kept'
  /** The course lies within the specialties its base is authorised for. */
  | 'within-specialty'
  /** Documents of the trip or exchange show its days. */
  | 'documented'
  /** The provider answers by a certificate for the hours. */
  | 'provider-certified'
  /** The courseware passed its audit before anybody watched it. */
  | 'courseware-audited'

export interface Condition {
  readonly needs: Value<ConditionId>
  /** Only of hours of this category; of all, where it is not said. */
  readonly only?: Category
  /** What a person can do about it, in Chinese. */
  readonly cure: string
}

/** How an item's facts become hours, before caps. */
export type Formula =
  /** The hours of the course, class or record. */
  | { readonly kind: 'actual'; readonly says: Value<true> }
  /** Whole days, travel excluded, at a fixed rate. */
  | { readonly kind: 'per-day'; readonly hoursPerDay: Value<Hours> }
  /** A multiple of the hours taught, in all. */
  | { readonly kind: 'multiple'; readonly factor: Value<number> }
  /** So many hours for each item (paper, patent, award). */
  | { readonly kind: 'per-item'; readonly hoursPerItem: Value<Hours> }
  /** An official table decides, and it is missing: hours are those a reviewer recognises. */
  | { readonly kind: 'recognised'; readonly table: Missing }

/** What a claim of this kind asks for. */
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
  /** What its hours count as; null where each course says so itself. */
  readonly category: Value<Category> | null
  readonly formula: Formula
  /** Ids of the pack's caps it falls under. */
  readonly caps: readonly string[]
  readonly conditions: readonly Condition[]
  /** Ids of the pack's providers that may give it; null where anybody may. */
  readonly providers: Value<readonly string[]> | null
  /** What a claim must carry; null where nothing is claimed. */
  readonly evidence: Value<readonly EvidenceField[]> | null
  /** The forms in which it is learned, where the notice names them: a study record says which. */
  readonly ways?: Value<readonly string[]>
}

/** The one condition that the unit meets for somebody, by keeping a study record: nobody says it of themselves. */
export const STUDY_RECORD: ConditionId = 'study-record-kept'

/** Whether the unit opens a study record (学习档案) and fixes the hours in it, before anything can be claimed. */
export const asksForRecord = ({ conditions }: Pick<LearningKind, 'conditions'>): boolean =>
  conditions.some(({ needs }) => needs.value === STUDY_RECORD)
