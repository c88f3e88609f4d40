import type { Hours } from '../../../domain/kernel/hours'
import type { ClauseView } from '../hours/views'

export type CertificateState = 'valid' | 'superseded' | 'revoked'

export interface CertificateView {
  number: string
  kind: 'year-complete'
  state: CertificateState
  name: string
  idNumberMasked: string
  unitName: string
  regionName: string
  issuerName: string
  year: number
  hours: { public: Hours; professional: Hours; total: Hours }
  /** As the region's notice calls them: 公需课, 公需科目. */
  categoryNames: { public: string; professional: string }
  /** Title levels that these hours serve (SX22-5). */
  titleLevels: readonly ('junior' | 'middle' | 'senior')[]
  policyVersion: string
  clauses: ClauseView[]
  issuedAt: number
  /** Upper-case URL with the signed payload in its fragment, as the QR holds it. */
  checkUrl: string
}

export interface CheckView {
  state: CertificateState
  name: string
  year: number
  regionName: string
  hours: { public: Hours; professional: Hours; total: Hours }
  /** As the region's notice calls an hour. */
  hourWord: string
  issuedAt: number
  number: string
  checkedAt: number
}
