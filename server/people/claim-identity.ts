import type { Context } from '../kernel/context'
import { refuse } from '../kernel/refused'
import { foundUnder } from '../kernel/store/found-under'
import type { Transaction } from '../kernel/store/port'
import type { PersonDocument } from './documents'
import { hashesOf, holdNumber } from './number-hashes'

/** Only a verified binding excludes others; the person verified first holds the number. */
export async function claimIdentity(
  tx: Transaction,
  { ports }: Pick<Context, 'ports'>,
  person: PersonDocument,
): Promise<void> {
  const hashes = hashesOf(person, ports.secrets)
  const taken = await foundUnder(tx, 'identity-keys', hashes)
  if (taken && taken.personId !== person._id) refuse('ID_NUMBER_TAKEN', {})
  if (!taken) await holdNumber(tx, hashes, { personId: person._id, unitName: person.unitName })
}
