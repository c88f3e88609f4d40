import type { Hours } from '../kernel/hours'
import type { Instant } from '../kernel/instant'
import type { DeemingFact, LearningItem } from '../policy/facts'
import type { ReviewStep } from '../policy/pack'

/**
 * A claim's way. `returned` waits for the person, `submitted` for the step it is at; the others are ends, and `revoked`
 * is a credited claim that was false.
 */
export type ClaimState =
  | 'submitted'
  | 'returned'
  | 'credited'
  | 'rejected'
  | 'withdrawn'
  | 'lapsed'
  | 'revoked'

/** What is claimed: hours of a kind, a fact that stands for learning, or the whole year's verification (QH23-11). */
export type ClaimSubject =
  | { readonly type: 'hours'; readonly item: LearningItem }
  | { readonly type: 'deeming'; readonly fact: DeemingFact }
  | { readonly type: 'year' }

/** One level of the chain, as it was resolved when the claim was submitted. */
export interface ClaimStep {
  readonly step: ReviewStep
  readonly orgId: string
  readonly orgName: string
  /** `skipped`: there is no such level above this unit; never shown as approved. */
  readonly outcome: 'waiting' | 'approved' | 'skipped'
  readonly decidedBy: string | null
  readonly decidedByName: string
  readonly decidedAt: Instant | null
  /** Hours as this level recognised them; null until then, and where no hours are claimed. */
  readonly hours: Hours | null
  readonly note: string
}

/** One thing that a return asks for, beside the field it is about. */
export interface Ask {
  readonly field: string
  readonly text: string
}

export type ClaimEventKind =
  | 'submitted'
  | 'resubmitted'
  | 'approved'
  | 'reduced'
  | 'skipped'
  | 'returned'
  | 'rejected'
  | 'withdrawn'
  | 'transferred'
  | 'opinion'
  | 'moved'
  | 'lapsed'
  | 'credited'
  | 'revoked'
  | 'reinstated'

/** One line of the timeline. `byName` and `orgName` are kept as they were on the day. */
export interface ClaimEvent {
  readonly kind: ClaimEventKind
  readonly at: Instant
  readonly by: string
  readonly byName: string
  readonly orgName: string
  readonly note: string
  readonly hours: Hours | null
}

export interface Claim {
  readonly state: ClaimState
  readonly subject: ClaimSubject
  readonly steps: readonly ClaimStep[]
  /** Index of the step it waits at; the length of `steps` once it has passed them all. */
  readonly stepIndex: number
  /** Rises with each submission: a decision names the revision that was read. */
  readonly revision: number
  /** What the facts come to under the pack, before caps; null where no hours are claimed. */
  readonly claimedHours: Hours | null
  /** What the levels so far recognised; the last one decides. */
  readonly recognisedHours: Hours | null
  readonly asks: readonly Ask[]
  readonly events: readonly ClaimEvent[]
  /** The deadline of this visit, re-armed by a return; null where the notice sets none. */
  readonly dueAt: Instant | null
  /** When the law closes it, finished or not; null where nothing does. */
  readonly closesAt: Instant | null
  /** The last decision taken, so that the same one sent twice is one. */
  readonly decisionId: string
}

/** Who acts, as the timeline keeps it. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly orgName: string
  readonly at: Instant
}

export const currentStep = ({ steps, stepIndex }: Claim): ClaimStep | null => steps[stepIndex] ?? null

export const isOpen = ({ state }: Claim): boolean => state === 'submitted' || state === 'returned'

/** One more line of the timeline. */
export const told = (
  { events }: Pick<Claim, 'events'>,
  actor: Actor,
  { kind, note = '', hours = null }: { kind: ClaimEventKind; note?: string; hours?: Hours | null },
): readonly ClaimEvent[] => [
  ...events,
  { kind, at: actor.at, by: actor.id, byName: actor.name, orgName: actor.orgName, note, hours },
]
