import { randomUUID } from 'node:crypto'
import { errors } from '../errors'
import type { Collection } from './collection'
import type { Document } from './document'
import { PastVersions } from './past-versions'

/** As on the platform: then it is rolled back, and does not exist any more. */
const TRANSACTION_TIMEOUT_MS = 30_000

export interface Write {
  collection: Collection
  id: string
  document: Document | null
}

export interface Transaction {
  id: string
  /** The last commit it sees: later ones do not exist for it. */
  snapshot: number
  writes: Map<string, Write>
  ended: Promise<void>
}

interface Open extends Transaction {
  end(): void
}

export const keyOf = ({ collection, id }: Pick<Write, 'collection' | 'id'>): string =>
  `${collection.name}\u0000${id}`

/** Open transactions, the documents they have written, and the past versions that they still see. */
export class Transactions {
  private readonly open = new Map<string, Open>()
  private readonly holders = new Map<string, Transaction>()
  private readonly past = new PastVersions()

  begin(snapshot: number): string {
    let resolveEnded: () => void = () => undefined
    const ended = new Promise<void>((resolve) => {
      resolveEnded = resolve
    })
    const timer = setTimeout(() => this.end(transaction), TRANSACTION_TIMEOUT_MS)
    timer.unref()
    const transaction: Open = {
      id: randomUUID(),
      snapshot,
      writes: new Map(),
      ended,
      end() {
        clearTimeout(timer)
        resolveEnded()
      },
    }
    this.open.set(transaction.id, transaction)
    return transaction.id
  }

  /** null where the request is outside any transaction. */
  of(id: string | undefined): Transaction | null {
    if (!id) return null
    const transaction = this.open.get(id)
    if (!transaction) throw errors.noTransaction()
    return transaction
  }

  /** The open transaction that has written one of these keys. */
  holderOf(keys: readonly string[]): Transaction | undefined {
    for (const key of keys) {
      const holder = this.holders.get(key)
      if (holder) return holder
    }
    return undefined
  }

  /** The document as the transaction sees it; undefined where it sees the committed one. */
  seen(transaction: Transaction, key: string): { document: Document | null } | undefined {
    return transaction.writes.get(key) ?? this.past.at(key, transaction.snapshot)
  }

  /**
   * Stages a write. The first transaction to write a document wins; a second one, or one that read an older
   * version, conflicts and is ended.
   */
  stage(transaction: Transaction, write: Write): void {
    const key = keyOf(write)
    const holder = this.holders.get(key)
    if ((holder && holder !== transaction) || this.past.at(key, transaction.snapshot)) {
      this.end(transaction)
      throw errors.conflict()
    }
    this.holders.set(key, transaction)
    transaction.writes.set(key, write)
  }

  /** Keeps the version that a commit replaces for the transactions that began before it. */
  keepPast(key: string, replacedAt: number, document: Document | null): void {
    if (this.open.size > 0) this.past.keep(key, { replacedAt, document })
  }

  end(transaction: Transaction): void {
    const open = this.open.get(transaction.id)
    if (!open) return
    this.open.delete(open.id)
    for (const key of open.writes.keys()) this.holders.delete(key)
    const snapshots = [...this.open.values()].map(({ snapshot }) => snapshot)
    this.past.forget(snapshots.length > 0 ? Math.min(...snapshots) : null)
    open.end()
  }

  endAll(): void {
    for (const transaction of [...this.open.values()]) this.end(transaction)
  }
}
