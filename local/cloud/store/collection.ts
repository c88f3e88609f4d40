import type { CollectionDeclaration, IndexDeclaration } from '../options'
import type { Document } from './document'
import { SortedIndex } from './sorted-index'

/** The platform indexes the ids of every collection by itself. */
const BY_ID: IndexDeclaration = { name: '_id_', fields: [] }

/** Documents of one collection; a stored document is never changed in place. */
export class Collection {
  readonly name: string
  readonly documents = new Map<string, Document>()
  readonly indexes: readonly SortedIndex[]

  constructor({ name, indexes }: CollectionDeclaration) {
    this.name = name
    const isById = indexes.some(({ fields }) => fields.length === 0)
    const all = isById ? indexes : [...indexes, BY_ID]
    this.indexes = all.map((declaration) => new SortedIndex(declaration))
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
