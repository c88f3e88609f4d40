import type { Hours } from '../kernel/hours'
import type { Day } from '../kernel/instant'
import type { Fen } from '../kernel/money'
import type { Category } from '../policy/pack'
import type { ProviderStep } from './choice'
import type { Cannot } from './need'
import type { Offer } from './offer'
import type { Late } from './schedule'

export type PlanKind = 'cheapest' | 'fastest' | 'fewest-evenings'

export interface Plan {
  readonly kind: PlanKind
  /** What to enrol in, by year, then category, then day, then id. */
  readonly offers: readonly Offer[]
  /** What an outside provider gives; its fee is not known here. */
  readonly providers: readonly ProviderStep[]
  readonly hours: Readonly<Record<Category, Hours>>
  readonly feeFen: Fen
  readonly ownTimeMinutes: number
  readonly evenings: number
  /** Earliest day on which all of it can be done. */
  readonly doneOn: Day
  /** Deadlines that it misses at this pace. */
  readonly late: readonly Late[]
  /** Why it is the least of its kind, and what it gives up for that. */
  readonly why: readonly string[]
}

export interface PlanAnswer {
  /** Null where nothing is to be learned, or no choice of offers suffices; then `cannot` says why. */
  readonly plans: Readonly<Record<PlanKind, Plan>> | null
  readonly cannot: readonly Cannot[]
  readonly todo: readonly string[]
}
