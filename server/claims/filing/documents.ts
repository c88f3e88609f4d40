import type { Instant } from '../../../domain/kernel/instant'
import type { Region } from '../../../domain/kernel/regions'
import type { DeemingFact } from '../../../domain/policy/facts'
import type { Claim } from '../../../domain/review/claim'
import { by, collection } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'
import type { Attachment } from '../evidence/attachment'

/** What the person typed, field by field, as the kind's evidence asks for it. */
export type ClaimFields = Record<string, string>

/**
 * `_id` is `${personId}:${draftId}`; the draft's id comes from the phone. Kept as typed, complete or not; once submitted
 * it is what the claim was made from. Index byPerson: (personId, state, -savedAt).
 */
export interface ClaimDraftDocument extends Stored {
  personId: string
  kind: string
  targetYear: number
  fields: ClaimFields
  attachments: Attachment[]
  /** The returned claim that it corrects; null for a new one. */
  claimId: string | null
  state: 'open' | 'submitted' | 'dropped'
  savedAt: Instant
}

/**
 * `_id` is that of the draft it was submitted from. `queueOrgId` is whose turn it is, empty where nobody's. Indexes
 * byQueue: (queueOrgId, dueAt), byPerson: (personId, -submittedAt), byUnit: (unitId, state, -submittedAt),
 * byBureau: (bureauId, queueDueAt).
 */
export interface ClaimDocument extends Stored, Claim {
  personId: string
  personName: string
  unitId: string
  unitName: string
  region: Region
  targetYear: number
  /** Id of the pack's kind; `deeming:<id>` for a deeming, `year` for the yearly submission. */
  kind: string
  kindLabel: string
  title: string
  fields: ClaimFields
  attachments: Attachment[]
  /** Fields and attachments as they were before the last resubmission, so that the difference can be shown. */
  before: { fields: ClaimFields; attachments: Attachment[] } | null
  queueOrgId: string
  /** The nearest bureau above the unit, which sees what is late below it; empty where there is none. */
  bureauId: string
  /** What sorts a queue: the deadline, or far away where there is none. */
  queueDueAt: number
  policyVersion: string
  /** Warnings found at submission: duplicates, overlapping days, days outside the year. */
  oddities: { code: string; text: string; claimId: string | null }[]
  submittedAt: Instant
  /** The ledger entry, once credited with hours. */
  entryId: string | null
}

/**
 * What makes a claim the same as another: `_id` is the kind of number and the number (`doi:10.1/x`, `certificate:…`,
 * `file:<sha256>`). Whoever used it first is named to whoever reviews the second (NY22-10, once per person; a file or
 * certificate across people too).
 */
export interface EvidenceKeyDocument extends Stored {
  claimId: string
  personId: string
  personName: string
}

/** A credited fact that stands for learning, never hours. `_id` is the claim's. Index byPerson: (personId, -creditedAt). */
export interface DeemingDocument extends Stored {
  personId: string
  region: Region
  fact: DeemingFact
  state: 'valid' | 'revoked'
  creditedAt: Instant
}

export const claimDrafts = collection<ClaimDraftDocument>()({
  indexes: {
    byPerson: by('personId', 'state', '-savedAt'),
    byOwner: by('personId', '-savedAt'),
  },
})

export const claims = collection<ClaimDocument>()({
  indexes: {
    byQueue: by('queueOrgId', 'queueDueAt'),
    byPerson: by('personId', '-submittedAt'),
    byUnit: by('unitId', 'state', '-submittedAt'),
    byBureau: by('bureauId', 'queueDueAt'),
  },
})

export const evidenceKeys = collection<EvidenceKeyDocument>()({ indexes: {} })

export const deemings = collection<DeemingDocument>()({
  indexes: { byPerson: by('personId', '-creditedAt') },
})

declare module '../../kernel/store/collections' {
  interface Collections {
    'claim-drafts': typeof claimDrafts
    claims: typeof claims
    'evidence-keys': typeof evidenceKeys
    deemings: typeof deemings
  }
}
