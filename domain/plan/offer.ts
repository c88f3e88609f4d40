import type { Hours } from '../kernel/hours'
import type { Day } from '../kernel/instant'
import type { Fen } from '../kernel/money'
import type { HoursRoute } from '../policy/learning-kind'
import type { BaseLevel, Category } from '../policy/pack'

export type OfferSource = 'course' | 'class' | 'claim' | 'provider'

/**
 * Something that gives hours to a year, once: a course, a class, a likely claim, a provider's course. A claim offers no
 * more than what its cap still has room for.
 */
export interface Offer {
  readonly id: string
  readonly title: string
  /** The year that its hours fill. */
  readonly year: number
  readonly category: Category
  readonly hours: Hours
  readonly feeFen: Fen
  /** Evening time that it takes: an online course its hours, a daytime class or a claim none. */
  readonly ownTimeMinutes: number
  readonly source: OfferSource
  /** Last day on which it can be finished, or a class be joined. */
  readonly lastDay?: Day
  /** Last day of a class. */
  readonly heldOn?: Day
  /** Where the notice asks for subjects by name. */
  readonly subjectId?: string
  /** Where a base gives it: its hours may not serve every title. */
  readonly baseLevel?: BaseLevel
}

export const ROUTE_OF: Readonly<Record<OfferSource, HoursRoute>> = {
  course: 'online',
  class: 'face-to-face',
  claim: 'claim',
  provider: 'import',
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** Paths of what is wrong with the offers: hours, fees and minutes are whole and not below zero, each id is there once. */
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
