// The country of the matrix with a secret in each person.
import { seal } from '../../../server/kernel/ports/sealing'
import { inPerson } from '../../../server/people/sealed-numbers'
import { namesSaid } from '../matrix/answered'
import { namesBeyond, type Who, type World } from '../matrix/world'

/** What nobody reads of another but by the procedures that are for it. */
export interface Secret {
  personId: string
  idNumber: string
  mobile: string
}

/** Gives each person a number and a mobile that nobody else has, sealed as registration seals them. */
export async function plantSecrets(world: World): Promise<Secret[]> {
  const { ports, dice } = world.as('')
  const secrets: Secret[] = []
  for (const [name, documents] of world.everything()) {
    if (name !== 'persons') continue
    for (const [index, { _id }] of documents.entries()) {
      const idNumber = `99010119880101${String(1000 + index)}`
      const mobile = `1990000${String(1000 + index)}`
      const person = await world.store.get('persons', _id)
      if (!person) continue
      await world.store.replace('persons', {
        ...person,
        idNumber: seal(idNumber, inPerson(_id, 'idNumber'), ports.secrets, dice),
        mobile: seal(mobile, inPerson(_id, 'mobile'), ports.secrets, dice),
      })
      secrets.push({ personId: _id, idNumber, mobile })
    }
  }
  return secrets
}

/** Who may read a number in full, for a reason that is kept: the right is the matrix's to hold. */
const READS_NUMBERS = /^(account\.revealIdNumber|outside\.title(Export|Sheet))$/

/** What an answer says, in its words or in a sheet that it holds, that its reader has no business with. */
export function toldWrongly(
  answer: unknown,
  { path, who, secrets }: { path: string; who: Who; secrets: readonly Secret[] },
): string[] {
  const others = secrets.filter(({ personId }) => personId !== who)
  const numbers = READS_NUMBERS.test(path) ? [] : others.flatMap(({ idNumber, mobile }) => [idNumber, mobile])
  return namesSaid(answer, [...namesBeyond(who), ...numbers])
}
