import type { AuditDocument, AuditPlaces, OutboxDocument } from './acts-documents'
import type { Context } from './context'
import type { New } from './store/port'

interface Act {
  /** Of the act itself: the same act twice is one line. */
  id: string
  actorId: string
  role: string
  scope: string
  action: string
  subjectId: string
  before: string
  after: string
}

export const auditLine = (
  { id, ...act }: Act,
  { now, device = '' }: Pick<Context, 'now' | 'device'>,
): New<AuditDocument> => ({
  _id: id,
  ...act,
  device,
  at: now,
  kept: 'line',
  isFiled: false,
  ...placesOf([]),
})

/** The path of a scope, as an audit line is found by it. A tree deeper than six levels is found by its upper six. */
export const placesOf = (path: readonly string[]): AuditPlaces => {
  const [place1 = '', place2 = '', place3 = '', place4 = '', place5 = '', place6 = ''] = path
  return { place1, place2, place3, place4, place5, place6 }
}

export const outboxEvent = (
  { id, kind, payload }: { id: string; kind: string; payload: Record<string, string> },
  { now }: Pick<Context, 'now'>,
): New<OutboxDocument> => ({ _id: id, kind, payload, at: now, state: 'waiting' })
