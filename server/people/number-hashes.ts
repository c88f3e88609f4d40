import type { Secrets } from '../kernel/ports/port'
import { type Hashes, keyedHashes } from '../kernel/ports/sealing'
import type { Store, Transaction } from '../kernel/store/port'
import type { IdentityKeyDocument, PersonDocument } from './documents'
import { idNumberOf } from './sealed-numbers'

/** What finds an ID number: its keyed hash under each index key, the current one first. */
export const hashesOfNumber = (idNumber: string, secrets: Secrets): Hashes =>
  keyedHashes('id-number', idNumber, secrets)

/** What finds the person's number. With one key alone it is what their document says, and nothing is unsealed. */
export function hashesOf(
  person: Pick<PersonDocument, '_id' | 'idNumber' | 'idNumberHash'>,
  secrets: Secrets,
): Hashes {
  const idNumber = Object.keys(secrets.indexKeys.keys).length > 1 ? idNumberOf(person, secrets) : ''
  return idNumber === '' ? [person.idNumberHash] : hashesOfNumber(idNumber, secrets)
}

/** What finds the person's number, as their document says it: for a function that has no key. */
export const saidHashesOf = ({
  idNumberHash,
  otherHashes = [],
}: Pick<PersonDocument, 'idNumberHash' | 'otherHashes'>): Hashes => [idNumberHash, ...otherHashes]

/** How a person's document says what finds the number. */
export const hashFields = ([idNumberHash, ...otherHashes]: Hashes): Pick<
  PersonDocument,
  'idNumberHash' | 'otherHashes'
> => ({
  idNumberHash,
  ...(otherHashes.length > 0 ? { otherHashes } : {}),
})

/** Accounts that say that a number is theirs. */
export async function accountsOf(
  store: Pick<Store, 'query'>,
  hashes: Hashes,
  limit: number,
): Promise<PersonDocument[]> {
  const under = (idNumberHash: string) =>
    store.query('persons', 'byNumber', { equals: { idNumberHash }, limit })
  // All but while keys are exchanged.
  if (hashes.length === 1) return (await under(hashes[0])).items
  const pages = await Promise.all(hashes.map(under))
  return pages.flatMap(({ items }) => items)
}

/**
 * Writes whose a number is, under every index key: while keys are exchanged, some instances of a function may know one
 * key more or less than others, and uniqueness is an id that all of them write.
 */
export async function holdNumber(
  tx: Transaction,
  hashes: Hashes,
  held: Pick<IdentityKeyDocument, 'personId' | 'unitName'>,
): Promise<void> {
  for (const _id of hashes)
    await tx.upsert('identity-keys', await tx.get('identity-keys', _id), { _id, ...held })
}
