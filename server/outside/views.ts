import type { OutsideBatchDocument, OutsideProviderDocument, RowState } from './documents'

export interface BatchView {
  id: string
  providerName: string
  month: string
  sequence: number
  receivedAt: number
  late: boolean
  /** The day that the notice sets for its month, `YYYY-MM-DD`; null where it sets none. */
  dueDay: string | null
  state: OutsideBatchDocument['state']
  rows: number
  /** Lines worked through so far. */
  settled: number
  counts: Record<RowState, number>
}

export interface BatchList {
  regionName: string
  batches: BatchView[]
  next: string | null
}

export interface RowView {
  id: string
  /** The provider's own number of the line. */
  rowId: string
  batchId: string
  name: string
  idNumberMasked: string
  courseTitle: string
  courseCode: string
  /** In the region's word; as sent where it is none. */
  category: string
  hours: string
  completedOn: string
  year: number | null
  state: RowState
  /** One sentence: the outcome and its reason. */
  why: string
  /** The next step and its owner; null where there is none. */
  cure: string | null
}

export interface BatchSheetView {
  batch: BatchView
  rows: RowView[]
  next: string | null
}

export interface UnmatchedView {
  rows: (RowView & { providerName: string })[]
  next: string | null
}

export interface ProviderView {
  id: string
  name: string
  kind: OutsideProviderDocument['kind']
  /** The notice in force names it as a place whose hours count. */
  named: boolean
  /** A base that the nation recognised. */
  national: boolean
  /** Last first; the beginning of the key is enough to tell it by. */
  keys: { keyId: number; begins: string; setAt: number; withdrawnAt: number | null }[]
}

export interface ProviderList {
  regionName: string
  providers: ProviderView[]
}

export interface TitleExportYear {
  year: number
  public: string
  professional: string
  /** 完成、未完成、视同完成、累计…… */
  state: string
  deemings: string
  policyVersion: string
}

export interface TitleExportPerson {
  personId: string
  name: string
  /** In full only where it was asked for, which is kept as an event of its own. */
  idNumber: string
  unitName: string
  outcome: 'met' | 'short' | 'no-rule'
  headline: string
  years: TitleExportYear[]
  policyVersion: string
}

export interface TitleExportView {
  people: TitleExportPerson[]
  next: string | null
}
