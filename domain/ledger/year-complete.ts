import { addHours, type Hours, missingHours } from '../kernel/hours'
import type { Notice } from '../policy/pack'
import type { Account } from './account'

export interface YearState {
  readonly complete: boolean
  readonly missing: { readonly public: Hours; readonly professional: Hours }
}

/** What the notice of a year asks, in numbers. */
export interface Required {
  readonly public: Hours
  readonly professional: Hours
}

export const requiredOf = ({ requirement }: Pick<Notice, 'requirement'>): Required => ({
  public: requirement.public.value,
  professional: requirement.professional.value,
})

/**
 * Both parts at once (SX22-1, "同时达标方视为完成"); a surplus of one never fills the other, and only counted hours
 * count. Worked examples: 24 + 56 is complete; 30 + 50 is not; 24 + 55.99 is not.
 */
export function yearState(portions: Account['portions'], required: Required): YearState {
  const missing = {
    public: missingHours(required.public, portions.public.counted),
    professional: missingHours(required.professional, portions.professional.counted),
  }
  return { complete: addHours(missing.public, missing.professional) === 0, missing }
}

export const yearComplete = (portions: Account['portions'], required: Required): boolean =>
  yearState(portions, required).complete
