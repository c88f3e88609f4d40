import type { Instant } from '../kernel/instant'
import { accepted, type Outcome, refused } from '../kernel/outcome'
import type { Actor } from '../review/claim'

export interface ObjectionEvent {
  readonly kind: 'filed' | 'upheld' | 'dismissed'
  readonly at: Instant
  readonly byName: string
  readonly orgName: string
  readonly note: string
}

/** A trainee's objection to a voiding. It is heard once, and by nobody who had a part in what it is about. */
export interface Objection {
  readonly state: 'open' | 'upheld' | 'dismissed'
  readonly statement: string
  readonly events: readonly ObjectionEvent[]
  /** Id of the hearing that decided it, so that the same hearing sent twice is one. */
  readonly decisionId: string
}

export interface Hearing {
  readonly decisionId: string
  readonly verdict: 'upheld' | 'dismissed'
  readonly reason: string
}

interface HearingParties {
  actor: Actor
  actingFor: readonly string[]
  involved: readonly { id: string; name: string }[]
  personId: string
}

export const fileObjection = (statement: string, actor: Actor): Objection => ({
  state: 'open',
  statement,
  events: [{ kind: 'filed', at: actor.at, byName: actor.name, orgName: actor.orgName, note: statement }],
  decisionId: '',
})

/**
 * Decides an objection, with a reason either way. Upheld: the voided hours are credited anew. Dismissed: they
 * stay void. Refuses SECOND_PERSON_NEEDED to who voided them or approved the claim before (`involved`), SELF_REVIEW to the
 * objector; `actingFor` are those for whom the hearer stands in, who lent the power to hear.
 */
export function hearObjection(
  objection: Objection,
  hearing: Hearing,
  { actor, actingFor, involved, personId }: HearingParties,
): Outcome<Objection, 'OBJECTION_CLOSED' | 'SECOND_PERSON_NEEDED' | 'SELF_REVIEW' | 'INPUT_INVALID'> {
  if (objection.decisionId !== '' && objection.decisionId === hearing.decisionId) return accepted(objection)
  if (objection.state !== 'open') return refused('OBJECTION_CLOSED', { state: objection.state })
  const hearers = [actor.id, ...actingFor]
  if (hearers.includes(personId)) return refused('SELF_REVIEW', {})
  const part = involved.find(({ id }) => hearers.includes(id))
  if (part) return refused('SECOND_PERSON_NEEDED', { byName: part.name })
  if (hearing.reason.trim() === '') return refused('INPUT_INVALID', { fields: ['reason'] })
  const { verdict, reason, decisionId } = hearing
  const event = { kind: verdict, at: actor.at, byName: actor.name, orgName: actor.orgName, note: reason }
  return accepted({ ...objection, state: verdict, decisionId, events: [...objection.events, event] })
}
