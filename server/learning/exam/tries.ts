import type { Context } from '../../kernel/context'
import { type Hashes, type Place, resealed } from '../../kernel/ports/sealing'
import { putUnder } from '../../kernel/store/found-under'
import type { Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { hashesOf } from '../../people/number-hashes'
import { inPerson } from '../../people/sealed-numbers'
import type { CourseDocument } from '../course/documents'
import type { ExamTriesDocument } from './documents'

type Sitting = Pick<PersonDocument, '_id' | 'idNumber' | 'idNumberHash'>
type Asked = Pick<CourseDocument, 'bankId'>

/** Where the sittings of a number with a bank are counted: under each index key, the current one first. */
export const triesIdsOf = (person: Sitting, { bankId }: Asked, { ports }: Pick<Context, 'ports'>): Hashes => {
  const [own, ...others] = hashesOf(person, ports.secrets)
  return [`${own}:${bankId}`, ...others.map((hash) => `${hash}:${bankId}`)]
}

/** Where the number is kept beside its hash. */
export const inTries = (id: string): Place => ({ collection: 'exam-tries', id, field: 'idNumber' })

/** Counts the sittings of a person with a bank anew; the number goes with them, so that an index key can be exchanged. */
export async function keepTries(
  tx: Transaction,
  ctx: Pick<Context, 'ports' | 'dice'>,
  { person, course }: { person: Sitting; course: Asked },
  counted: Pick<ExamTriesDocument, 'attempts' | 'papers'>,
): Promise<void> {
  const { secrets } = ctx.ports
  const ids = triesIdsOf(person, course, ctx)
  const [hash] = hashesOf(person, secrets)
  const moved = { from: inPerson(person._id, 'idNumber'), to: inTries(ids[0]) }
  const idNumber = resealed(person.idNumber, moved, secrets, ctx.dice)
  await putUnder(tx, 'exam-tries', ids, { ...counted, idNumberHash: hash, idNumber })
}
