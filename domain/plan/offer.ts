import type { Hours } from '../kernel/hours'
import type { Day } from '../kernel/instant'
import type { Fen } from '../kernel/money'
import type { HoursRoute } from '../policy/learning-kind'
import type { BaseLevel, Category } from '../policy/pack'

export type OfferSource = 'course' | 'class' | 'claim' | 'provider'

/**
 * One way to earn hours for a year, once: a course, a class, a likely claim, a provider's course. A claim
 * offers no more hours than its cap still has room for.
 */
export interface Offer {
  readonly id: string
  readonly title: string
  /** The target year of its hours. */
  readonly year: number
  readonly category: Category
  readonly hours: Hours
  readonly feeFen: Fen
  /**
   * Minutes of own time in the evening: an online course takes its hours, a daytime class or a claim none.
   */
  readonly ownTimeMinutes: number
  readonly source: OfferSource
  /** The last day on which a course can be finished, or a class be joined. */
  readonly lastDay?: Day
  /** Last day of a class. */
  readonly heldOn?: Day
  /** The subject, where the notice asks for subjects by name. */
  readonly subjectId?: string
  /** The level of the base that gives it, because its hours may not serve every title. */
  readonly baseLevel?: BaseLevel
}

export const ROUTE_OF: Readonly<Record<OfferSource, HoursRoute>> = {
  course: 'online',
  class: 'face-to-face',
  claim: 'claim',
  provider: 'import',
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/**
 * The paths of faults in the offers: hours, fees and minutes must be integers not below zero, and each id
 * unique. Empty where there is none.
 */
export function malformedOffers(offers: readonly Offer[]): string[] {
  const seen = new Set<string>()
  const fields: string[] = []
  for (const { id, hours, feeFen, ownTimeMinutes } of offers) {
    if (id === '' || seen.has(id)) fields.push(`offers/${id}/id`)
    seen.add(id)
    if (!isCount(hours) || hours === 0) fields.push(`offers/${id}/hours`)
    if (!isCount(feeFen)) fields.push(`offers/${id}/feeFen`)
    if (!isCount(ownTimeMinutes)) fields.push(`offers/${id}/ownTimeMinutes`)
  }
  return fields
}
