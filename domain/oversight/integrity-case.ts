import { type Day, dayOf, type Instant } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import { recordLapsesOn } from '../policy/dates'
import type { Notice } from '../policy/pack'
import type { Actor } from '../review/claim'

export interface IntegrityDecision {
  readonly decisionId: string
  readonly verdict: 'record' | 'dismiss'
  readonly reason: string
  readonly by: string
  readonly byName: string
  readonly orgName: string
  /** The body that it was decided for; absent where it was decided before this was kept. */
  readonly orgId?: string
  readonly at: Instant
}

/**
 * A case of dishonesty (QH23-24). Two different deciders must say "record"; one who says "dismiss" ends the
 * case. A record stands until `lapsesOn`, and then lapses by itself.
 */
export interface IntegrityCase {
  readonly state: 'open' | 'recorded' | 'dismissed'
  readonly decisions: readonly IntegrityDecision[]
  readonly decidedOn: Day | null
  readonly lapsesOn: Day | null
}

export const openedCase = (): IntegrityCase => ({
  state: 'open',
  decisions: [],
  decidedOn: null,
  lapsesOn: null,
})

/** `actingFor` are those for whom the decider stands in: with them they are one person, not two. */
interface Deciding {
  actor: Actor
  actingFor: readonly string[]
  subjectId: string
  notice: Ruling
}

type CaseRefusal = 'CASE_CLOSED' | 'SECOND_PERSON_NEEDED' | 'SELF_REVIEW' | 'INTEGRITY_UNRULED'

/**
 * Adds one decider's decision. The record begins on the day of the second, in Beijing time.
 * Worked example: recorded by 甲 on 2023-06-07 and by 乙 on 2023-06-08, it lapses on 2026-06-08; by 甲 twice, it
 * is not recorded at all.
 */
export function decideCase(
  integrityCase: IntegrityCase,
  decision: Pick<IntegrityDecision, 'decisionId' | 'verdict' | 'reason' | 'orgId'>,
  { actor, actingFor, subjectId, notice }: Deciding,
): Outcome<IntegrityCase, CaseRefusal> {
  const { decisions } = integrityCase
  if (decisions.some(({ decisionId }) => decisionId === decision.decisionId)) return accepted(integrityCase)
  if (integrityCase.state !== 'open') return refused('CASE_CLOSED', { state: integrityCase.state })
  const deciders = [actor.id, ...actingFor]
  if (deciders.includes(subjectId)) return refused('SELF_REVIEW', {})
  const before = decisions.find(({ by }) => deciders.includes(by))
  // clause QH23-25
  if (before) return refused('SECOND_PERSON_NEEDED', { byName: before.byName })
  const taken = [
    ...decisions,
    { ...decision, by: actor.id, byName: actor.name, orgName: actor.orgName, at: actor.at },
  ]
  if (decision.verdict === 'dismiss')
    return accepted({ ...integrityCase, decisions: taken, state: 'dismissed' })
  if (taken.length < 2) return accepted({ ...integrityCase, decisions: taken })
  const decidedOn = dayOf(actor.at)
  const lapsesOn = recordLapsesOn(notice, decidedOn)
  if (lapsesOn === null) return refused('INTEGRITY_UNRULED', { regionName: notice.labels.regionName })
  return accepted({ state: 'recorded', decisions: taken, decidedOn, lapsesOn })
}

type Ruling = Pick<Notice, 'integrityRecordYears' | 'labels'>

/** The state of a case at a moment: a record whose last day has come has lapsed, without any act. */
export const caseStateAt = (
  { state, lapsesOn }: Pick<IntegrityCase, 'state' | 'lapsesOn'>,
  at: Instant,
): IntegrityCase['state'] | 'lapsed' =>
  state === 'recorded' && lapsesOn !== null && dayOf(at) >= lapsesOn ? 'lapsed' : state
