import type { Secrets } from '../kernel/ports/port'
import { foundUnder } from '../kernel/store/found-under'
import type { Reads } from '../kernel/store/port'
import type { PersonDocument } from './documents'
import { hashesOf } from './number-hashes'

/** The ids under which the same ID number was registered before its person left; most people have none. */
export const formerIdsOf = async (
  reads: Reads,
  person: PersonDocument,
  secrets: Secrets,
): Promise<readonly string[]> =>
  (await foundUnder(reads, 'former-persons', hashesOf(person, secrets)))?.formerIds ?? []
