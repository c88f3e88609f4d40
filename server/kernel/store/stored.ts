/** Every document has an id and a version; the version starts at 1 and rises with each replace. */
export interface Stored {
  _id: string
  version: number
}

export type New<D extends Stored> = Omit<D, 'version'>
