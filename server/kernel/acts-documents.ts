import type { Instant } from '../../domain/kernel/instant'
import type { ActEvent, ActorRole, EventKind, LoggedKind } from './acts'
import { by, collection } from './store/collection'
import type { Stored } from './store/stored'

/**
 * Who did what, append-only. `_id` is the act's own id. The places are the path of the scope, from the top down, so that
 * each body's log is an index; the clock files them, and nothing else of a line ever changes. Indexes byPlace1…6:
 * (placeN, -at), byActor: (actorId, -at), bySubject: (subjectId, -at), byFiled: (isFiled, at), byAge: (kept, at).
 */
export interface AuditDocument extends Stored, AuditPlaces {
  actorId: string
  role: ActorRole
  scope: string
  action: LoggedKind
  subjectId: string
  before: string
  after: string
  /** What the phone says it is, empty where it said nothing: a hint, never a proof. */
  device: string
  /** The same in every line: what an index by age alone begins with. */
  kept: 'line'
  isFiled: boolean
  at: Instant
}

export interface AuditPlaces {
  place1: string
  place2: string
  place3: string
  place4: string
  place5: string
  place6: string
}

/** What follows from a commit, done later and idempotently. `_id` is the event's own id. */
export interface OutboxDocument extends Stored {
  kind: EventKind
  payload: ActEvent['payload']
  at: Instant
  /** Set aside where no act is known by that name: it is never passed over in silence. */
  state: 'waiting' | 'done' | 'set-aside'
}

export const audit = collection<AuditDocument>()({
  indexes: {
    byPlace1: by('place1', '-at'),
    byPlace2: by('place2', '-at'),
    byPlace3: by('place3', '-at'),
    byPlace4: by('place4', '-at'),
    byPlace5: by('place5', '-at'),
    byPlace6: by('place6', '-at'),
    byActor: by('actorId', '-at'),
    bySubject: by('subjectId', '-at'),
    byFiled: by('isFiled', 'at'),
    byAge: by('kept', 'at'),
  },
})

export const outbox = collection<OutboxDocument>()({ indexes: { byState: by('state', 'at') } })
