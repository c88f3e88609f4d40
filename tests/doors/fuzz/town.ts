// The country of the matrix with a secret in each person, and the price of a call there.
import { seal } from '../../../server/kernel/ports/sealing'
import type { Store } from '../../../server/kernel/store/port'
import { inPerson } from '../../../server/people/sealed-numbers'
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

/** What an answer says that its reader has no business with. */
export function toldWrongly(
  said: string,
  { path, who, secrets }: { path: string; who: Who; secrets: readonly Secret[] },
): string[] {
  const others = secrets.filter(({ personId }) => personId !== who)
  const numbers = READS_NUMBERS.test(path) ? [] : others.flatMap(({ idNumber, mobile }) => [idNumber, mobile])
  return [...namesBeyond(who), ...numbers].filter((secret) => said.includes(secret))
}

export interface Price {
  operations: number
  documents: number
}

/** The same store, which counts what is asked of it, within transactions too. */
export function counted(store: Store): { store: Store; price: Price } {
  const price: Price = { operations: 0, documents: 0 }
  const counting = counter(store, price)
  const transact: Store['transact'] = (work) => store.transact((tx) => work(counter(tx, price)))
  return {
    store: new Proxy(counting, {
      get: (of, name) => (name === 'transact' ? transact : Reflect.get(of, name)),
    }),
    price,
  }
}

const counter = <T extends object>(counted: T, price: Price): T =>
  new Proxy(counted, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return (...given: unknown[]) => {
        price.operations += 1
        const answered: unknown = method.apply(target, given)
        if (!(answered instanceof Promise)) return answered
        return answered.then((answer: unknown) => {
          const items = (answer as { items?: unknown[] } | null)?.items
          price.documents += Array.isArray(items) ? items.length : 1
          return answer
        })
      }
    },
  })
