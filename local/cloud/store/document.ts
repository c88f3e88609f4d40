/** What a collection holds: plain data with an id. */
export type Document = Record<string, unknown> & { _id: string }
