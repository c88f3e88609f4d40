import type { audit, outbox } from '../acts-documents'
import type { budgets } from '../budget-documents'
import type { callSums } from '../call-sums-documents'
import type { workLeases } from '../leases-documents'
import type { Collection, Fields } from './collection'

/**
 * Every collection there is, by name. The kernel has four of its own; each room adds its own beside the document
 * (`declare module`), so that the kernel names no room. The list at run time is server/collections.ts.
 */
export interface Collections {
  audit: typeof audit
  outbox: typeof outbox
  budgets: typeof budgets
  'call-sums': typeof callSums
  'work-leases': typeof workLeases
}

export type CollectionName = keyof Collections

/** The documents of each collection. */
export type Documents = {
  [C in CollectionName]: Collections[C] extends Collection<infer D, string> ? D : never
}

export type IndexName<C extends CollectionName> = keyof Collections[C]['indexes'] & string

/** Every collection with its declaration: what a driver, the local cloud and a deployment are given. */
export type CollectionList = Readonly<{ [C in CollectionName]: Collections[C] }>

/** Fields of an index, in order, for a driver that pages by key. */
export function fieldsOf(list: CollectionList, name: CollectionName, index: string): Fields {
  const indexes: Readonly<Record<string, Fields>> = list[name].indexes
  const fields = indexes[index]
  if (!fields) throw new Error(`${name} has no index ${index}`)
  return fields
}

/** Names and indexes as the local cloud and a deployment are told. Functions alone read and write all of them. */
export const declarationsOf = (
  list: CollectionList,
): { name: CollectionName; indexes: { name: string; fields: Fields }[] }[] =>
  (Object.keys(list) as CollectionName[]).map((name) => ({
    name,
    indexes: Object.entries<Fields>(list[name].indexes).map(([index, fields]) => ({ name: index, fields })),
  }))
