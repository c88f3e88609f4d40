import { randomBytes, randomUUID } from 'node:crypto'
import { errors } from '../errors'
import type { CollectionDeclaration } from '../options'
import { Collection, type Document } from './collection'
import type { Journal, JournalRecord } from './journal'
import { type Filter, idIn, matches, type Order, planOf, run } from './plan'
import { updated } from './update'

const TRANSACTION_TIMEOUT_MS = 30_000
const PAGE_DEFAULT = 100
const PAGE_MAX = 1000

interface Write {
  collection: Collection
  id: string
  document: Document | null
}

interface OpenTransaction {
  id: string
  /** Sequence it sees: later commits do not exist for it. */
  snapshot: number
  writes: Map<string, Write>
  timer: NodeJS.Timeout
  waiting: (() => void)[]
}

export interface Find {
  filter: Filter
  order?: Order
  limit?: number
  projection?: Record<string, 0 | 1>
}

export interface Modify {
  filter: Filter
  /** Operators, or the whole new document where `merge` is false. */
  data: Record<string, unknown>
  merge: boolean
  upsert: boolean
  multi: boolean
}

const keyOf = (collection: Collection, id: string): string => `${collection.name}\u0000${id}`

/** Documents in memory, in the journal, and as transactions see them: one snapshot, first writer wins. */
export class Store {
  private sequence = 0
  private readonly collections = new Map<string, Collection>()
  private readonly transactions = new Map<string, OpenTransaction>()
  private readonly locks = new Map<string, OpenTransaction>()
  /** What commits replaced while a transaction is open, oldest first. */
  private readonly past = new Map<string, { sequence: number; document: Document | null }[]>()
  /** Documents that queries walked: a bound that tests assert. */
  walked = 0

  constructor(
    declarations: readonly CollectionDeclaration[],
    private readonly journal: Journal,
    records: readonly JournalRecord[],
  ) {
    for (const { name, indexes } of declarations) this.collections.set(name, new Collection(name, indexes))
    for (const record of records) {
      this.sequence += 1
      // A collection that is declared no longer keeps its lines in the journal, out of reach.
      for (const [name, id, document] of record)
        this.collections.get(name)?.write(id, document as Document | null, this.sequence)
    }
  }

  begin(): string {
    const id = randomUUID()
    const timer = setTimeout(() => this.end(transaction), TRANSACTION_TIMEOUT_MS)
    timer.unref()
    const transaction: OpenTransaction = {
      id,
      snapshot: this.sequence,
      writes: new Map(),
      timer,
      waiting: [],
    }
    this.transactions.set(id, transaction)
    return id
  }

  commit(id: string): void {
    const transaction = this.transactionOf(id)
    if (!transaction) throw errors.noTransaction()
    try {
      if (transaction.writes.size > 0) this.apply([...transaction.writes.values()])
    } finally {
      this.end(transaction)
    }
  }

  abort(id: string): void {
    const transaction = this.transactionOf(id)
    if (transaction) this.end(transaction)
  }

  async insert(
    name: string,
    documents: readonly Record<string, unknown>[],
    transactionId?: string,
  ): Promise<string[]> {
    const collection = this.collectionOf(name)
    const transaction = this.transactionOf(transactionId)
    const writes: Write[] = []
    for (const given of documents) {
      const id = String(given._id ?? randomBytes(16).toString('hex'))
      if (!transaction) await this.unlocked(collection, id)
      if (this.read(collection, id, transaction) || writes.some((write) => write.id === id))
        throw errors.duplicate(name, id)
      writes.push({ collection, id, document: { ...given, _id: id } })
    }
    if (transaction) for (const write of writes) this.stage(transaction, write)
    else this.apply(writes)
    return writes.map(({ id }) => id)
  }

  find(
    name: string,
    { filter, order = {}, limit = PAGE_DEFAULT, projection }: Find,
    transactionId?: string,
  ): Document[] {
    const collection = this.collectionOf(name)
    const transaction = this.transactionOf(transactionId)
    if (projection) throw errors.unsupported('a projection')
    const id = idIn(filter)
    if (id !== null) {
      const document = this.read(collection, id, transaction)
      return document && matches(document, filter) ? [document] : []
    }
    if (transaction) throw errors.unsupported('a query inside a transaction: documents by id only')
    const found: Document[] = []
    const page = Math.min(limit, PAGE_MAX)
    const plan = planOf(collection, filter, order)
    for (const document of run(collection, plan, () => this.walk())) {
      found.push(document)
      if (found.length === page) break
    }
    return found
  }

