import type { Instant } from '../../../domain/kernel/instant'
import type { Region } from '../../../domain/kernel/regions'
import type { DeemingFact } from '../../../domain/policy/facts'
import type { Claim } from '../../../domain/review/claim'
import { by, collection, type Raw } from '../../kernel/store/collection'
import { IN_OFFICE, RANDOM_ID } from '../../kernel/store/personal'
import type { Stored } from '../../kernel/store/stored'
import { type Attachment, filesOf } from '../evidence/attachment'

/** The evidence fields as typed, by field name, as the kind's evidence asks for them. */
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
  /** The sort key of a queue: the deadline, or far away where there is none. */
  queueDueAt: number
  policyVersion: string
  /** Warnings found at submission: duplicates, overlapping days, days outside the year. */
  oddities: { code: string; text: string; claimId: string | null }[]
  submittedAt: Instant
  /** The ledger entry, once credited with hours. */
  entryId: string | null
}

/**
 * The key that makes a claim the same as another: `_id` is the kind of number and the number (`doi:10.1/x`,
 * `certificate:…`, `file:<sha256>`). The claimant who used it first is named to the reviewer of the second claim
 * (NY22-10, once per person; a file or certificate across people too).
 */
export interface EvidenceKeyDocument extends Stored {
  claimId: string
  personId: string
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
  personal: {
    leads: [{ index: 'byOwner', value: (who) => who.personId }],
    exported: { heading: '申报草稿' },
    onErasure: 'remove',
    files: filesOf,
  },
})

/** The first shape wrote the other person's name into a shared evidence's warning; it is read from their claim now. */
const withoutOthersNames = (old: Raw): Raw => ({
  ...old,
  oddities: (old.oddities as ClaimDocument['oddities']).map((oddity) => {
    const at = oddity.code === 'SHARED_EVIDENCE' ? oddity.text.indexOf('用过同样的') : 0
    return { ...oddity, text: oddity.text.slice(Math.max(0, at)) }
  }),
})

/** The second shape had no digest: what such a claim's approvers saw is unknown, so a correction begins anew. */
const withoutDigest = (old: Raw): Raw => ({ ...old, digest: '' })

/** Whose claim shares the evidence, its claimant does not learn. */
const asClaimantKnows = ({ oddities, ...claim }: ClaimDocument): object => ({
  ...claim,
  oddities: oddities.map(({ code, text, claimId }) =>
    code === 'SHARED_EVIDENCE' ? { code, text: `另有别人的申报${text}` } : { code, text, claimId },
  ),
})

export const claims = collection<ClaimDocument>()({
  indexes: {
    byQueue: by('queueOrgId', 'queueDueAt'),
    byPerson: by('personId', '-submittedAt'),
    byUnit: by('unitId', 'state', '-submittedAt'),
    byBureau: by('bureauId', 'queueDueAt'),
  },
  upgrades: [withoutOthersNames, withoutDigest],
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '申报', told: ['events.byName'], view: asClaimantKnows },
    onErasure: 'rewrite',
    fields: {
      personId: RANDOM_ID,
      personName: 'pseudonym',
      'attachments.name': 'rest',
      'before.attachments.name': 'rest',
      'steps.decidedBy': RANDOM_ID,
      'steps.decidedByName': IN_OFFICE,
      'subject.item.subjectId': { nobody: '公需科目' },
      'subject.item.base.name': { nobody: '基地的名称' },
      'events.by': RANDOM_ID,
      'events.byName': { pseudonymBeside: 'by' },
    },
    words: ['title', 'fields', 'steps.note', 'events.note', 'asks.text', 'oddities.text'],
    rest: () => ({ attachments: [], before: null }),
    files: (claim) => [...filesOf(claim), ...(claim.before ? filesOf(claim.before) : [])],
  },
})

export const evidenceKeys = collection<EvidenceKeyDocument>()({
  indexes: { byPerson: by('personId') },
  // The first shape copied the name of the person; it is read from their claim now.
  upgrades: [(key) => key],
  dropped: ['personName'],
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '材料编号' },
    onErasure: { kept: '同一份材料不能用两次：只写编号和随机编号' },
  },
})

export const deemings = collection<DeemingDocument>()({
  indexes: { byPerson: by('personId', '-creditedAt') },
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '视同完成' },
    onErasure: { kept: '学时台账：单位和人社部门对学时负责，只写随机编号' },
  },
})

declare module '../../kernel/store/collections' {
  interface Collections {
    'claim-drafts': typeof claimDrafts
    claims: typeof claims
    'evidence-keys': typeof evidenceKeys
    deemings: typeof deemings
  }
}
