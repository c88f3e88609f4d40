import BTree from 'sorted-btree'
import type { IndexDeclaration } from '../options'
import { type Comparable, compareValues, valueAt } from './value-order'

export type Document = Record<string, unknown> & { _id: string }
/** Stands after every value, in whichever direction an index runs. */
const AFTER = Symbol('after')

export type IndexKey = readonly (Comparable | typeof AFTER)[]

/** A declared index: its fields, then `_id`, kept sorted, so that a query walks only what it returns. */
export class SortedIndex {
  readonly paths: readonly string[]
  readonly directions: readonly (1 | -1)[]
  private readonly tree: BTree<IndexKey, string>

  constructor(readonly declaration: IndexDeclaration) {
    this.paths = [...declaration.fields.map(({ path }) => path), '_id']
    this.directions = [
      ...declaration.fields.map(({ direction }) => (direction === 'asc' ? 1 : -1) as 1 | -1),
      1,
    ]
    this.tree = new BTree<IndexKey, string>(undefined, (a, b) => this.compare(a, b))
  }

  /** A shorter key is a prefix: it stands before everything that begins with it. */
  compare(a: IndexKey, b: IndexKey): number {
    const length = Math.min(a.length, b.length)
    for (let i = 0; i < length; i += 1) {
      const x = a[i]
      const y = b[i]
      if (x === AFTER || y === AFTER) return x === y ? 0 : x === AFTER ? 1 : -1
      const order = compareValues(x, y) * (this.directions[i] ?? 1)
      if (order !== 0) return order
    }
    return a.length - b.length
  }

  keyOf(document: Document): IndexKey {
    return this.paths.map((path) => valueAt(document, path))
  }

  add(document: Document): void {
    this.tree.set(this.keyOf(document), document._id)
  }

  remove(document: Document): void {
    this.tree.delete(this.keyOf(document))
  }

  /** Ids from the first key at or after `from`, in index order; or, backwards, from the last key of that prefix. */
  *walk(from: IndexKey, backwards: boolean): Generator<[IndexKey, string]> {
    if (!backwards) {
      yield* this.tree.entries(from)
      return
    }
    yield* this.tree.entriesReversed([...from, AFTER], undefined, true)
  }
}

/** Documents of one collection; what is stored is never changed in place. */
export class Collection {
  readonly documents = new Map<string, Document>()
  /** Sequence of the commit that last wrote each id, removals included. */
  readonly writtenAt = new Map<string, number>()
  readonly indexes: readonly SortedIndex[]

  constructor(
    readonly name: string,
    declarations: readonly IndexDeclaration[],
  ) {
    this.indexes = declarations.map((declaration) => new SortedIndex(declaration))
  }

  write(id: string, document: Document | null, sequence: number): void {
    const old = this.documents.get(id)
    if (old) for (const index of this.indexes) index.remove(old)
    if (document) {
      this.documents.set(id, document)
      for (const index of this.indexes) index.add(document)
    } else this.documents.delete(id)
    this.writtenAt.set(id, sequence)
  }
}
