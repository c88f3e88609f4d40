import type { Hours } from '../../domain/kernel/hours'
import type { CategoryRing } from '../books/hours/views'
import type { ClaimCard } from '../claims/filing/views'
import type { Category } from '../learning/catalog/views'
import type { Channel, PersonView } from '../people/views'

export type NextStep =
  | { kind: 'learn'; courseId: string; courseTitle: string; lectureId: string; lectureNumber: number }
  | { kind: 'exam'; courseId: string; courseTitle: string }
  | { kind: 'choose'; category: Category }
  | { kind: 'wait-verification'; unitName: string }
  /** All hours are there, and count once the year's application has passed (QH23-11). */
  | { kind: 'submit-year'; year: number }
  | { kind: 'certificate'; year: number }

export interface HomeView {
  person: PersonView
  year: number
  regionName: string
  rings: CategoryRing[]
  complete: boolean
  missing: { public: Hours; professional: Hours }
  /** The last day on which hours of this year can still be earned, `YYYY-MM-DD`, with the clause or reading. */
  deadline: { day: string; clauseId: string; reading: boolean } | null
  next: NextStep
  underway: { courseId: string; title: string; progressPercent: number; hours: Hours }[]
  /** Claims that are not over, those that wait for the person first. */
  claims: ClaimCard[]
  notices: { id: string; title: string; text: string; clauseId: string }[]
  /** Messages not read yet, counted up to 100. */
  unread: number
  /**
   * The counts that wait for a reviewer; null for a person who reviews nothing. People only where they confirm a
   * unit's.
   */
  reviewerQueue: { people: number | null; contests: number; claims: number } | null
}

export interface MeView {
  /** Messages not read yet, counted up to 100. */
  unread: number
  person: PersonView
  channel: Channel
  registeredAt: number
  /** Reviews for a unit whose notice has it keep 学习档案. */
  keepsArchive: boolean
}
