import type { LoggedKind } from '../../kernel/acts'
import type { OwnBody } from '../../kernel/holder'

/** One line of the log, as staff read it. */
export interface AuditLineView {
  id: string
  at: number
  actorName: string
  roleName: string
  scopeName: string
  action: LoggedKind
  actionName: string
  subjectName: string
  /** The subject of the act, where it can be looked at: a claim, or a person with all that happened to them. */
  subject: { of: 'claim' | 'person'; id: string } | null
  before: string
  after: string
  device: string
}

export interface AuditSearchView {
  /** The searcher's own bodies. */
  bodies: OwnBody[]
  lines: AuditLineView[]
  /** More may lie beyond, even where this page found nothing. */
  next: string | null
}
