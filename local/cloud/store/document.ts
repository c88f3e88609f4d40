/** A document of a collection: plain data with an id. */
export type Document = Record<string, unknown> & { _id: string }
