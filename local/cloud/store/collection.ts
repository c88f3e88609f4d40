import type { CollectionDeclaration } from '../options'
import type { Document } from './document'
import { SortedIndex } from './sorted-index'

/** Documents of one collection; a stored document is never changed in place. */
export class Collection {
  readonly name: string
  readonly documents = new Map<string, Document>()
  readonly indexes: readonly SortedIndex[]

  constructor({ name, indexes }: CollectionDeclaration) {
    this.name = name
    this.indexes = indexes.map((declaration) => new SortedIndex(declaration))
  }

  /** Throws if an index could not hold it: asked before it is in the journal. */
  check(document: Document): void {
    for (const index of this.indexes) index.keyOf(document)
  }

  write(id: string, document: Document | null): void {
    const old = this.documents.get(id)
    for (const index of this.indexes) index.replace(old, document)
    if (document) this.documents.set(id, document)
    else this.documents.delete(id)
  }
}
