import { randomBytes } from 'node:crypto'
import { errors } from '../errors'
import type { CollectionDeclaration } from '../options'
import { Collection } from './collection'
import { type Filter, idIn, idsIn, matcher } from './conditions'
import type { Document } from './document'
import { Journal } from './journal'
import { type Order, planOf, walk } from './plan'
import { checkStorable } from './storable'
import { keyOf, type Transaction, Transactions, type Write } from './transactions'
import { type Operators, updated } from './update'

/** As the platform: a hundred where nothing is said, never more than a thousand, and not a word about it. */
const PAGE_DEFAULT = 100
const PAGE_MAX = 1000

export interface Find {
  filter: Filter
  order?: Order
  limit?: number
}

export type Change =
  | { kind: 'update'; operators: Operators }
  /** The whole new document; it is created where there is none. */
  | { kind: 'set'; document: Record<string, unknown> }

export interface Changed {
  updated: number
  createdId?: string
}

/** Documents in memory, in the journal, and as transactions see them: one snapshot, first writer wins. */
export class Store {
  private commits = 0
  private readonly transactions = new Transactions()
  /** Documents that queries have walked: a bound that tests assert. */
  walked = 0

  private constructor(
    private readonly collections: ReadonlyMap<string, Collection>,
    private readonly journal: Journal,
  ) {}

  static open(declarations: readonly CollectionDeclaration[], file: string, fsync = false): Store {
    const collections = new Map(declarations.map((given) => [given.name, new Collection(given)]))
    const journal = Journal.open(file, {
      fsync,
      replay(record) {
        // A collection that is no longer declared keeps its lines in the journal, out of reach.
        for (const [name, id, document] of record)
          collections.get(name)?.write(id, document as Document | null)
      },
    })
    return new Store(collections, journal)
  }

  get repairedBytes(): number {
    return this.journal.repairedBytes
  }

  begin(): string {
    return this.transactions.begin(this.commits)
  }

  commit(transactionId: string): void {
    const transaction = this.transactions.of(transactionId)
    if (!transaction) throw errors.noTransaction()
    try {
      if (transaction.writes.size > 0) this.apply([...transaction.writes.values()])
    } finally {
      this.transactions.end(transaction)
    }
  }

  abort(transactionId: string): void {
    const transaction = this.transactions.of(transactionId)
    if (transaction) this.transactions.end(transaction)
  }

  async insert(
    name: string,
    given: readonly Record<string, unknown>[],
    transactionId?: string,
  ): Promise<string[]> {
    const collection = this.collectionOf(name)
    const transaction = this.transactions.of(transactionId)
    const writes = given.map((fields): Write => {
      const id = idOf(fields)
      return { collection, id, document: { ...fields, _id: id } }
    })
    for (let holder = this.held(writes, transaction); holder; holder = this.held(writes, transaction))
      await holder.ended
    const ids = new Set<string>()
    for (const write of writes) {
      if (ids.has(write.id) || this.read(write, transaction)) throw errors.duplicate(name, write.id)
      ids.add(write.id)
    }
    this.put(writes, transaction)
    return writes.map(({ id }) => id)
  }

  find(name: string, { filter, order = {}, limit = PAGE_DEFAULT }: Find, transactionId?: string): Document[] {
    const collection = this.collectionOf(name)
    const transaction = this.transactions.of(transactionId)
    const matches = matcher(filter)
    const id = idIn(filter)
    if (id !== null) {
      const document = this.read({ collection, id }, transaction)
      return document && matches(document) ? [document] : []
    }
    if (transaction) throw errors.unsupported('a query inside a transaction: documents by id only')
    const ids = idsIn(filter)
    if (ids && Object.keys(order).length > 0) throw errors.unsupported('an order of documents named by ids')
    const found: Document[] = []
    const page = Math.min(limit > 0 ? limit : PAGE_DEFAULT, PAGE_MAX)
    for (const foundId of ids ?? walk(planOf(collection, filter, order))) {
      this.walked += 1
      const document = collection.documents.get(foundId)
      if (document && matches(document)) found.push(document)
      if (found.length === page) break
    }
    return found
  }

