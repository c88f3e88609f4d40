import type { Personal, PersonalOf } from './personal'
import type { Stored } from './stored'

/** Fields of an index, in order. `_id` closes each. */
export type Fields = readonly { readonly path: string; readonly direction: 'asc' | 'desc' }[]

/** A document as it was stored, of any shape. */
export type Raw = Readonly<Record<string, unknown>>

/** All that is known of a collection, declared once beside its document. */
export interface Collection<D extends Stored = Stored, I extends string = string> {
  readonly indexes: Readonly<Record<I, Fields>>
  /** Whose the documents are, and what becomes of them at export and erasure. */
  readonly personal: 'none' | Personal
  /** The n-th makes a document of shape n one of shape n + 1; today's shape is one more than there are. */
  readonly upgrades: readonly ((old: Raw) => Raw)[]
  /** Fields that earlier shapes had and today's type has not: a document loses them as it is read, and as it is written. */
  readonly dropped: readonly string[]
  /** Names the document for the compiler alone; nothing is ever kept here. */
  readonly document?: D
}

/**
 * Fields in ascending order, but for those that begin with `-`; none for the order of ids alone. Worked example:
 * `by('orgId', '-at')` goes up by body, and in each from its newest to its oldest.
 */
export const by = (...paths: string[]): Fields =>
  paths.map((path) =>
    path.startsWith('-') ? { path: path.slice(1), direction: 'desc' } : { path, direction: 'asc' },
  )

/**
 * Declares a collection of such documents: `collection<CourseDocument>()({ indexes: {}, personal: 'none' })`. A query
 * that no declared index answers does not exist; a document that tells of a person and does not say what becomes of it
 * does not compile.
 */
export const collection =
  <D extends Stored>() =>
  <I extends string = never>({
    indexes,
    personal,
    upgrades = [],
    dropped = [],
  }: {
    indexes: Readonly<Record<I, Fields>>
    personal: PersonalOf<D, NoInfer<I>>
    upgrades?: readonly ((old: Raw) => Raw)[]
    dropped?: readonly string[]
  }): Collection<D, I> => ({ indexes, personal: personal as 'none' | Personal, upgrades, dropped })

/** A document as it is stored: with today's shape, so that a later one knows what to do with it. */
export const stamped = <D extends object>({ upgrades }: Pick<Collection, 'upgrades'>, document: D): D => ({
  ...document,
  shape: upgrades.length + 1,
})

/** A stored document of any shape as today's type; one without a shape is of the first. */
export function upgraded<D extends Stored>(
  { upgrades, dropped }: Pick<Collection, 'upgrades' | 'dropped'>,
  stored: Raw,
): D {
  const { shape = 1, ...fields } = stored
  if (Number(shape) > upgrades.length) return fields as unknown as D
  const today = { ...upgrades.slice(Number(shape) - 1).reduce<Raw>((old, upgrade) => upgrade(old), fields) }
  for (const field of dropped) delete (today as Record<string, unknown>)[field]
  return today as unknown as D
}
