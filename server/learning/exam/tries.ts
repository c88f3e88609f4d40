import type { Hashes, Place } from '../../kernel/ports/sealing'
import { putUnder } from '../../kernel/store/found-under'
import type { Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { saidHashesOf } from '../../people/number-hashes'
import { inPerson } from '../../people/sealed-numbers'
import type { CourseDocument } from '../course/documents'
import type { ExamTriesDocument } from './documents'

type Sitting = Pick<PersonDocument, '_id' | 'idNumber' | 'idNumberHash' | 'otherHashes'>
type Asked = Pick<CourseDocument, 'bankId'>

/** Where the sittings of a number with a bank are counted: under each index key, the one first that wrote the person. */
export function triesIdsOf(person: Sitting, { bankId }: Asked): Hashes {
  const [own, ...others] = saidHashesOf(person)
  return [`${own}:${bankId}`, ...others.map((hash) => `${hash}:${bankId}`)]
}

/** Where the number beside a hash opens. */
export const inTries = ({ _id, sealedIn }: Pick<ExamTriesDocument, '_id' | 'sealedIn'>): Place =>
  sealedIn === undefined
    ? { collection: 'exam-tries', id: _id, field: 'idNumber' }
    : inPerson(sealedIn, 'idNumber')

/**
 * Counts the sittings of a person with a bank anew. The number goes with them as it is sealed in the person's document, so
 * that an index key can be exchanged: who counts has no key to seal it anew.
 */
export async function keepTries(
  tx: Transaction,
  { person, course }: { person: Sitting; course: Asked },
  counted: Pick<ExamTriesDocument, 'attempts' | 'papers'>,
): Promise<void> {
  const { _id: sealedIn, idNumber, idNumberHash } = person
  await putUnder(tx, 'exam-tries', triesIdsOf(person, course), {
    ...counted,
    idNumberHash,
    idNumber,
    sealedIn,
  })
}
