import { isSameName } from '../../domain/identity/name'
import type { Hours } from '../../domain/kernel/hours'
import type { Day, Instant } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import type { RowReason } from '../../domain/outside/decide-row'
import type { Unreadable } from '../../domain/outside/read-row'
import type { BaseLevel } from '../../domain/policy/pack'
import type { Place, Sealed } from '../kernel/ports/sealing'
import { by, collection } from '../kernel/store/collection'
import { RANDOM_ID, type Who } from '../kernel/store/personal'
import type { Stored } from '../kernel/store/stored'

/** A key a provider signs with: half of a pair, of which the provider keeps the other. */
export interface ProviderKey {
  keyId: number
  publicKeyHex: string
  setBy: string
  setAt: Instant
  /** From then on nothing signed with it is taken. */
  withdrawnAt: Instant | null
}

/**
 * A provider that may send hours, as the region's bureau registered it. `_id` is the provider's id: the notice's
 * where the notice names it, the organisation's own for a base or a department. Index byRegion: (region, name).
 */
export interface OutsideProviderDocument extends Stored {
  region: Region
  name: string
  kind: 'platform' | 'base' | 'department'
  /** For a base: whether it teaches everyone of the province or its own line. */
  base: { level: BaseLevel; audience: 'province' | 'own-staff' } | null
  keys: ProviderKey[]
}

/** A key that a provider ever had; `_id` is the key. It belongs to one provider, and is never set again once withdrawn. */
export interface OutsideKeyDocument extends Stored {
  providerId: string
  isWithdrawn: boolean
}

export type RowState = 'taken' | 'already' | 'refused' | 'unmatched'
export type RowStateReason =
  | RowReason
  | Unreadable
  | 'PERSON_UNKNOWN'
  | 'PERSON_UNVERIFIED'
  | 'NAME_DIFFERS'
  | 'REGION_OTHER'
  | 'ALREADY_THERE'
  | 'ALREADY_OTHERWISE'

/**
 * A signed batch that was received, and the job that works through it: `cursor` is how many of its lines are done. `_id` is
 * `provider:month:sequence`. Indexes byRegion: (region, -receivedAt), byProvider: (providerId, -month, -sequence),
 * bySender: (state, providerId), byTurn: (state, providerId, dueAt).
 */
export interface OutsideBatchDocument extends Stored {
  providerId: string
  providerName: string
  region: Region
  month: string
  sequence: number
  /** Keyed hash of the signed text, by which a repeat is told from a conflict. */
  digest: string
  keyId: number
  /**
   * In a batch that was received before it was kept with the content: a repeat is told by it, because the digest of that day
   * has a key that the web's door has no more.
   */
  signatureHex?: string
  receivedAt: Instant
  /** It came after the day that the notice sets for its month (QH23-22). */
  late: boolean
  /** The notice in force when it came, whose day decided that. */
  policyVersion: string
  rowCount: number
  state: 'waiting' | 'done'
  cursor: number
  /** The number of rows by outcome; zeros until all rows are done. */
  counts: Record<RowState, number>
  dueAt: Instant
  doneAt: Instant | null
}

/** The signed content as it was sent, sealed, because it names people (`content.ts`). `_id` is the batch's. */
export interface OutsideContentDocument extends Stored {
  rows: Sealed
}

export const rowsOfBatch = (id: string): Place => ({ collection: 'outside-contents', id, field: 'rows' })

/**
 * A row and its outcome. `_id` is `batchId:position`. Indexes byBatch: (batchId, position), byState: (batchId, state,
 * position), byNumber: (idNumberHash, state), byRegionState: (region, state, -decidedAt).
 */
export interface OutsideRowDocument extends Stored {
  batchId: string
  position: number
  rowId: string
  providerId: string
  region: Region
  idNumberHash: string
  idNumberMasked: string
  name: string
  courseCode: string
  courseTitle: string
  category: string
  /** As sent; an unreadable amount stays visible to the person who corrects it. */
  hoursText: string
  hours: Hours | null
  completedOn: Day | string
  year: number | null
  state: RowState
  reason: RowStateReason | null
  /** The subject of the rule: a condition, an exclusion, a last day. */
  by: string | null
  personId: string | null
  entryId: string | null
  receivedAt: Instant
  decidedAt: Instant
}

/** A course that has counted already. `_id` is the person, the year, and the key that makes it the same course. */
export interface OutsideCourseDocument extends Stored {
  rowId: string
  entryId: string
  hours: Hours
}

export const outsideProviders = collection<OutsideProviderDocument>()({
  indexes: { byRegion: by('region', 'name') },
  personal: {
    leads: [],
    exported: { no: '施教机构和它的公钥' },
    onErasure: 'stays',
    fields: { name: { nobody: '机构的名称' }, 'keys.setBy': RANDOM_ID },
  },
})

export const outsideBatches = collection<OutsideBatchDocument>()({
  indexes: {
    byRegion: by('region', '-receivedAt'),
    bySender: by('state', 'providerId'),
    byTurn: by('state', 'providerId', 'dueAt'),
    byId: by(),
  },
  personal: 'none',
})

export const outsideContents = collection<OutsideContentDocument>()({
  indexes: { byId: by() },
  personal: {
    leads: [],
    exported: { no: '机构签名的原文，加密保存；本人那几行在外部学时里' },
    onErasure: { kept: '机构签了名的原文：加密保存，是它报过什么的证据' },
  },
})

/** A line that came under the person's number with another name: whose name it is, nobody told them. */
const withoutOtherNames = (row: OutsideRowDocument, { name }: Who): object =>
  isSameName(row.name, name) ? row : { ...row, name: '' }

export const outsideRows = collection<OutsideRowDocument>()({
  indexes: {
    byBatch: by('batchId', 'position'),
    byState: by('batchId', 'state', 'position'),
    byNumber: by('idNumberHash', 'state', 'receivedAt'),
    byHolder: by('idNumberHash', 'receivedAt'),
    byRegion: by('region', 'state', '-receivedAt'),
    byId: by(),
  },
  personal: {
    leads: [{ index: 'byHolder', value: (who) => who.idNumberHash }],
    exported: { heading: '外部学时', view: withoutOtherNames },
    onErasure: 'rewrite',
    fields: {
      personId: RANDOM_ID,
      name: 'pseudonym',
      idNumberHash: 'hash',
      idNumberMasked: 'blank',
      by: { nobody: '规则的条件' },
    },
  },
})

export const outsideCourses = collection<OutsideCourseDocument>()({ indexes: {}, personal: 'none' })

export const outsideKeys = collection<OutsideKeyDocument>()({ indexes: {}, personal: 'none' })

declare module '../kernel/store/collections' {
  interface Collections {
    'outside-providers': typeof outsideProviders
    'outside-batches': typeof outsideBatches
    'outside-contents': typeof outsideContents
    'outside-rows': typeof outsideRows
    'outside-courses': typeof outsideCourses
    'outside-keys': typeof outsideKeys
  }
}
