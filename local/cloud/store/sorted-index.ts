import BTree from 'sorted-btree'
import { errors } from '../errors'
import type { IndexDeclaration } from '../options'
import type { Document } from './document'
import { type Comparable, compareValues, isComparable, rankOf, valueAt } from './value-order'

/** Stands after every value, in whichever direction an index runs. */
export const AFTER = Symbol('after')

/** Stands before all values of a type. */
export class TypeMark {
  constructor(readonly rank: number) {}
}

export type IndexKey = readonly (Comparable | TypeMark | typeof AFTER)[]

/**
 * A declared index: its fields, then `_id`, kept sorted, so that a query walks only the documents it returns.
 */
export class SortedIndex {
  readonly paths: readonly string[]
  readonly directions: readonly (1 | -1)[]
  private readonly tree: BTree<IndexKey, string>

  constructor(readonly declaration: IndexDeclaration) {
    this.paths = [...declaration.fields.map(({ path }) => path), '_id']
    this.directions = [...declaration.fields.map(({ direction }) => (direction === 'asc' ? 1 : -1)), 1]
    this.tree = new BTree<IndexKey, string>(undefined, (a, b) => this.compare(a, b))
  }

  /** A shorter key is a prefix: it stands before everything that begins with it. */
  compare(a: IndexKey, b: IndexKey): number {
    const length = Math.min(a.length, b.length)
    for (let i = 0; i < length; i += 1) {
      const x = a[i]
      const y = b[i]
      if (x === AFTER || y === AFTER) return x === y ? 0 : x === AFTER ? 1 : -1
      const order = compareParts(x, y) * (this.directions[i] ?? 1)
      if (order !== 0) return order
    }
    return a.length - b.length
  }

  /**
   * Throws for values that this index cannot hold. The real database would index each element of an array.
   */
  keyOf(document: Document): IndexKey {
    return this.paths.map((path) => {
      const value = valueAt(document, path)
      if (isComparable(value)) return value
      throw errors.unsupported(`an array or object in ${path}, which ${this.declaration.name} indexes`)
    })
  }

  replace(old: Document | undefined, next: Document | null): void {
    const [from, to] = [old && this.keyOf(old), next && this.keyOf(next)]
    if (from && to && this.compare(from, to) === 0) return
    if (from) this.tree.delete(from)
    if (to && next) this.tree.set(to, next._id)
  }

  /** Keys and ids from the first key at or after `start`; or, backwards, from the last key before it. */
  walk(start: IndexKey, backwards: boolean): IterableIterator<[IndexKey, string]> {
    return backwards ? this.tree.entriesReversed(start, undefined, true) : this.tree.entries(start)
  }
}

type Part = Comparable | TypeMark

function compareParts(x: Part, y: Part): number {
  if (!(x instanceof TypeMark) && !(y instanceof TypeMark)) return compareValues(x, y)
  return placeOf(x) - placeOf(y)
}

const placeOf = (part: Part): number => (part instanceof TypeMark ? part.rank - 0.5 : rankOf(part))
