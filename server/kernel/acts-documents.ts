import type { Instant } from '../../domain/kernel/instant'
import type { ActEvent, ActorRole, EventKind, LoggedKind } from './acts'
import { by, collection, type Raw } from './store/collection'
import type { Failing } from './store/failed-again'
import { NO_SHARD, type WaitingPlace } from './store/lanes'
import { IN_OFFICE, RANDOM_ID } from './store/personal'
import type { Stored } from './store/stored'

/**
 * A line of the log: the actor and the act, append-only. `_id` is the act's own id. The places are the path of the
 * scope, from the top down, so that each body's log is an index; the clock files them, and nothing else of a line ever
 * changes. Indexes byPlace1…6: (placeN, -at), byActor: (actorId, -at), bySubject: (subjectId, -at), byFiled: (isFiled,
 * at), byShard: (isFiled, shard, at), byTurn: (isFiled, lane, at), byAge: (kept, at).
 */
export interface AuditDocument extends Stored, AuditPlaces, WaitingPlace {
  actorId: string
  role: ActorRole
  scope: string
  action: LoggedKind
  subjectId: string
  before: string
  after: string
  /** The phone's name for itself, empty where it gave none: a hint, never a proof. */
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

/** An event: the consequence of a commit, done later and idempotently. `_id` is the event's own id. */
export interface OutboxDocument extends Stored, Failing, WaitingPlace {
  kind: EventKind
  payload: ActEvent['payload']
  at: Instant
  /** Set aside where no act is known by that name, or all tries failed: it is never passed over in silence. */
  state: 'waiting' | 'done' | 'set-aside'
}

/** Earlier shapes had no lane, */
const inFirstLane = (old: Raw): Raw => ({ ...old, lane: 0 })
/** or no shard: an index by it does not find them, and the oldest page does. */
const inNoShard = (old: Raw): Raw => ({ ...old, shard: NO_SHARD })

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
    byShard: by('isFiled', 'shard', 'at'),
    byTurn: by('isFiled', 'lane', 'at'),
    byAge: by('kept', 'at'),
  },
  upgrades: [inFirstLane, inNoShard],
  personal: {
    leads: [
      { index: 'bySubject', value: (who) => who.personId },
      { index: 'byActor', value: (who) => who.personId, unless: 'subjectId' },
      { index: 'byActor', value: (who) => who.openid },
    ],
    exported: { heading: '与我有关的日志', only: ['at', 'role', 'action', 'before', 'after'] },
    onErasure: 'rewrite',
    fields: { actorId: 'rest', subjectId: RANDOM_ID },
    words: ['before', 'after'],
    // A founder or a contester may act before they are registered: the line then named their WeChat account.
    rest: ({ actorId }, { openid, personId }) => (actorId === openid ? { actorId: personId } : {}),
  },
})

/** The first shape named the person who contested to the reviewer who was told. */
const withoutContester = (old: Raw): Raw => {
  if (old.kind !== 'contest-waiting') return old
  const { name: _named, ...payload } = old.payload as Raw
  return { ...old, payload }
}

const WORDS_OF_EVENT = { kept: '事件的原文：办完以后没有人再读，90 天后删除' } as const

export const outbox = collection<OutboxDocument>()({
  indexes: {
    byState: by('state', 'at'),
    byShard: by('state', 'shard', 'at'),
    byTurn: by('state', 'lane', 'at'),
  },
  upgrades: [withoutContester, inFirstLane, inNoShard],
  personal: {
    leads: [],
    exported: { no: '消息和统计的待办；告诉本人的都在消息里' },
    onErasure: 'stays',
    fields: { 'payload.personId': RANDOM_ID, 'payload.byName': IN_OFFICE },
    texts: {
      'payload.title': WORDS_OF_EVENT,
      'payload.note': WORDS_OF_EVENT,
      'payload.reason': WORDS_OF_EVENT,
    },
  },
})
