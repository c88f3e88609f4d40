import { refuse } from '../kernel/refused'
import type { Transaction } from '../kernel/store/port'
import type { PersonDocument } from './documents'

/** Only a verified binding excludes others; the person verified first holds the number. */
export async function claimIdentity(tx: Transaction, person: PersonDocument): Promise<void> {
  const taken = await tx.get('identity-keys', person.idNumberHash)
  if (taken && taken.personId !== person._id) refuse('ID_NUMBER_TAKEN', {})
  if (!taken)
    await tx.insert('identity-keys', {
      _id: person.idNumberHash,
      personId: person._id,
      unitName: person.unitName,
    })
}
