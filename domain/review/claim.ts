import type { Hours } from '../kernel/hours'
import type { Instant } from '../kernel/instant'
import type { DeemingFact, LearningItem } from '../policy/facts'
import type { ReviewStep } from '../policy/pack'

/**
 * The state of a claim. `returned` waits for the trainee, `submitted` for its present level; the others are
 * ends, and `revoked` is a credited claim that proved false.
 */
export type ClaimState =
  | 'submitted'
  | 'returned'
  | 'credited'
  | 'rejected'
  | 'withdrawn'
  | 'lapsed'
  | 'revoked'

/** The subject of a claim: hours of a kind, a deeming, or the verification of a whole year (QH23-11). */
export type ClaimSubject =
  | { readonly type: 'hours'; readonly item: LearningItem }
  | { readonly type: 'deeming'; readonly fact: DeemingFact }
  | { readonly type: 'year' }

/** One level of the chain, as resolved when the claim was submitted. */
export interface ClaimStep {
  readonly step: ReviewStep
  readonly orgId: string
  readonly orgName: string
  /** `skipped`: this unit has no such level above it; never shown as approved. */
  readonly outcome: 'waiting' | 'approved' | 'skipped'
  readonly decidedBy: string | null
  readonly decidedByName: string
  readonly decidedAt: Instant | null
  /** Hours that this level recognised, in hundredths; null until then, and where no hours are claimed. */
  readonly hours: Hours | null
  readonly note: string
}

/** One request of a return, beside the field it is about. */
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

/** One line of the timeline. `byName` and `orgName` stay as they were on that day. */
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
  /** Index of the level it waits at; the length of `steps` once it has passed all. */
  readonly stepIndex: number
  /** Rises with each submission, so that a decision names the revision that the reviewer read. */
  readonly revision: number
  /** Of all that its approvers see, see `contentDigest`; empty for a claim of before there were digests. */
  readonly digest: string
  /** The formula's hours under the pack, before caps; null where no hours are claimed. */
  readonly claimedHours: Hours | null
  /** The hours recognised by the levels so far; the last level's count. */
  readonly recognisedHours: Hours | null
  readonly asks: readonly Ask[]
  readonly events: readonly ClaimEvent[]
  /** The deadline of this visit, re-armed by a return; null where the notice sets none. */
  readonly dueAt: Instant | null
  /** When the law closes the claim, finished or not; null where it never does. */
  readonly closesAt: Instant | null
  /** Id of the last decision, so that the same decision sent twice is one. */
  readonly decisionId: string
}

/** The person who acts, as the timeline keeps it. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly orgName: string
  readonly at: Instant
}

export const currentStep = ({ steps, stepIndex }: Claim): ClaimStep | null => steps[stepIndex] ?? null

export const isOpen = ({ state }: Claim): boolean => state === 'submitted' || state === 'returned'

/** The timeline with one more line. */
export const told = (
  { events }: Pick<Claim, 'events'>,
  actor: Actor,
  { kind, note = '', hours = null }: { kind: ClaimEventKind; note?: string; hours?: Hours | null },
): readonly ClaimEvent[] => [
  ...events,
  { kind, at: actor.at, by: actor.id, byName: actor.name, orgName: actor.orgName, note, hours },
]
