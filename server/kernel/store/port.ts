import type { CollectionList, CollectionName, Documents, IndexName } from './collections'
import type { New } from './stored'

export type { New, Stored } from './stored'

/** An `insert` met a document with the same id. Uniqueness in this system is always an id. */
export class DocumentExists extends Error {
  constructor(
    readonly collection: string,
    readonly id: string,
  ) {
    super(`${collection}/${id} exists`)
    this.name = 'DocumentExists'
  }
}

/** A `replace` met another version than the one that was read. */
export class VersionChanged extends Error {
  constructor(
    readonly collection: string,
    readonly id: string,
  ) {
    super(`${collection}/${id} changed meanwhile`)
    this.name = 'VersionChanged'
  }
}

export interface Page<D> {
  items: D[]
  /** Pass as `after` to continue; absent on the last page. */
  next?: string
}

export interface Query {
  /** Leading fields of the index, each with the value it must equal. */
  equals: Record<string, string | number | boolean>
  /** Bounds on the field that follows them: from ≤ value < before. */
  from?: string | number | undefined
  before?: string | number | undefined
  after?: string | undefined
  /** 1 to 100. */
  limit: number
}

export type Counted = Omit<Query, 'after' | 'limit'>

/** As many documents as one call reads by their ids. */
export const MOST_IDS = 100

export interface Reads {
  get<C extends CollectionName>(collection: C, id: string): Promise<Documents[C] | null>
  /**
   * Documents by up to a hundred ids, in their order and null where there is none: one call, and inside a transaction
   * one read each. Throws a RangeError for more ids.
   */
  getMany<C extends CollectionName>(collection: C, ids: readonly string[]): Promise<(Documents[C] | null)[]>
}

export interface Writes {
  insert<C extends CollectionName>(collection: C, document: New<Documents[C]>): Promise<Documents[C]>
  /** `document.version` is the version that was read; the stored document carries the next. */
  replace<C extends CollectionName>(collection: C, document: Documents[C]): Promise<Documents[C]>
  /**
   * Writes `document` where `before` was read, or where nothing was: `before` is null. Another one that was written
   * meanwhile is VersionChanged in both cases, so that a transaction runs again.
   */
  upsert<C extends CollectionName>(
    collection: C,
    before: Documents[C] | null,
    document: New<Documents[C]>,
  ): Promise<Documents[C]>
  /**
   * Only for documents that time or their owner ends: nothing of a ledger is ever removed. Refused if the version
   * changed, as `replace`.
   */
  remove<C extends CollectionName>(collection: C, document: Documents[C]): Promise<void>
}

/** Reads see one snapshot; all writes land together or not at all; documents by id only. */
export interface Transaction extends Reads, Writes {
  /**
   * Holds a document as it was read until the transaction ends: a read that decides, such as a role. A snapshot alone
   * does not see what another changes meanwhile; with this the two meet, and one of them runs again. It is a write, so
   * two that hold the same document meet as well: hold one's own, never one that a crowd reads. To change the document
   * afterwards, read it again.
   */
  assert<C extends CollectionName>(collection: C, document: Documents[C]): Promise<void>
}

export interface Store extends Reads, Writes {
  /** All that is declared, for what goes through every collection. */
  readonly collections: CollectionList
  query<C extends CollectionName>(
    collection: C,
    index: IndexName<C>,
    query: Query,
  ): Promise<Page<Documents[C]>>
  /** How many documents a query finds, said as `most` beyond that. No document is read. */
  count<C extends CollectionName>(
    collection: C,
    index: IndexName<C>,
    query: Counted,
    most: number,
  ): Promise<number>
  /** Each document of a query, page after page; at most `most` where it is given. */
  each<C extends CollectionName>(
    collection: C,
    index: IndexName<C>,
    query: Counted & { most?: number },
  ): AsyncGenerator<Documents[C], void, undefined>
  /** Null where the document was there before. */
  insertIfAbsent<C extends CollectionName>(
    collection: C,
    document: New<Documents[C]>,
  ): Promise<Documents[C] | null>
  /** Null where another write was faster: nothing was written then. */
  replaceIfUnchanged<C extends CollectionName>(
    collection: C,
    document: Documents[C],
  ): Promise<Documents[C] | null>
  /** False where another write was faster: nothing was removed then. */
  removeIfUnchanged<C extends CollectionName>(collection: C, document: Documents[C]): Promise<boolean>
  /** Runs `work` again on a conflict, a bounded number of times with jitter; then refuses with BUSY. */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}
