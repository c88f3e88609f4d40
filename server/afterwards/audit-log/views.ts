/** One line of the log, as staff read it. */
export interface AuditLineView {
  id: string
  at: number
  actorName: string
  role: string
  scopeName: string
  action: string
  subjectName: string
  before: string
  after: string
  device: string
}

export interface AuditSearchView {
  lines: AuditLineView[]
  /** More may lie beyond, even where this page found nothing. */
  next: string | null
}
