import type { Instant } from '../../../domain/kernel/instant'
import type { RoleName } from '../../../domain/organisation/roles'
import type { Sealed } from '../../kernel/ports/sealing'
import { by, collection, type Raw } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'
import type { RowReason } from './row-reason'

/** The effect of a row, planned or done: a new line, an existing line, a person registered elsewhere, or none. */
export type RowVerdict = 'created' | 'matched' | 'moved' | 'refused'

export type RowCounts = Record<RowVerdict, number>

/** One row of the sheet as far as it is read again: of the numbers only a keyed hash and a mask. */
export interface RosterRow {
  /** As in the sheet, from 1. */
  row: number
  name: string
  idNumberHash: string
  idNumberMasked: string
  mobileMasked: string
  /** Keyed, to compare it with the one that the platform verified; empty where the sheet has none. */
  mobileHash: string
  position: string
  remark: string
  unitId: string
  unitName: string
  /** Null until it was checked against the stored people and lines. */
  verdict: RowVerdict | null
  reason: RowReason | null
  /** What is odd about the row and does not keep it out. */
  oddities: RowReason[]
}

export type ImportState = 'checking' | 'ready' | 'running' | 'done'

/**
 * One imported sheet. `_id` is made of person and file, so that beginning twice is once. Index byPerson: (personId,
 * -startedAt).
 */
export interface RosterImportDocument extends Stored {
  personId: string
  /** Under which of the person's grants it runs, for the audit. */
  role: RoleName
  orgId: string
  fileName: string
  /** Which of the workbook's sheets was read, and those that look like rosters and were not. */
  sheetName: string
  otherSheets: readonly { sheet: number; name: string }[]
  /** Rows that a filter or somebody's hand hides. */
  hiddenRows: number
  state: ImportState
  rows: number
  chunks: number
  checkedChunks: number
  doneChunks: number
  /** Of the chunks that were checked. */
  counts: RowCounts
  /** Of the chunks that were carried out; `verified`: claimed persons whom a line confirmed. */
  result: RowCounts & { verified: number }
  startedAt: Instant
  finishedAt: Instant | null
}

/** So many rows of an import, which one step checks or carries out. `_id` is `importId:number`, from 0. */
export interface RosterChunkDocument extends Stored {
  importId: string
  rows: RosterRow[]
  /**
   * ID number and mobile number of each row, sealed as one: what a hash is made of anew when an index key is exchanged.
   * Absent in a chunk that was kept before there was such an exchange.
   */
  numbers?: Sealed
}

/** Which row of which chunk: both of its numbers are sealed there. */
export interface RowPlace {
  chunkId: string
  at: number
}

/** `_id` is `unitId:idNumberHash`. Index byUnit: (unitId, name). */
export interface RosterLineDocument extends Stored {
  unitId: string
  name: string
  /**
   * Where its ID number and mobile number are sealed, for the exchange of index keys alone: with the sheet's rows, or by
   * themselves in a line that was brought in before. Absent where they were not kept.
   */
  numbers?: RowPlace | Sealed
  /** The import's columns beside the name; lines of a seed have none. */
  details?: {
    importId: string
    idNumberMasked: string
    mobileMasked: string
    /** Absent in a line that was kept before mobile numbers were compared. */
    mobileHash?: string
    position: string
    remark: string
  }
}

export const rosterLines = collection<RosterLineDocument>()({
  indexes: { byUnit: by('unitId', 'name'), byId: by() },
  personal: {
    leads: [{ id: (who) => `${who.unitId}:${who.idNumberHash}` }],
    exported: { heading: '单位名册' },
    onErasure: { kept: '名册是单位自己的人员名单，不随个人账号删除；凭它可以重新登记' },
  },
})

export const rosterImports = collection<RosterImportDocument>()({
  indexes: { byPerson: by('personId', '-startedAt') },
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '我导入的名册' },
    onErasure: { kept: '履行职务的记录：哪个单位导入过哪一份名册，导入人只写随机编号' },
  },
  // Earlier ones did not keep which sheet they had read.
  upgrades: [(old) => ({ ...old, sheetName: '', otherSheets: [], hiddenRows: 0 })],
})

/** The first shape kept a mask alone of the mobile number, by which nobody is verified. */
const withoutMobiles = (old: Raw): Raw => ({
  ...old,
  rows: (old.rows as readonly Raw[]).map((row) => ({ ...row, mobileHash: '' })),
})

/** The second said nothing beside a row that was taken. */
const withoutOddities = (old: Raw): Raw => ({
  ...old,
  rows: (old.rows as readonly Raw[]).map((row) => ({ ...row, oddities: [] })),
})

export const rosterChunks = collection<RosterChunkDocument>()({
  indexes: { byId: by() },
  upgrades: [withoutMobiles, withoutOddities],
  personal: {
    leads: [],
    exported: { no: '单位导入的名单；本人那一行在单位名册里' },
    onErasure: { kept: '名册是单位自己的人员名单，不随个人账号删除' },
  },
})

declare module '../../kernel/store/collections' {
  interface Collections {
    'roster-lines': typeof rosterLines
    'roster-imports': typeof rosterImports
    'roster-chunks': typeof rosterChunks
  }
}
