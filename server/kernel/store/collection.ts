import type { Stored } from './stored'

/** Fields of an index, in order. `_id` closes each. */
export type Fields = readonly { readonly path: string; readonly direction: 'asc' | 'desc' }[]

/** All that is known of a collection, declared once beside its document. */
export interface Collection<D extends Stored = Stored, I extends string = string> {
  readonly indexes: Readonly<Record<I, Fields>>
  /** Names the document for the compiler alone; nothing is ever kept here. */
  readonly document?: D
}

/** Fields in ascending order, but for those that begin with `-`. */
export const by = (...paths: string[]): Fields =>
  paths.map((path) =>
    path.startsWith('-') ? { path: path.slice(1), direction: 'desc' } : { path, direction: 'asc' },
  )

/**
 * Declares a collection of such documents: `collection<VisitDocument>()({ indexes: {} })`. A query that no declared index
 * answers does not exist.
 */
export const collection =
  <D extends Stored>() =>
  <I extends string = never>(declared: { indexes: Readonly<Record<I, Fields>> }): Collection<D, I> =>
    declared
