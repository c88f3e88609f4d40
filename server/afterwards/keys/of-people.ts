// Persons, their accounts and contests, and who held a number before.
import { keyVersionOf, type Place, type Sealed, seal, unseal } from '../../kernel/ports/sealing'
import { isForgotten } from '../../kernel/store/personal'
import type { PersonDocument } from '../../people/documents'
import { hashesOfNumber, hashFields, saidHashesOf } from '../../people/number-hashes'
import { idNumberOf, inContest, inFormerPerson, inPerson, inRegistration } from '../../people/sealed-numbers'
import {
  isStaleHash,
  isStaleSeal,
  moved,
  type Needs,
  numberBehind,
  type Outcome,
  type Stage,
  sealedAnew,
} from './written-anew'

/**
 * What a person is found by is said under every key before anything else is written anew: who has no key finds by it what
 * has been moved already, and what has not.
 */
export const personsFound: Stage<'persons'> = {
  collection: 'persons',
  isStale: (person, needs) => lacks(person, needs),
  anew: (needs, { _id }) =>
    needs.store.transact(async (tx) => {
      const person = await tx.get('persons', _id)
      const idNumber = person && lacks(person, needs) ? idNumberOf(person, needs.ports.secrets) : ''
      // One whose number is not known is told where its own hash is written anew.
      if (!person || idNumber === '') return 'unchanged'
      const { idNumberHash } = person
      const others = hashesOfNumber(idNumber, needs.ports.secrets).filter((hash) => hash !== idNumberHash)
      await tx.replace('persons', { ...person, otherHashes: others })
      return 'written'
    }),
}

/** Whether there is a key by which the person is not found. */
function lacks(person: PersonDocument, { ports }: Pick<Needs, 'ports'>): boolean {
  const { idNumberHash } = person
  if (idNumberHash === '' || isForgotten(idNumberHash)) return false
  const said = saidHashesOf(person).map(keyVersionOf)
  return Object.keys(ports.secrets.indexKeys.keys).some((version) => !said.includes(Number(version)))
}

/** Whether it says a number under a key that is there no more. */
const saysMore = ({ otherHashes = [] }: PersonDocument, { ports }: Pick<Needs, 'ports'>): boolean =>
  otherHashes.some((hash) => ports.secrets.indexKeys.keys[keyVersionOf(hash)] === undefined)

export const persons: Stage<'persons'> = {
  collection: 'persons',
  isStale: (person, needs) =>
    isStaleHash(person.idNumberHash, needs) ||
    saysMore(person, needs) ||
    [person.idNumber, person.mobile, person.learnedAs?.idNumber].some((sealed) => isStaleSeal(sealed, needs)),
  anew: (needs, { _id }) =>
    needs.store.transact(async (tx) => {
      const person = await tx.get('persons', _id)
      if (!person || !persons.isStale(person, needs)) return 'unchanged'
      const hashes = hashesToday(person, needs)
      const { otherHashes: _before, ...rest } = person
      const next = { ...(hashes ? rest : person), ...numbersToday(person, needs), ...hashes }
      if (JSON.stringify(next) !== JSON.stringify(person)) await tx.replace('persons', next)
      return hashes === null ? 'left' : 'written'
    }),
}

type Found = Pick<PersonDocument, 'idNumberHash' | 'otherHashes'>

/** Null where the number is not known. */
function hashesToday(person: PersonDocument, needs: Needs): Found | null {
  const { idNumberHash, otherHashes } = person
  if (!isStaleHash(idNumberHash, needs) && !saysMore(person, needs))
    return { idNumberHash, ...(otherHashes ? { otherHashes } : {}) }
  const idNumber = idNumberOf(person, needs.ports.secrets)
  return idNumber === '' ? null : hashFields(hashesOfNumber(idNumber, needs.ports.secrets))
}

function numbersToday(
  { _id, idNumber, mobile, learnedAs }: PersonDocument,
  needs: Needs,
): Pick<PersonDocument, 'idNumber' | 'mobile' | 'learnedAs'> {
  const then = learnedAs && {
    ...learnedAs,
    idNumber: sealedAnew(learnedAs.idNumber, inPerson(_id, 'learnedAs.idNumber'), needs),
  }
  return {
    idNumber: sealedAnew(idNumber, inPerson(_id, 'idNumber'), needs),
    mobile: sealedAnew(mobile, inPerson(_id, 'mobile'), needs),
    ...(then ? { learnedAs: then } : {}),
  }
}