  async modify(
    name: string,
    { filter, data, merge, upsert, multi }: Modify,
    transactionId?: string,
  ): Promise<{ updated: number; upsert_id?: string }> {
    const collection = this.collectionOf(name)
    const transaction = this.transactionOf(transactionId)
    const id = idIn(filter)
    if (id === null)
      throw errors.unsupported(
        `an update of ${name} that does not name its _id${multi ? ' (many at once)' : ''}`,
      )
    if (!transaction) await this.unlocked(collection, id)
    const current = this.read(collection, id, transaction)
    if (!current && upsert) {
      this.put(transaction, {
        collection,
        id,
        document: { ...(merge ? (data.$set as object) : data), _id: id },
      })
      return { updated: 0, upsert_id: id }
    }
    if (!current || !matches(current, filter)) return { updated: 0 }
    const document = merge
      ? updated(current, data as Record<string, Record<string, unknown>>)
      : { ...data, _id: id }
    this.put(transaction, { collection, id, document })
    return { updated: 1 }
  }

  async remove(name: string, filter: Filter, transactionId?: string): Promise<number> {
    const collection = this.collectionOf(name)
    const transaction = this.transactionOf(transactionId)
    const id = idIn(filter)
    if (id === null) throw errors.unsupported(`a removal from ${name} that does not name its _id`)
    if (!transaction) await this.unlocked(collection, id)
    const current = this.read(collection, id, transaction)
    if (!current || !matches(current, filter)) return 0
    this.put(transaction, { collection, id, document: null })
    return 1
  }

  close(): void {
    for (const transaction of this.transactions.values()) clearTimeout(transaction.timer)
    this.journal.close()
  }

  private walk(): void {
    this.walked += 1
  }

  private collectionOf(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) throw errors.missingCollection(name)
    return collection
  }

  private transactionOf(id: string | undefined): OpenTransaction | null {
    if (!id) return null
    const transaction = this.transactions.get(id)
    if (!transaction) throw errors.noTransaction()
    return transaction
  }

  private end(transaction: OpenTransaction): void {
    clearTimeout(transaction.timer)
    this.transactions.delete(transaction.id)
    for (const key of transaction.writes.keys()) this.locks.delete(key)
    for (const wake of transaction.waiting) wake()
    if (this.transactions.size === 0) this.past.clear()
  }

  private read(collection: Collection, id: string, transaction: OpenTransaction | null): Document | null {
    const now = collection.documents.get(id) ?? null
    if (!transaction) return now
    const key = keyOf(collection, id)
    const own = transaction.writes.get(key)
    if (own) return own.document
    const replaced = this.past.get(key)?.find(({ sequence }) => sequence > transaction.snapshot)
    return replaced ? replaced.document : now
  }

  private put(transaction: OpenTransaction | null, write: Write): void {
    if (transaction) this.stage(transaction, write)
    else this.apply([write])
  }

  /** The first to write a document wins; whoever comes second, or saw it before it changed, conflicts and is ended. */
  private stage(transaction: OpenTransaction, write: Write): void {
    const key = keyOf(write.collection, write.id)
    const holder = this.locks.get(key)
    const changed = (write.collection.writtenAt.get(write.id) ?? 0) > transaction.snapshot
    if ((holder && holder !== transaction) || changed) {
      this.end(transaction)
      throw errors.conflict()
    }
    this.locks.set(key, transaction)
    transaction.writes.set(key, write)
  }

  /** A plain write waits for a transaction that holds its document, as the real database makes it wait. */
  private async unlocked(collection: Collection, id: string): Promise<void> {
    for (;;) {
      const holder = this.locks.get(keyOf(collection, id))
      if (!holder) return
      await new Promise<void>((resolve) => holder.waiting.push(resolve))
    }
  }

  private apply(writes: readonly Write[]): void {
    // In the journal first: what is acknowledged is there, and what failed to get there never happened.
    this.journal.append(writes.map(({ collection, id, document }) => [collection.name, id, document]))
    this.sequence += 1
    for (const { collection, id, document } of writes) {
      if (this.transactions.size > 0) {
        const key = keyOf(collection, id)
        const list = this.past.get(key) ?? []
        list.push({ sequence: this.sequence, document: collection.documents.get(id) ?? null })
        this.past.set(key, list)
      }
      collection.write(id, document, this.sequence)
    }
  }
}
