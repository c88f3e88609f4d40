import type { AuditDocument, OutboxDocument } from './account/documents'
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

export const auditLine = ({ id, ...act }: Act, { now }: Pick<Context, 'now'>): New<AuditDocument> => ({
  _id: id,
  ...act,
  at: now,
})

export const outboxEvent = (
  { id, kind, payload }: { id: string; kind: string; payload: Record<string, string> },
  { now }: Pick<Context, 'now'>,
): New<OutboxDocument> => ({ _id: id, kind, payload, at: now, state: 'waiting' })