  /** How many documents a filter finds, by a declared index. */
  count(name: string, filter: Filter): number {
    const collection = this.collectionOf(name)
    const matches = matcher(filter)
    let total = 0
    for (const id of walk(planOf(collection, filter, {}))) {
      this.walked += 1
      const document = collection.documents.get(id)
      if (document && matches(document)) total += 1
    }
    return total
  }

  async change(
    name: string,
    { filter, change }: { filter: Filter; change: Change },
    transactionId?: string,
  ): Promise<Changed> {
    const target = this.targetOf(name, filter)
    const transaction = this.transactions.of(transactionId)
    for (let holder = this.held([target], transaction); holder; holder = this.held([target], transaction))
      await holder.ended
    const current = this.read(target, transaction)
    if (change.kind === 'set') {
      this.put([{ ...target, document: { ...change.document, _id: target.id } }], transaction)
      return current ? { updated: 1 } : { updated: 0, createdId: target.id }
    }
    if (!current || !matcher(filter)(current)) return { updated: 0 }
    this.put([{ ...target, document: updated(current, change.operators) }], transaction)
    return { updated: 1 }
  }

  async remove(name: string, filter: Filter, transactionId?: string): Promise<number> {
    const target = this.targetOf(name, filter)
    const transaction = this.transactions.of(transactionId)
    for (let holder = this.held([target], transaction); holder; holder = this.held([target], transaction))
      await holder.ended
    const current = this.read(target, transaction)
    if (!current || !matcher(filter)(current)) return 0
    this.put([{ ...target, document: null }], transaction)
    return 1
  }

  close(): void {
    this.transactions.endAll()
    this.journal.close()
  }

  private collectionOf(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) throw errors.missingCollection(name)
    return collection
  }

  /** Our drivers write one document at a time, by its id, perhaps under a condition. */
  private targetOf(name: string, filter: Filter): Pick<Write, 'collection' | 'id'> {
    const collection = this.collectionOf(name)
    const id = idIn(filter)
    if (id === null) throw errors.unsupported(`a write to ${name} that does not name one _id`)
    return { collection, id }
  }

  /**
   * A plain write waits for a transaction that has written its document, as on the real database. A transaction does
   * not wait: it conflicts. Asked again after each wait, with nothing between the last answer and the write.
   */
  private held(
    targets: readonly Pick<Write, 'collection' | 'id'>[],
    transaction: Transaction | null,
  ): Transaction | undefined {
    return transaction ? undefined : this.transactions.holderOf(targets.map(keyOf))
  }

  private read(target: Pick<Write, 'collection' | 'id'>, transaction: Transaction | null): Document | null {
    const seen = transaction ? this.transactions.seen(transaction, keyOf(target)) : undefined
    return seen ? seen.document : (target.collection.documents.get(target.id) ?? null)
  }

  private put(writes: readonly Write[], transaction: Transaction | null): void {
    for (const { collection, document } of writes) if (document) checkStorable(collection, document)
    if (transaction) for (const write of writes) this.transactions.stage(transaction, write)
    else this.apply(writes)
  }

  private apply(writes: readonly Write[]): void {
    // The journal comes first: an acknowledged write is in it, and a write that failed to reach it never
    // happened.
    this.journal.append(writes.map(({ collection, id, document }) => [collection.name, id, document]))
    this.commits += 1
    for (const write of writes) {
      const { collection, id, document } = write
      this.transactions.keepPast(keyOf(write), this.commits, collection.documents.get(id) ?? null)
      collection.write(id, document)
    }
  }
}

function idOf({ _id }: Record<string, unknown>): string {
  if (_id === undefined) return randomBytes(16).toString('hex')
  if (typeof _id !== 'string' || _id === '') throw errors.unsupported(`an _id that is not a text: ${_id}`)
  return _id
}
