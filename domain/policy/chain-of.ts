import type { HoursRoute } from './learning-kind'
import type { Notice, ReviewCase, ReviewStep, Value } from './pack'

export interface ReviewChain {
  readonly steps: readonly ReviewStep[]
  /** Hours that the platform or a provider generates: no reviewer looks at them. */
  readonly automatic: boolean
  readonly yearlySubmission: boolean
  readonly rules: readonly Value<unknown>[]
}

/**
 * The levels that review hours of a kind, in order (审核流程). The first exception of the pack that applies
 * decides, otherwise the usual chain.
 * Worked example: in Shandong a training goes unit → department → bureau (NY22-16); a trainee without a unit
 * goes to the township and the bureau.
 */
export function chainOf(
  { review }: Pick<Notice, 'review'>,
  { route, cases = [] }: { route: HoursRoute; cases?: readonly ReviewCase[] },
): ReviewChain {
  const { automatic, yearlySubmission } = review
  if (automatic.value.includes(route))
    return {
      steps: [],
      automatic: true,
      yearlySubmission: yearlySubmission.value,
      rules: [automatic, yearlySubmission],
    }
  const chain = review.exceptions.find((exception) => cases.includes(exception.case))?.chain ?? review.chain
  return {
    steps: chain.value,
    automatic: false,
    yearlySubmission: yearlySubmission.value,
    rules: [chain, automatic, yearlySubmission],
  }
}
