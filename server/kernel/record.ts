import { isDeepStrictEqual } from 'node:util'
import { ACTS, type Act, type EventKind, type LoggedKind } from './acts'
import type { AuditPlaces, OutboxDocument } from './acts-documents'
import type { Context } from './context'
import { refuse } from './refused'
import { placeOf, type WaitingPlace } from './store/lanes'
import type { New, Reads, Transaction } from './store/port'

type Moment = Pick<Context, 'now' | 'device'>

/**
 * Keeps an act in the transaction that does it: the line of the log and the event that follows, as its kind has it.
 * False where the same act is kept already, and nothing is written. Refuses ACT_CONFLICT where the id belongs to an act
 * of other content.
 */
export async function record(tx: Transaction, moment: Moment, act: Act): Promise<boolean> {
  if (await isKept(tx, act)) return false
  await recordNew(tx, moment, act)
  return true
}

/**
 * Keeps an act that is known to be new, without reading: another document of the same transaction, just inserted under
 * the act's own id or just read, says that the act has not been done yet.
 */
export async function recordNew(tx: Transaction, { now, device = '' }: Moment, act: Act): Promise<void> {
  const { id, kind, subject, by, before = '', after = '' } = act
  if (ACTS[kind].kept !== 'event')
    await tx.insert('audit', {
      _id: id,
      ...by,
      action: kind as LoggedKind,
      subjectId: subject.id,
      before,
      after,
      device,
      at: now,
      kept: 'line',
      isFiled: false,
      ...placeIn(act),
      ...placesOf([]),
    })
  if (act.payload !== undefined) await tx.insert('outbox', eventOf(act as Act<EventKind>, now))
}

const eventOf = (act: Act<EventKind>, at: Context['now']): New<OutboxDocument> => ({
  _id: act.id,
  kind: act.kind,
  payload: act.payload,
  at,
  ...placeIn(act),
  state: 'waiting',
})

/** What the clock did is nobody's: a hundred thousand lapses of one midnight wait beside each other, not in one lane. */
const placeIn = ({ by, subject }: Act): WaitingPlace => placeOf(by.role === 'clock' ? subject.id : by.actorId)

/** Whether this very act was kept before: who did what to what is the same, and what came of it. */
async function isKept(reads: Reads, act: Act): Promise<boolean> {
  if (ACTS[act.kind].kept === 'event') {
    const event = await reads.get('outbox', act.id)
    const isOther = event && (event.kind !== act.kind || !isDeepStrictEqual(event.payload, act.payload))
    if (isOther) refuse('ACT_CONFLICT', { actId: act.id })
    return event !== null
  }
  const line = await reads.get('audit', act.id)
  if (!line) return false
  const isSame =
    line.action === act.kind &&
    line.actorId === act.by.actorId &&
    line.subjectId === act.subject.id &&
    line.after === (act.after ?? '')
  if (!isSame) refuse('ACT_CONFLICT', { actId: act.id })
  return true
}

/** Whether an act with this id was kept, for a use case that must know before it changes anything. */
export async function wasRecorded(reads: Reads, { id, kind }: Pick<Act, 'id' | 'kind'>): Promise<boolean> {
  return (await reads.get(ACTS[kind].kept === 'event' ? 'outbox' : 'audit', id)) !== null
}

/** Which of these acts of one kind were kept: one read for a page of them. */
export async function recordedAmong(
  reads: Reads,
  { ids, kind }: { ids: readonly string[]; kind: Act['kind'] },
): Promise<Set<string>> {
  const kept = await reads.getMany(ACTS[kind].kept === 'event' ? 'outbox' : 'audit', ids)
  return new Set(kept.flatMap((document) => (document ? [document._id] : [])))
}

/** The path of a scope, as an audit line is found by it. A tree deeper than six levels is found by its upper six. */
export const placesOf = (path: readonly string[]): AuditPlaces => {
  const [place1 = '', place2 = '', place3 = '', place4 = '', place5 = '', place6 = ''] = path
  return { place1, place2, place3, place4, place5, place6 }
}
