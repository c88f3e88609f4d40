import type { Hours } from '../../../domain/kernel/hours'
import type { Instant } from '../../../domain/kernel/instant'
import type { TitleLevel } from '../../../domain/policy/pack'
import { by, collection } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'
import type { CertificateState } from './views'

/**
 * `_id` is the certificate's number. Frozen at issue: name, unit and hours stay as they were, even when the person's
 * data changes later; only the state moves on.
 */
export interface CertificateDocument extends Stored {
  kind: 'year-complete'
  state: CertificateState
  personId: string
  name: string
  idNumberMasked: string
  unitName: string
  region: string
  year: number
  hours: { public: Hours; professional: Hours; total: Hours }
  titleLevels: TitleLevel[]
  policyVersion: string
  /** The account it rests on, and its chain's head at that moment. */
  accountId: string
  accountSequence: number
  accountHeadHash: string
  issuedAt: Instant
  keyId: number
  /** The signed payload, as the QR's fragment carries it. */
  payload: string
  /** Number of the one that replaced it; null otherwise. */
  supersededBy: string | null
}

/** `_id` is the cause, `year-complete:${personId}:${region}:${year}`: one valid certificate for one cause. */
export interface CertificateCauseDocument extends Stored {
  /** Null after a revocation, until the year is complete again. */
  number: string | null
  /** The one that was revoked last: the next names itself on it. */
  revoked: string | null
}

export const certificates = collection<CertificateDocument>()({
  indexes: { byPerson: by('personId', '-issuedAt'), byState: by('state', 'issuedAt') },
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '证书' },
    onErasure: { kept: '证书已签名，姓名在签名里，改了就验不过；持有的人以后还要出示' },
  },
})

export const certificateCauses = collection<CertificateCauseDocument>()({ indexes: {}, personal: 'none' })

declare module '../../kernel/store/collections' {
  interface Collections {
    certificates: typeof certificates
    'certificate-causes': typeof certificateCauses
  }
}