export const registrations: Stage<'registrations'> = {
  collection: 'registrations',
  isStale: ({ mobile }, needs) => isStaleSeal(mobile, needs),
  anew: (needs, { _id }) =>
    needs.store.transact(async (tx) => {
      const begun = await tx.get('registrations', _id)
      if (!begun?.mobile || !registrations.isStale(begun, needs)) return 'unchanged'
      const mobile = sealedAnew(begun.mobile, inRegistration(_id), needs)
      await tx.replace('registrations', { ...begun, mobile })
      return 'written'
    }),
}

/**
 * Whose a number is stands under every key that there is, so that all who register meet on one id. Under a key that is
 * taken away it goes, once it stands under the present one.
 */
export const identityKeys: Stage<'identity-keys'> = {
  collection: 'identity-keys',
  isStale: ({ _id }, needs) => isStaleHash(_id, needs),
  anew: ({ store, ports }, { _id }) =>
    store.transact(async (tx) => {
      const held = await tx.get('identity-keys', _id)
      if (!held) return 'unchanged'
      const person = await tx.get('persons', held.personId)
      const idNumber = person ? idNumberOf(person, ports.secrets) : ''
      const isNobodys = person === null || isForgotten(person.idNumberHash)
      if (idNumber === '' && !isNobodys) return 'left'
      let outcome: Outcome = 'unchanged'
      const missing = idNumber === '' ? [] : hashesOfNumber(idNumber, ports.secrets)
      for (const hash of missing) {
        const there = await tx.get('identity-keys', hash)
        if (there && there.personId !== held.personId) throw new Error(`${hash} is somebody else's`)
        if (there) continue
        const { personId, unitName } = held
        await tx.insert('identity-keys', { _id: hash, personId, unitName })
        outcome = 'written'
      }
      if (ports.secrets.indexKeys.keys[keyVersionOf(_id)] !== undefined && !isNobodys) return outcome
      await tx.remove('identity-keys', held)
      return 'written'
    }),
}

/** The number that is sealed beside a hash, or that of who is registered under it. */
const numberOf = async (
  needs: Needs,
  { hash, sealed, place }: { hash: string; sealed: Sealed | undefined; place: Place },
): Promise<string> =>
  sealed && sealed.cipher !== '' ? unseal(sealed, place, needs.ports.secrets) : numberBehind(needs, hash)

export const formerPersons: Stage<'former-persons'> = {
  collection: 'former-persons',
  isStale: ({ _id, idNumber }, needs) => isStaleHash(_id, needs) || isStaleSeal(idNumber, needs),
  async anew(needs, { _id, idNumber: sealed }) {
    const { store, ports, dice } = needs
    const idNumber = await numberOf(needs, { hash: _id, sealed, place: inFormerPerson(_id) })
    if (idNumber === '') return 'left'
    const [hash] = hashesOfNumber(idNumber, ports.secrets)
    return store.transact(async (tx) => {
      const former = await tx.get('former-persons', _id)
      if (!former) return 'unchanged'
      const there = hash === _id ? null : await tx.get('former-persons', hash)
      const formerIds = [...new Set([...(there?.formerIds ?? []), ...former.formerIds])]
      const number = seal(idNumber, inFormerPerson(hash), ports.secrets, dice)
      const after = { _id: hash, formerIds, idNumber: number }
      return moved(tx, 'former-persons', { before: former, there, after })
    })
  },
}

export const contests: Stage<'contests'> = {
  collection: 'contests',
  isStale: ({ idNumberHash, idNumber }, needs) =>
    isStaleHash(idNumberHash, needs) || isStaleSeal(idNumber, needs),
  async anew(needs, { _id, idNumberHash, idNumber: sealed }) {
    const { store, ports, dice } = needs
    const idNumber = await numberOf(needs, { hash: idNumberHash, sealed, place: inContest(_id) })
    if (idNumber === '') return 'left'
    return store.transact(async (tx) => {
      const contest = await tx.get('contests', _id)
      if (!contest) return 'unchanged'
      await tx.replace('contests', {
        ...contest,
        idNumberHash: hashesOfNumber(idNumber, ports.secrets)[0],
        idNumber: seal(idNumber, inContest(_id), ports.secrets, dice),
      })
      return 'written'
    })
  },
}
