/** A document as its store keeps it, of whatever shape: neither upgraded nor stripped of its shape's number. */
export type Kept = Readonly<Record<string, unknown>> & { readonly _id: string }

/** All that backup and restore ask of a store. Narrow, so that another store can stand behind it. */
export interface DocumentStore {
  /**
   * Documents whose id comes after that one (all of them after the empty text), by the code points of their ids. A page
   * may be shorter than its limit; an empty one is the end. Throws `CollectionMissing`.
   */
  page(collection: string, after: string, limit: number): Promise<Kept[]>
  get(collection: string, id: string): Promise<Kept | null>
  /** Writes the document as it is. False where there is one of that id: it stays as it was. */
  insert(collection: string, document: Kept): Promise<boolean>
  /** The bytes of a file, by the id that documents name; null where there is no such file. */
  file(id: string): Promise<AsyncIterable<Uint8Array> | null>
}

/** The collection was never made in this environment. */
export class CollectionMissing extends Error {
  constructor(readonly collection: string) {
    super(`${collection} is missing`)
    this.name = 'CollectionMissing'
  }
}

/** Why nothing is done, in a sentence for the operator, with the way out. */
export class Undone extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'Undone'
  }
}
