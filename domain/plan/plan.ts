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
  /** The offers to enrol in, by year, then category, then day, then id. */
  readonly offers: readonly Offer[]
  /** The hours from outside providers, whose fee is unknown here. */
  readonly providers: readonly ProviderStep[]
  readonly hours: Readonly<Record<Category, Hours>>
  readonly feeFen: Fen
  readonly ownTimeMinutes: number
  readonly evenings: number
  /** The earliest day on which everything can be done. */
  readonly doneOn: Day
  /** The deadlines that this pace misses. */
  readonly late: readonly Late[]
  /** The reason why it is the least of its kind, and its price in the other measures. */
  readonly why: readonly string[]
}

export interface PlanAnswer {
  /** Null where no learning is needed, or no choice of offers suffices; `cannot` then gives the reason. */
  readonly plans: Readonly<Record<PlanKind, Plan>> | null
  readonly cannot: readonly Cannot[]
  readonly todo: readonly string[]
}
