import type { Context } from '../../kernel/context'
import { isStale, keyVersionOf, type Place, resealed, type Sealed } from '../../kernel/ports/sealing'
import type { CollectionName, Documents } from '../../kernel/store/collections'
import { isForgotten } from '../../kernel/store/personal'
import type { New, Transaction } from '../../kernel/store/port'
import { hashesOfNumber } from '../../people/number-hashes'
import { idNumberOf } from '../../people/sealed-numbers'

export type Needs = Pick<Context, 'store' | 'ports' | 'dice'>

/** `left`: its number is not known, so that the key of that day alone finds it. */
export type Outcome = 'unchanged' | 'written' | 'left'

/** One collection of what a key has written. */
export interface Stage<C extends CollectionName> {
  readonly collection: C
  /** From the document alone, because nearly all are as they should be. */
  readonly isStale: (document: Documents[C], needs: Needs) => boolean
  /** Reads the document again and writes it, in a transaction of its own; doing it twice is once. */
  readonly anew: (needs: Needs, document: Documents[C]) => Promise<Outcome>
}

/** A hash by another key than today's. What stands in the place of a forgotten number is none. */
export const isStaleHash = (hash: string | undefined, { ports }: Pick<Needs, 'ports'>): boolean =>
  hash !== undefined &&
  hash !== '' &&
  !isForgotten(hash) &&
  keyVersionOf(hash) !== ports.secrets.indexKeys.current

export const isStaleSeal = (sealed: Sealed | null | undefined, { ports }: Pick<Needs, 'ports'>): boolean =>
  sealed !== null && sealed !== undefined && isStale(sealed, ports.secrets)

/** A sealed value as it is sealed today; one that is so already stays the very same. */
export const sealedAnew = (sealed: Sealed, place: Place, { ports, dice }: Needs): Sealed =>
  isStale(sealed, ports.secrets) ? resealed(sealed, { from: place, to: place }, ports.secrets, dice) : sealed

interface Move<C extends CollectionName> {
  before: Documents[C]
  /** What stands under the id of `after` already; null where that is nothing but `before` itself. */
  there: Documents[C] | null
  after: New<Documents[C]>
}

/** Writes a document under the id that it has now, and takes it away from where it stood. */
export async function moved<C extends CollectionName>(
  tx: Transaction,
  collection: C,
  { before, there, after }: Move<C>,
): Promise<'written'> {
  const isHere = (before as { _id: string })._id === (after as { _id: string })._id
  if (!isHere) await tx.remove(collection, before)
  await tx.upsert(collection, isHere ? before : there, after)
  return 'written'
}

/** Empty where the key of that day is gone and nobody who is registered has the number. */
export async function numberBehind({ store, ports }: Needs, hash: string): Promise<string> {
  const { secrets } = ports
  const key = await store.get('identity-keys', hash)
  const holder = key && (await store.get('persons', key.personId))
  const equals = { idNumberHash: hash }
  const { items } = await store.query('persons', 'byNumber', { equals, limit: 1 })
  const person = holder ?? items[0]
  const idNumber = person ? idNumberOf(person, secrets) : ''
  const isKnownKey = secrets.indexKeys.keys[keyVersionOf(hash)] !== undefined
  // A person may have taken another number since.
  const isTheirs = !isKnownKey || (idNumber !== '' && hashesOfNumber(idNumber, secrets).includes(hash))
  return isTheirs ? idNumber : ''
}
